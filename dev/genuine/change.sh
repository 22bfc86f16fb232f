# The first change: sh change.sh ROOT. Uses only commands of busybox, because some tools run it inside a container.
set -eu
umask 022
cd "$1"

rm gone-file
rm -r gone-folder
rm -r opaque
mkdir opaque
echo new >opaque/new

rm swap/was-file
mkdir swap/was-file
echo inner >swap/was-file/inner
rm -r swap/was-folder
echo file >swap/was-folder
rm -r swap/turns-link
ln -s ../real swap/turns-link
rm swap/was-link
mkdir swap/was-link
echo folder >swap/was-link/file

echo through >via/through
rm bin/hard
rm links/a
ln links/c links/d
rm links/target
echo another >links/target

echo second >>data/grows
chmod 640 data/mode
chown 1000:1001 data/mode
rm data/empty
mkdir data/only-here
echo once >data/only-here/file
