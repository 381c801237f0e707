#!/bin/sh
# Installs the tus server the uploads are tested against, once, into build/tus-server.
set -eu
from=tests/upload
to=${1:-build/tus-server}
if [ -d "$to/node_modules/@tus/server" ] && cmp -s "$from/package-lock.json" "$to/package-lock.json"; then
    exit 0
fi
mkdir -p "$to"
cp "$from/package.json" "$from/package-lock.json" "$to/"
npm ci --prefix "$to" --no-audit --no-fund --ignore-scripts --omit=optional --silent
