#!/bin/sh
# Installs the Debian package into a clean root, plays the demo and opens the window there, removes
# and purges it, and sees that the data of who used it stayed. Needs root and debootstrap.
#   sh packaging/linux/try_clean_root.sh dist/so-sang-kien_0.1.0_amd64.deb [ROOT]
set -eu
package=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
root=${2:-$(realpath "$here/../..")/build/package/root}

if [ ! -x "$root/usr/bin/apt-get" ]; then
    debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >/dev/null
fi
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp "$package" "$root/tmp/package.deb"
cp "$here/../check_build.py" "$root/tmp/"
mkdir -p "$root/proc" "$root/dev/shm"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mountpoint -q "$root/dev/shm" || mount -t tmpfs tmpfs "$root/dev/shm"
trap 'umount "$root/proc" "$root/dev/shm"' EXIT

inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 chroot "$root" "$@"; }
quiet="DEBIAN_FRONTEND=noninteractive"
inside env $quiet apt-get update -qq
echo "== install"
inside env $quiet apt-get -o Dpkg::Use-Pty=0 install -y -qq --no-install-recommends /tmp/package.deb >/dev/null
inside dpkg-query -W -f '${Package} ${Version} ${Status}\n' so-sang-kien
inside dpkg --verify so-sang-kien

inside userdel -r worker >/dev/null 2>&1 || true # of an earlier trial in the same root
inside useradd -m worker
as_worker() { inside setpriv --reuid=worker --regid=worker --clear-groups env HOME=/home/worker "$@"; }
echo "== a worker's first minutes"
as_worker so-sang-kien --version
as_worker so-sang-kien init team --name "Tổ sáng kiến Công ty May Sông Công"
as_worker env QT_QPA_PLATFORM=offscreen so-sang-kien demo --to /home/worker/demo
test "$(inside sh -c 'ls /home/worker/demo/screens/*.png | wc -l')" -ge 19
echo "== window"
inside env $quiet apt-get -o Dpkg::Use-Pty=0 install -y -qq --no-install-recommends xvfb xauth python3 desktop-file-utils \
    shared-mime-info >/dev/null
inside desktop-file-validate /usr/share/applications/so-sang-kien.desktop
inside sh -c 'touch /tmp/a.ssk && grep -q "vnd.so-sang-kien:\*.ssk" /usr/share/mime/globs2'
inside sh -c 'grep -q so-sang-kien.desktop /usr/share/applications/mimeinfo.cache'
as_worker python3 /tmp/check_build.py /usr/bin/so-sang-kien
echo "== remove"
inside env $quiet apt-get -o Dpkg::Use-Pty=0 remove -y -qq so-sang-kien >/dev/null
test ! -e "$root/usr/bin/so-sang-kien"
test ! -e "$root/usr/lib/so-sang-kien"
inside dpkg --purge so-sang-kien >/dev/null 2>&1
test -f "$root/home/worker/.local/share/SoSangKien/book.sqlite3"
echo "the worker's book stayed; nothing else did:"
inside sh -c 'find / -xdev -name "*so-sang-kien*" -not -path "/home/*" -not -path "/tmp/*" -not -path "/proc/*"'
echo "== done"
