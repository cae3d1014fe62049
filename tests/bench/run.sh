#!/usr/bin/env bash
# Measures the hall. Without a name everything: sweep, lamp, ack, durable, record, startup, board, fanout, counting. Prints tables; asserts nothing.
#   bash tests/bench/run.sh [NAME ...]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
bash "$root/server/setup.sh" chromium
dotnet build "$root/server/VotingHall.Server" -c Release -v quiet -nologo >&2
dotnet build "$root/tests/bench" -c Release -v quiet -nologo >&2
exec dotnet "$root/tests/bench/bin/Release/net10.0/votinghall-bench.dll" "$@"
