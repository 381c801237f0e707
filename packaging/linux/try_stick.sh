#!/bin/sh
# Writes the portable ZIP onto an image of a stick with FAT32 and runs it from there: its data must
# lie beside the program, and nothing in the home of who runs it; then the stick goes to "another
# computer" and the same book opens there.
#   sh packaging/linux/try_stick.sh dist/so-sang-kien-0.1.0-linux-x64-portable.zip
# Mounted by the kernel (vfat) where it can. Else fusefat reads the image, below a layer that takes
# what is written: fusefat 0.1a damages any file that is written at random places, a bare SQLite
# database among them. Else the files that mtools took off the image are run. What was done is said.
set -eu
zip=$(realpath "$1")
work=$(mktemp -d)
end() {
    umount "$work/run" 2>/dev/null || true
    umount "$work/stick" 2>/dev/null || true
    rm -rf "$work"
}
trap end EXIT
mkdir "$work/stick" "$work/unpacked" "$work/home" "$work/run" "$work/upper" "$work/layer"
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
if mount -o loop "$work/image" "$work/run" 2>/dev/null; then
    kind=kernel
    echo "run from the stick, mounted by the kernel (vfat)"
elif command -v fusefat >/dev/null && fusefat "$work/image" "$work/stick" -o ro >/dev/null 2>&1 &&
    sleep 1 && [ -d "$work/stick/SoSangKien" ] && mount -t overlay overlay \
    -o "lowerdir=$work/stick,upperdir=$work/upper,workdir=$work/layer" "$work/run" 2>/dev/null; then
    kind=layer
    echo "run from the stick, read by fusefat; what is written goes into a layer over it"
else
    kind=copy
    cp -r "$work/back/SoSangKien" "$work/run/"
    echo "run from the files that were taken off the stick: nothing here can mount FAT32"
fi
echo "bon chiec xe dap xanh" >"$work/home/passphrase"
run() {
    program=$1
    shift
    [ -x "$program" ] || chmod +x "$program"
    env -i PATH=/usr/bin:/bin HOME="$work/home" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen \
        "$program" --passphrase-file "$work/home/passphrase" "$@"
}
here="$work/run/SoSangKien"
run "$here/so-sang-kien" --version
run "$here/so-sang-kien" init team --name "Tổ sáng kiến Công ty May Sông Công" --code MSC
run "$here/so-sang-kien" demo --to "$here/demo" | tail -2
run "$here/so-sang-kien" key show >"$work/first"
sed -n 1,2p "$work/first"
test -f "$here/data/book.sqlite3"
test -f "$here/data/keys/portable.age"
! grep -q sign_seed "$here/data/keys/keys.json"
test -z "$(find "$work/home" -type f -not -name passphrase -not -path '*/.cache/*')"
echo "data lies beside the program, keys are wrapped, the home of who ran it is empty"
if [ $kind != kernel ]; then
    mcopy -s -Q -i "$work/image" "$here/data" ::/SoSangKien/
    umount "$work/run" 2>/dev/null || true
    umount "$work/stick" 2>/dev/null || true
    mkdir "$work/other"
    mcopy -s -n -Q -i "$work/image" ::/SoSangKien "$work/other/"
    run "$work/other/SoSangKien/so-sang-kien" key show >"$work/second"
    cmp "$work/first" "$work/second"
    echo "carried to another computer on FAT32: the same book and keys"
fi
