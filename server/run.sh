#!/usr/bin/env bash
# Starts the hall. Without arguments a rehearsal (演练): simulated deputies at simulated keypads on the real protocol; people run it in a browser.
#   bash server/run.sh [county-plenary | committee-sitting] [--urls http://ADDRESS:PORT] [--data FOLDER] [--out FOLDER] [--printer NAME=ipp://HOST/...]
# A rehearsal that plays a script by itself:
#   bash server/run.sh --rehearsal --script FILE --out FOLDER [--data FOLDER] [--exit]
# A hall with its own lines and keys:
#   bash server/run.sh --meeting FILE --lines FILE --keys FOLDER --data FOLDER --out FOLDER [--urls http://ADDRESS:PORT]
# Reads a rule profile and says what it rests on, or what is wrong with it:
#   bash server/run.sh --check-profile FILE
# Exit: 0 as ordered, 1 the sitting did not end as ordered, 2 arguments, files or packages.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
started=$(date +%s)

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }

rehearsal=0 sample= profile=
script= out= data= meeting= lines= keys=
server_arguments=()
while [ $# -gt 0 ]; do
  case "$1" in
    --rehearsal) rehearsal=1; shift ;;
    --exit) server_arguments+=(--exit); shift ;;
    --check-profile)
      [ $# -ge 2 ] || { echo "参数缺少值 / argument without value: $1" >&2; usage; }
      profile=$2; shift 2 ;;
    --script|--out|--data|--meeting|--lines|--keys)
      [ $# -ge 2 ] || { echo "参数缺少值 / argument without value: $1" >&2; usage; }
      printf -v "${1#--}" '%s' "$2"; shift 2 ;;
    --urls|--printer)
      [ $# -ge 2 ] || { echo "参数缺少值 / argument without value: $1" >&2; usage; }
      server_arguments+=("$1" "$2"); shift 2 ;;
    -*) echo "不认识的参数 / unknown argument: $1" >&2; usage ;;
    *)
      [ -z "$sample" ] && [ -f "$root/tests/scripts/$1.attendance.json" ] || { echo "没有这个样例会议 / no such sample sitting: $1" >&2; usage; }
      sample=$1; shift ;;
  esac
done
if [ -n "$profile" ]; then
  [ -f "$profile" ] || { echo "找不到文件 / no such file: $profile" >&2; exit 2; }
  dotnet build "$root/server/VotingHall.Server" -c Release -v quiet -nologo -clp:ErrorsOnly >&2
  exec dotnet "$root/server/VotingHall.Server/bin/Release/net10.0/votinghall-server.dll" --check-profile "$profile"
fi
# Nothing that makes a hall of its own: the sample is rehearsed.
[ -n "$script$meeting$lines$keys" ] || rehearsal=1
attendance=
if [ "$rehearsal" = 1 ] && [ -z "$script" ]; then
  attendance=$root/tests/scripts/${sample:-county-plenary}.attendance.json
fi
for file in "$script" "$meeting" "$lines"; do
  [ -z "$file" ] || [ -f "$file" ] || { echo "找不到文件 / no such file: $file" >&2; exit 2; }
done
# Every rehearsal has its own memory: keypads that are simulated forget theirs.
data=${data:-$root/data/$(date +%Y%m%d-%H%M%S)}
out=${out:-$data/out}

bash "$root/server/setup.sh"
echo "正在构建，首次需要一两分钟 / building, a minute or two the first time"
dotnet build "$root/server/VotingHall.Server" -c Release -v quiet -nologo -clp:ErrorsOnly >&2
server=$root/server/VotingHall.Server/bin/Release/net10.0/votinghall-server.dll

if [ "$rehearsal" = 0 ]; then
  [ -n "$meeting" ] && [ -n "$lines" ] && [ -n "$keys" ] || usage
  exec dotnet "$server" --data "$data" --keys "$keys" --out "$out" --meeting "$meeting" --lines "$lines" ${server_arguments[@]+"${server_arguments[@]}"}
fi

dotnet build "$root/tests/simulator" -c Release -v quiet -nologo -clp:ErrorsOnly >&2
simulator=$root/tests/simulator/bin/Release/net10.0/votinghall-simulator.dll
if [ -e "$data/journal.db" ]; then
  echo "演练数据已存在：$data。请换一个 --data 目录或先删除它。" >&2
  echo "Data of an earlier rehearsal is in $data: give another --data folder or remove it." >&2
  exit 2
fi
mkdir -p "$data/lines"
# Meeting and lines are named by the script or the attendance, beside it.
plan=${script:-$attendance}
field() { sed -nE "s/^ *\"$1\" *: *\"([^\"]+)\".*/\1/p" "$plan" | head -1; }
base=$(cd "$(dirname "$plan")" && pwd)
meeting=${meeting:-$base/$(field meeting)}
lines=${lines:-$base/$(field lines)}
if [ -n "$script" ]; then
  acting=(--script "$script")
  server_arguments+=(--script "$script")
else
  acting=(--attend "$attendance")
fi

dotnet "$simulator" --meeting "$meeting" --lines "$lines" "${acting[@]}" --keys "$data/keys" \
  --lines-folder "$data/lines" --server-pid-file "$data/server.pid" >"$data/simulator.log" 2>&1 &
simulator_pid=$!
trap 'kill "$simulator_pid" 2>/dev/null || true' EXIT
for _ in $(seq 300); do
  grep -q '^ready:' "$data/simulator.log" && break
  kill -0 "$simulator_pid" 2>/dev/null || { cat "$data/simulator.log" >&2; exit 2; }
  sleep 0.1
done
echo "$(($(date +%s) - started)) 秒后启动会场 / starting the hall after $(($(date +%s) - started)) s"

# A server that was killed is started again on the same data: the round goes on. More than ten times is not a fault, it is a bug.
for _ in $(seq 10); do
  status=0
  dotnet "$server" --data "$data" --keys "$data/keys" --out "$out" --meeting "$meeting" --lines "$lines" \
    --lines-folder "$data/lines" ${server_arguments[@]+"${server_arguments[@]}"} &
  server_pid=$!
  echo "$server_pid" >"$data/server.pid"
  trap 'kill "$server_pid" "$simulator_pid" 2>/dev/null || true' EXIT
  trap 'kill -INT "$server_pid" 2>/dev/null || true' INT TERM
  wait "$server_pid" || status=$?
  [ "$status" -eq 137 ] || break
  echo "服务器被终止，正在以同一数据重启 / the server was killed, starting again on the same data" >&2
done
[ "$status" -ne 0 ] || echo "结果在 / results in: $out"
exit "$status"
