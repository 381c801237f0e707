#!/bin/sh
# Writes the portable ZIP onto an image of a stick with FAT32 and runs it from there: its data must
# lie on the stick, beside the program, and nothing in the home of who runs it.
#   sh packaging/linux/try_stick.sh dist/so-sang-kien-0.1.0-linux-x64-portable.zip
# Mounted by the kernel (vfat) or by fusefat where root may; where neither can, the files are copied
# onto the image and out of it again by mtools, compared, and run from that copy. Which of them it
# was is printed.
set -eu
zip=$(realpath "$1")
work=$(mktemp -d)
mounted=""
end() {
    [ -z "$mounted" ] || umount "$work/stick" 2>/dev/null || fusermount -u "$work/stick" || true
    rm -rf "$work"
}
trap end EXIT
mkdir "$work/stick" "$work/unpacked" "$work/home"
python3 -m zipfile -e "$zip" "$work/unpacked"
test -z "$(find "$work/unpacked" -type l)"
dd if=/dev/zero of="$work/image" bs=1M count=512 status=none
/usr/sbin/mkfs.vfat -F 32 -n SSK "$work/image" >/dev/null
export MTOOLS_SKIP_CHECK=1
mcopy -s -Q -i "$work/image" "$work/unpacked/SoSangKien" ::/
mkdir "$work/back"
mcopy -s -n -Q -i "$work/image" ::/SoSangKien "$work/back/"
diff -r "$work/unpacked/SoSangKien" "$work/back/SoSangKien"
echo "on FAT32 and back: $(find "$work/back" -type f | wc -l) files, every byte the same"
if mount -o loop,uid=$(id -u) "$work/image" "$work/stick" 2>/dev/null; then
    mounted=1
    echo "mounted by the kernel (vfat)"
elif command -v fusefat >/dev/null && fusefat "$work/image" "$work/stick" -o rw+ >/dev/null 2>&1 &&
    sleep 1 && [ -d "$work/stick/SoSangKien" ]; then
    mounted=1
    echo "mounted by fusefat"
else
    cp -r "$work/back/SoSangKien" "$work/stick/"
    echo "not mounted here: run from the copy that was taken off the image"
fi
program="$work/stick/SoSangKien/so-sang-kien"
[ -x "$program" ] || chmod +x "$program"
echo "bon chiec xe dap xanh" >"$work/home/passphrase"
run() {
    env -i PATH=/usr/bin:/bin HOME="$work/home" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen \
        "$program" --passphrase-file "$work/home/passphrase" "$@"
}
run --version
run init team --name "Tổ sáng kiến Công ty May Sông Công" --code MSC
run key show | head -4
test -f "$work/stick/SoSangKien/data/book.sqlite3"
test -f "$work/stick/SoSangKien/data/keys/portable.age"
! grep -q sign_seed "$work/stick/SoSangKien/data/keys/keys.json"
test -z "$(find "$work/home" -type f -not -name passphrase -not -path '*/.cache/*')"
echo "data lies on the stick, keys are wrapped, the home of who ran it is empty"
