#!/usr/bin/env bash
# Installs what the hall needs beside the .NET SDK: fonts, native libraries, the C compiler for the keypad core.
# Arguments: packages wanted in addition (the tests pass theirs). Does nothing when everything is there.
set -euo pipefail

need=(gcc libc6-dev make qpdf libpangocairo-1.0-0 libpangoft2-1.0-0 libcups2 libharfbuzz-subset0 fonts-noto-cjk fonts-babelstone-han "$@")

missing=()
for package in "${need[@]}"; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done

if [ "${#missing[@]}" -gt 0 ]; then
  install="apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    echo "缺少系统软件包，请以 root 运行 / packages are missing, run as root:" >&2
    echo "  apt-get update && $install" >&2
    exit 2
  fi
  echo "正在安装 / installing: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=300 -qq update
  apt-get -o DPkg::Lock::Timeout=300 -qq -y --no-install-recommends install "${missing[@]}" >/dev/null
fi

command -v dotnet >/dev/null || {
  echo "未找到 .NET 10 SDK（dotnet）。请先安装 / the .NET 10 SDK (dotnet) is not on the PATH, install it first." >&2
  exit 2
}

bash "$(dirname "$0")/install-fonts.sh"
