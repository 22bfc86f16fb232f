# The lowest layer of the genuine images: sh base.sh ROOT, as root, on Debian.
set -eu
umask 022
cd "$1"
name150=$(printf '%0150d' 0 | tr 0 n)

mkdir -p bin data/owned etc real names swap/was-folder/in swap/turns-link gone-folder/a opaque/sub links devices long
printf 'ID=genuine\nVERSION_ID=1\nPRETTY_NAME="Genuine 1"\n' >etc/os-release
printf 'root:x:0:0::/root:/bin/tool\napp:x:1000:1000::/:/bin/tool\n' >etc/passwd

echo tool >bin/tool
ln bin/tool bin/hard
ln bin/tool bin/hard-too
ln -s tool bin/soft
echo setuid >bin/setuid
echo setgid >bin/setgid
echo ping >bin/ping
chmod 755 bin/tool bin/ping
chown 0:42 bin/setgid
chmod 4755 bin/setuid
chmod 2750 bin/setgid
setcap cap_net_raw+ep bin/ping
mkdir -m 1777 tmp
mkdir -m 2770 data/shared

echo owned >data/owned/file
chown -R 1000:1000 data/owned
chmod 600 data/owned/file
echo large >data/large-owner
chown 3000000:3000001 data/large-owner
: >data/empty
echo first >data/grows
echo mode >data/mode
truncate -s 24K data/sparse
printf island | dd of=data/sparse bs=1 seek=9000 conv=notrunc status=none

ln -s real via
ln -s /real absolute
ln -s ../outside/../../.. climbing
ln -s nowhere dangling
echo real >real/file

mkdir "long/$name150"
echo long >"long/$name150/$name150"
ln -s "$name150/$name150" long/link
ln "long/$name150/$name150" long/hard

echo accents >'names/été 日本'
echo comma >'names/say "hi", you'
echo backslash >'names/back\slash'
echo dash >names/-dash
echo space >'names/ space '
echo line >"$(printf 'names/line\nbreak')"
echo latin >"$(printf 'names/latin-\351')"

echo file >swap/was-file
echo inner >swap/was-folder/in/file
echo inner >swap/turns-link/file
ln -s ../real swap/was-link

echo gone >gone-file
echo gone >gone-folder/a/file
echo old >opaque/old
echo old >opaque/sub/old

echo shared >links/a
ln links/a links/b
echo pair >links/c
echo replaced >links/target
ln links/target links/keeps

mknod devices/null c 1 3
mknod devices/loop b 7 0
mkfifo devices/pipe
chmod 666 devices/null
