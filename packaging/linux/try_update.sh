#!/bin/sh
# Updates a copy of the built program from a signed file, as on a stick, with a release key made for
# this trial: an older version stands for the installed one. What is refused is tried as well.
set -eu
here=$(realpath "$(dirname "$0")/../..")
folder="$here/build/package/so-sang-kien"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python="$here/.venv/bin/python"
# Every use of the key asks for its password on a terminal; one without a password is made instead.
minisign -G -W -p "$work/release.pub" -s "$work/release.key" >/dev/null
minisign -G -W -p "$work/other.pub" -s "$work/other.key" >/dev/null
mkdir -p "$work/program" "$work/home"
cp -r "$folder/." "$work/program/"
mkdir -p "$work/program/_internal/desktop_app/resources/update"
cp "$work/release.pub" "$work/program/_internal/desktop_app/resources/update/"
echo old >"$work/program/_internal/only-old"

# The new version: the same build with a higher number in its list.
PYTHONPATH="$here:$here/packaging" "$python" - "$work" "$folder" <<'END'
import subprocess, sys
from pathlib import Path
from desktop_app import __version__
from desktop_app.exchange import update_file
from desktop_app.services.updating import platform_name
work, whole = Path(sys.argv[1]), Path(sys.argv[2])
small = work / "small"
(small / "_internal").mkdir(parents=True)
(small / "so-sang-kien").write_text("never run")
for name, version, key, folder in (
    ("new", "99.0.0", "release", whole),
    ("older", "0.0.1", "release", small),
    ("foreign", "99.0.0", "other", small),
):
    manifest = update_file.manifest_of(folder, version, platform_name(), "Thử cập nhật.")
    file = work / "update.json"
    file.write_bytes(manifest)
    subprocess.run(
        ["minisign", "-S", "-W", "-s", work / f"{key}.key", "-m", file, "-x", work / "sig"],
        check=True, stdout=subprocess.DEVNULL,
    )
    update_file.write_update(
        work / f"{name}.update.zip", folder, manifest, (work / "sig").read_bytes()
    )
END
run() {
    env -i PATH=/usr/bin:/bin HOME="$work/home" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen \
        PYTHON_KEYRING_BACKEND=keyring.backends.fail.Keyring "$work/program/so-sang-kien" "$@"
}
run init team --name "Tổ thử" --code THU
for refused in older foreign; do
    if run update apply "$work/$refused.update.zip"; then exit 1; fi
done
head -c 30000000 "$work/new.update.zip" >"$work/cut.update.zip"
if run update check "$work/cut.update.zip"; then exit 1; fi
run update check "$work/new.update.zip"
run update apply "$work/new.update.zip"
test -f "$work/program/_internal/only-old"
echo "== the next start"
run &
first=$!
wait $first
tries=0
while [ -e "$work/program/_internal/only-old" ] || [ -e "$work/program/update-ready.json" ]; do
    tries=$((tries + 1))
    [ $tries -lt 120 ] || { echo "not swapped"; exit 1; }
    sleep 0.5
done
sleep 5
new=$(pgrep -f "^$work/program/so-sang-kien" | head -1)
test -n "$new"
kill $(pgrep -f "^$work/program/so-sang-kien") 2>/dev/null || true
sleep 1
diff -r -q "$folder" "$work/program" | grep -v "Only in $work/program: update-" || true
run --version
echo "updated, and the new program was started"
