#!/bin/sh
# Style, types, then the tests; real windows are driven under Xvfb.
set -eu
bin=.venv/bin
# No test may touch the keyring of the person who runs it.
export PYTHON_KEYRING_BACKEND=keyring.backends.fail.Keyring
$bin/ruff check .
$bin/ruff format --check .
$bin/mypy
$bin/python packaging/translations.py release
sh packaging/tus_server.sh
QT_QPA_PLATFORM=offscreen $bin/python -m pytest -q -n auto --dist worksteal -m "not screen"
QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1366x768x24" \
    sh -c "openbox & exec $bin/python -m pytest -q -m screen"
