#!/bin/sh
# Stands in for Debian's invoke-rc.d and deb-systemd-invoke while dev/lib.sh installs packages, so that no service
# starts. It comes first in the PATH of dpkg alone; nothing on the system changes.
exit 0
