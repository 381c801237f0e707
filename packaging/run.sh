#!/bin/sh
# The window where there is a display; otherwise the demo, which needs none.
set -eu
.venv/bin/python packaging/translations.py release
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/so-sang-kien
fi
echo "Không có màn hình: chạy bản trình diễn thay cho cửa sổ."
echo "There is no display: playing the demo instead of the window."
exec .venv/bin/so-sang-kien demo --to demo-output
