#!/bin/sh
# Installs what Qt needs to show a window and what the tests compare with, on Debian and its kin.
# Elsewhere it says what is needed and goes on.
set -eu

packages="libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
libdbus-1-3 libfontconfig1 fonts-liberation fonts-dejavu-core xvfb xauth openbox age minisign unzip
p7zip-full zip poppler-utils zbar-tools libreoffice-writer-nogui postgresql python3-venv"

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Not a Debian system. Needed: $packages"
    exit 0
fi
# For the tus server of the tests; a node from elsewhere brings its npm and will not go with Debian's.
command -v npm >/dev/null 2>&1 || packages="$packages nodejs npm"
missing=""
for package in $packages; do
    state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    case "$state" in *"ok installed") ;; *) missing="$missing $package" ;; esac
done
[ -n "$missing" ] || exit 0

run=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "Please install as root:$missing"
        exit 1
    fi
    run="sudo"
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$run apt-get update -qq
# shellcheck disable=SC2086
$run apt-get install -y -qq --no-install-recommends $missing >/dev/null
