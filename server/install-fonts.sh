#!/bin/bash
# Puts the FangSong face of the papers (FandolFang-Regular.otf) into /usr/local/share/fonts/votinghall.
# It comes from Debian's texlive-lang-chinese; only this one file is taken, TeX is not installed.
# Does nothing when the font is there. Exit 2 when the rights to install it are missing.
set -euo pipefail
target=/usr/local/share/fonts/votinghall
font=FandolFang-Regular.otf
[ -s "$target/$font" ] && exit 0
if [ "$(id -u)" != 0 ]; then
  echo "字体 $font 尚未安装。请以 root 执行：sudo bash $(realpath "$0")" >&2
  echo "the font $font is not installed; run as root: sudo bash $(realpath "$0")" >&2
  exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
apt-get -qq -o APT::Sandbox::User=root download texlive-lang-chinese \
  || { apt-get -qq -o DPkg::Lock::Timeout=300 update && apt-get -qq -o APT::Sandbox::User=root download texlive-lang-chinese; }
dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb | tar -x --wildcards "*/$font"
mkdir -p "$target"
install -m 644 "$(find . -name "$font" -print -quit)" "$target/.$font.partial"
mv "$target/.$font.partial" "$target/$font"
echo "$target/$font"
