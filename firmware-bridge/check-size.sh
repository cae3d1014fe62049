#!/usr/bin/env bash
# check-size.sh SIZE-PROGRAM IMAGE FLASH-LIMIT RAM-LIMIT: prints what an image takes and refuses one beyond its limits.
set -euo pipefail
read -r text data bss _ < <("$1" "$2" | tail -1)
flash=$((text + data))
ram=$((data + bss))
echo "$(basename "$2"): flash $flash of $3, RAM $ram of $4 bytes"
[ "$flash" -le "$3" ] && [ "$ram" -le "$4" ]
