#!/usr/bin/env bash
# Makes docs/keypad/*.png anew: the displays of the emulated keypads in every state, taken while the chain test runs.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash server/setup.sh gcc-arm-none-eabi qemu-system-arm
project=tests/VotingHall.Firmware.Tests
dotnet build "$project" -c Release -v quiet -nologo
mkdir -p docs/keypad
VOTINGHALL_SCREENSHOTS=$PWD/docs/keypad dotnet "$project/bin/Release/net10.0/VotingHall.Firmware.Tests.dll" --no-progress
