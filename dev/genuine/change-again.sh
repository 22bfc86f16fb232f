# The second change: sh change-again.sh ROOT, on top of the first.
set -eu
umask 022
cd "$1"

mkdir -p gone-folder/a
echo back >gone-folder/a/back
mv opaque moved
rm -r data/only-here
rm links/b links/c
rm -r swap/was-file
echo again >swap/was-file
: >data/empty
chmod 700 data/empty
rm via
mkdir via
echo folder >via/file
