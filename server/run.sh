#!/usr/bin/env bash
# Starts the hall. Rehearsal (演练): simulated keypads on the real protocol, over a serial port, with a scripted sitting.
#   bash server/run.sh --rehearsal --script FILE --out FOLDER [--data FOLDER] [--exit]
# A hall with its own lines and keys:
#   bash server/run.sh --meeting FILE --lines FILE --keys FOLDER --data FOLDER --out FOLDER
# Either with --printer NAME=ipp://HOST/PATH for each printer of certificates.
# Exit: 0 as ordered, 1 the sitting did not end as ordered, 2 arguments, files or packages.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

usage() { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }

rehearsal=0
script= out= data= meeting= lines= keys=
exit_flag=()
printers=()
while [ $# -gt 0 ]; do
  case "$1" in
    --rehearsal) rehearsal=1; shift ;;
    --exit) exit_flag=(--exit); shift ;;
    --printer)
      [ $# -ge 2 ] || { echo "参数缺少值 / argument without value: $1" >&2; usage; }
      printers+=(--printer "$2"); shift 2 ;;
    --script|--out|--data|--meeting|--lines|--keys)
      [ $# -ge 2 ] || { echo "参数缺少值 / argument without value: $1" >&2; usage; }
      printf -v "${1#--}" '%s' "$2"; shift 2 ;;
    *) echo "不认识的参数 / unknown argument: $1" >&2; usage ;;
  esac
done
[ "$rehearsal" = 1 ] && script=${script:-$root/tests/scripts/county-plenary.json}
data=${data:-$root/data}
out=${out:-$root/out}
for file in "$script" "$meeting" "$lines"; do
  [ -z "$file" ] || [ -f "$file" ] || { echo "找不到文件 / no such file: $file" >&2; exit 2; }
done

bash "$root/server/setup.sh"
echo "正在构建 / building"
dotnet build "$root/server/VotingHall.Server" -c Release -v quiet -nologo >&2
server=$root/server/VotingHall.Server/bin/Release/net10.0/votinghall-server.dll

if [ "$rehearsal" = 0 ]; then
  [ -n "$meeting" ] && [ -n "$lines" ] && [ -n "$keys" ] || usage
  exec dotnet "$server" --data "$data" --keys "$keys" --out "$out" --meeting "$meeting" --lines "$lines" ${printers[@]+"${printers[@]}"}
fi

dotnet build "$root/tests/simulator" -c Release -v quiet -nologo >&2
simulator=$root/tests/simulator/bin/Release/net10.0/votinghall-simulator.dll
if [ -e "$data/journal.db" ]; then
  echo "演练数据已存在：$data。请换一个 --data 目录或先删除它。" >&2
  echo "Data of an earlier rehearsal is in $data: give another --data folder or remove it." >&2
  exit 2
fi
mkdir -p "$data/lines"
# Meeting and lines of the script, beside it.
field() { sed -nE "s/^ *\"$1\" *: *\"([^\"]+)\".*/\1/p" "$script" | head -1; }
base=$(cd "$(dirname "$script")" && pwd)
meeting=${meeting:-$base/$(field meeting)}
lines=${lines:-$base/$(field lines)}

dotnet "$simulator" --meeting "$meeting" --lines "$lines" --script "$script" --keys "$data/keys" \
  --lines-folder "$data/lines" --server-pid-file "$data/server.pid" >"$data/simulator.log" 2>&1 &
simulator_pid=$!
trap 'kill "$simulator_pid" 2>/dev/null || true' EXIT
for _ in $(seq 300); do
  grep -q '^ready:' "$data/simulator.log" && break
  kill -0 "$simulator_pid" 2>/dev/null || { cat "$data/simulator.log" >&2; exit 2; }
  sleep 0.1
done

# A server that was killed is started again on the same data: the round goes on. More than ten times is not a fault, it is a bug.
for _ in $(seq 10); do
  status=0
  dotnet "$server" --data "$data" --keys "$data/keys" --out "$out" --script "$script" --meeting "$meeting" --lines "$lines" \
    --lines-folder "$data/lines" ${printers[@]+"${printers[@]}"} ${exit_flag[@]+"${exit_flag[@]}"} &
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
