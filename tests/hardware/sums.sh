#!/usr/bin/env bash
# Does the tables of hardware.md again: every row under a "sums" mark is computed from its first columns, pins and nets are compared.
# The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.."

counts=$(mktemp)
trap 'rm -f "$counts"' EXIT
status=0

awk -F'|' -v counts="$counts" '
function trim(s) { gsub(/^[ *]+|[ *]+$/, "", s); return s }
function num(s) { s = trim(s); gsub(/,/, "", s); return s + 0 }
function ceil(x) { return x == int(x) ? x : int(x) + 1 }
function cdiv(a, b) { return int((a + b - 1) / b) }
function max(a, b) { return a > b ? a : b }
# What a cell must say; fmt as in the table.
function want(column, fmt, value,   said, should) {
  said = trim($column); should = sprintf(fmt, value)
  if (said == should) passed++
  else { failed++; printf "FAILED: %s:%d %s, column %d says %s, the sum is %s\n", FILENAME, FNR, mark, column - 1, said, should }
}
# The same in words, where a number may be missing.
function say(column, should) {
  if (trim($column) == should) passed++
  else { failed++; printf "FAILED: %s:%d %s, column %d says %s, not %s\n", FILENAME, FNR, mark, column - 1, trim($column), should }
}
function drop(volts, ohms,   root) { root = volts * volts - 4 * 0.353 * ohms; return root < 0 ? -1 : (volts - sqrt(root)) / 2 }
function chars(n, baud) { return cdiv(n * 10000000, baud) }
function slot(body, baud) { return cdiv((body + 3) * 10000000 + max(20000000, 60 * baud), baud) }
function sweep(body, n, baud,   s, blocks) {
  s = slot(body, baud); blocks = cdiv(n, int(400000 / s))
  return cdiv(blocks * 26 * 10000000 + blocks * 2000 * baud, baud) + n * s + 4 * (chars(29, baud) + max(chars(2, baud), 60))
}
function ack(n, baud,   frames) { frames = cdiv(n, 100); return chars(33 * frames + 2 * n, baud) + 500 * frames }
function lamp(body, n, baud) { return 2 * (sweep(body, n, baud) + 15000 + ack(n, baud)) }

FNR == 1 { mark = ""; split("", total) }
/^<!-- sums: / { mark = $0; sub(/^<!-- sums: /, "", mark); sub(/ -->$/, "", mark); row = 0; split("", total); seen[mark] = 1; next }
mark != "" && !/^\|/ { mark = ""; next }
mark == "" { next }
{ row++ }
row <= 2 { next }   # head and rule

mark == "fram" {
  if (trim($2) == "total") want(5, "%d", total["sum"])
  else { want(5, "%d", num($3) * num($4)); total["sum"] += num($3) * num($4) }
}
mark == "power" {
  if (trim($2) == "total") { want(3, "%d", total["mean"]); want(4, "%d", total["peak"]) }
  else { total["mean"] += num($3); total["peak"] += num($4) }
}
mark == "bridge-power" {
  if (trim($2) == "total") want(5, "%d", total["sum"])
  else { want(5, "%d", num($3) * num($4)); total["sum"] += num($3) * num($4) }
}
mark == "bias" {
  ohm = trim($2) == "none" ? 0 : num($2)
  load = ohm ? 12000 / ohm : 0
  want(3, "%.0f", ohm ? 3300 * 60 / (2 * ohm + 60) : 0)
  left = int((32 - 0.125 - load) * 8 + 1e-9)
  if (ohm) want(4, "%.1f", load); else want(4, "%d", 0)
  want(5, "%d", left > 250 ? 250 : left)
}
mark == "far" {
  loop = 2 * 39 * num($2) / 1000; end = 1 / (1 / 120 + 1 / 375)
  want(3, "%.1f", loop); want(4, "%.2f", 1.08 * end / (end + loop)); want(5, "%.1f", 1.08 * end / (end + loop) / 0.2)
}
mark == "guard" {
  guard = max(2e7 / num($2), 60); way = 2 * 0.00677
  want(3, "%.1f", guard)
  for (i = 0; i < 2; i++) {
    drift = 2 * (i ? 30 : 50) * 0.4
    want(4 + 3 * i, "%d", drift); want(5 + 3 * i, "%.1f", guard - 20 - drift); want(6 + 3 * i, "%d", int((guard - 20 - drift) / way))
  }
}
mark == "divider" {
  baud = num($2); divider = int(64e6 / baud + 0.5); error = (64e6 / divider / baud - 1) * 100
  want(3, "%d", divider); want(4, "%.2f", error); want(5, "%.2f", 2430e3 / baud); want(6, "%.1f", 2430e6 / baud * (error < 0 ? -error : error) / 100)
}
mark ~ /^drop/ {
  volts = substr(mark, 5) + 0; split("25 50 63 75 100 125", count, " ")
  for (i = 1; i <= 6; i++) {
    n = count[i]; d = drop(volts, 2 * num($3) / 1000 * 1.2 * n * (n + 1) / 2)
    if (d < 0) say(3 + i, "-"); else want(3 + i, "%.2f", d)
  }
}
mark == "halls" {
  d = drop(num($8), 2 * num($5) / 1000 * num($3) * num($6) + 2 * 13.3 / 1000 * 1.2 * num($7) * (num($7) + 1) / 2)
  load = 0.353 * num($6)
  want(9, "%.2f", d); want(10, "%.2f", num($8) - d); want(11, "%.1f", load); want(13, "%.0f", 100 * load / num($12))
}
mark == "sweep" {
  n = num($2); baud = num($3)
  want(4, "%.0f", sweep(23, n, baud) / 1000); want(5, "%.0f", sweep(46, n, baud) / 1000); want(6, "%.0f", sweep(182, n, baud) / 1000)
  want(7, "%.0f", lamp(23, n, baud) / 1000); want(8, "%.0f", lamp(46, n, baud) / 1000)
}
END {
  split("fram power bridge-power bias far guard divider drop24 drop48 halls sweep", marks, " ")
  for (i in marks) if (!(marks[i] in seen)) { failed++; printf "FAILED: the table %s is missing\n", marks[i] }
  print passed + 0, failed + 0 >> counts
  exit failed > 0
}' hardware.md docs/hardware/keypad.md docs/hardware/bridge.md || status=1

# Pins: no number and no name twice, none left out; every pin a net names has that net in the pin table, and the reverse.
for board in keypad:48 bridge:64; do
  awk -F'|' -v pins="${board#*:}" -v counts="$counts" '
  function trim(s) { gsub(/^ +| +$/, "", s); return s }
  function bad(text) { failed++; printf "FAILED: %s:%d %s\n", FILENAME, FNR, text }
  /^<!-- pins: / { part = "pins"; row = 0; next }
  /^<!-- nets: / { part = "nets"; row = 0; next }
  part != "" && !/^\|/ { part = ""; next }
  part == "" || ++row <= 2 { next }
  part == "pins" {
    pin = trim($2) + 0; name = trim($3); net = trim($6)
    if (pin in name_of) bad("pin " pin " stands twice"); else passed++
    if (name in pin_of) bad(name " stands twice"); else passed++
    name_of[pin] = name; pin_of[name] = pin; net_of[pin] = net
  }
  part == "nets" {
    net = trim($2); text = $3 "," $4
    while (match(text, /U1\.[0-9]+/)) {
      pin = substr(text, RSTART + 3, RLENGTH - 3) + 0; text = substr(text, RSTART + RLENGTH)
      if (pin in wired) bad("pin " pin " is in two nets"); else passed++
      wired[pin] = 1
      if (net ~ /\.\./) { first = net; sub(/[0-9]+\.\..*/, "", first); good = index(net_of[pin], first) == 1 } else good = net_of[pin] == net
      if (good) passed++; else bad("pin " pin " is net " net ", in the pin table " net_of[pin])
    }
  }
  END {
    for (pin = 1; pin <= pins; pin++) {
      if (!(pin in name_of)) bad("pin " pin " is missing")
      else if (net_of[pin] != "-" && !(pin in wired)) bad("pin " pin " (" net_of[pin] ") is in no net")
      else passed++
    }
    print passed + 0, failed + 0 >> counts
    exit failed > 0
  }' "docs/hardware/${board%:*}.md" || status=1
done

awk '{ p += $1; f += $2 } END { printf "%d passed, %d failed\n", p, f }' "$counts"
exit "$status"
