#!/bin/bash
# build-guest.sh FOLDER: puts Debian's kernel and a first file system there, once. That file system mounts this machine's own
# files read-only over 9p, with a layer of memory above them, and runs the job that stands in FOLDER/job.sh.
set -euo pipefail
mkdir -p "$1"
cd "$1"
package=$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image-/ { print $2; exit }')
kernel=${package#linux-image-}
[ "$(cat built 2>/dev/null)" = "$kernel" ] && exit 0
rm -rf kernel first built ./*.deb
apt-get -qq -o APT::Sandbox::User=root download "$package"
dpkg-deb -x "$package"_*.deb kernel
rm ./*.deb
depmod -b kernel "$kernel"
mkdir -p first/{bin,dev,proc,sys,modules}
cp /bin/busybox first/bin/

# Numbered in the order in which they have to be loaded.
for module in virtio_pci 9pnet_virtio 9p overlay; do
  modprobe -d "$PWD/kernel" -S "$kernel" --show-depends "$module"
done | awk '/^insmod/ && !seen[$2]++ { printf "%s first/modules/%02d.ko\n", $2, n++ }' |
  while read -r from to; do cp "$from" "$to"; done

cat > first/init <<'INIT'
#!/bin/busybox sh
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for module in /modules/*.ko; do insmod "$module"; done
mkdir -p /machine /memory /both
mount -t 9p -o ro,trans=virtio,version=9p2000.L,cache=loose,msize=262144 machine /machine
mount -t tmpfs memory /memory
mkdir /memory/above /memory/work
mount -t overlay both -o lowerdir=/machine,upperdir=/memory/above,workdir=/memory/work /both
for kept in dev proc sys; do mount --move /$kept /both/$kept; done
mkdir -p /both/dev/pts
mount -t devpts pts /both/dev/pts
mount -t tmpfs run /both/run
job=$(sed -n 's/.*job=\([^ ]*\).*/\1/p' /both/proc/cmdline)
exec switch_root /both /bin/bash "$job"
INIT
chmod +x first/init
(cd first && find . | cpio --quiet -o -H newc | gzip -1) > first.gz
rm -r first
echo "$kernel" > built
