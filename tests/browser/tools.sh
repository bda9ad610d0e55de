#!/bin/sh
# What the tests need from the operating system: a browser, fonts for Chinese, ffmpeg for the faked
# camera, certutil for what the browser trusts, and node. Installs through apt what is missing; does nothing where all of it is there.
set -eu

has() { command -v "$1" >/dev/null 2>&1; }

missing=""
has chromium || has chromium-browser || has google-chrome || missing="$missing chromium"
has ffmpeg || missing="$missing ffmpeg"
has certutil || missing="$missing libnss3-tools"
has node || missing="$missing nodejs"
{ has fc-list && fc-list :lang=zh | grep -q .; } || missing="$missing fontconfig fonts-noto-cjk"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install() {
  if ! has apt-get; then
    echo "The tests need:$* - please install them with this system's own packages." >&2
    exit 1
  fi
  echo "Installing for the tests:$*"
  as_root apt-get update -qq
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $* >/dev/null
}

[ -z "$missing" ] || install "$missing"
# Some builds of nodejs bring npm with them, and then refuse the package of that name.
has npm || install " npm"
