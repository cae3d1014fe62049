#!/usr/bin/env bash
# Runs every test from a fresh clone; the last line is "N passed, N failed". --nightly runs the long ones too.
set -uo pipefail
cd "$(dirname "$0")/.."

nightly=0
for argument in "$@"; do
  case "$argument" in
    --nightly) nightly=1 ;;
    *) echo "usage: bash tests/run.sh [--nightly]" >&2; exit 2 ;;
  esac
done
export VOTINGHALL_NIGHTLY=$nightly DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

bash server/setup.sh poppler-utils openssl chromium node-typescript cups-ipp-utils avahi-daemon dbus fontconfig \
  gcc-arm-none-eabi qemu-system-arm || exit $?

passed=0
failed=0
# One check that either holds or not.
check() {
  local name=$1
  shift
  echo "== $name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $name"; fi
}
# A program that prints its own "N passed, N failed".
suite() {
  local name=$1 log
  shift
  log=$(mktemp)
  echo "== $name"
  "$@" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]} counts
  counts=$(sed -nE 's/^(.*[^0-9])?([0-9]+) passed, ([0-9]+) failed.*/\2 \3/p' "$log" | awk '{p+=$1; f+=$2} END {print p+0, f+0}')
  read -r p f <<<"$counts"
  rm -f "$log"
  passed=$((passed + p))
  failed=$((failed + f))
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then failed=$((failed + 1)); echo "FAILED: $name (exit $status)"; fi
  if [ "$p" -eq 0 ]; then failed=$((failed + 1)); echo "FAILED: $name ran no test"; fi
}
# An xunit test program: its summary is turned into the same words.
xunit() {
  local name=$1 program="tests/$1/bin/Release/net10.0/$1.dll" log status
  log=$(mktemp)
  echo "== $name"
  dotnet "$program" --no-progress 2>&1 | tee "$log" | grep -vE '^(xUnit|$)' || true
  status=${PIPESTATUS[0]}
  local p f
  p=$(sed -nE 's/^ *succeeded: ([0-9]+).*/\1/p' "$log" | tail -1)
  f=$(sed -nE 's/^ *failed: ([0-9]+).*/\1/p' "$log" | tail -1)
  rm -f "$log"
  passed=$((passed + ${p:-0}))
  failed=$((failed + ${f:-0}))
  if [ "$status" -ne 0 ] && [ "${f:-0}" -eq 0 ]; then failed=$((failed + 1)); echo "FAILED: $name (exit $status)"; fi
}

check "restore with lock files" dotnet restore VotingHall.sln --locked-mode -v quiet
check "build, warnings are errors" dotnet build VotingHall.sln -c Release --no-restore -v quiet -nologo
if [ "$failed" -gt 0 ]; then
  echo "$passed passed, $failed failed"
  exit 1
fi
check "format" dotnet format VotingHall.sln --no-restore --verify-no-changes
suite "firmware core, sanitized" make --no-print-directory -C firmware-bridge test
suite "sums of the hardware pages" bash tests/hardware/sums.sh
check "images for microcontrollers, sizes" make -s --no-print-directory -C firmware-bridge images
for project in tests/VotingHall.*.Tests; do
  xunit "$(basename "$project")"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
