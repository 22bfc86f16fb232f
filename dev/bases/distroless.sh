# The distroless base: Google's recipe for its Java image of Debian 13, one layer per package, no shell.
# shellcheck shell=bash

# If Debian 13 renamed a package, the name in Debian 12 comes second, or "-" if Debian 12 has no such package.
DISTROLESS_PACKAGES="base-files netbase tzdata tzdata-legacy|- media-types libc6 zlib1g libjpeg62-turbo liblcms2-2
  libfreetype6 fonts-dejavu-core fontconfig-config libexpat1 libfontconfig1 libuuid1 libbrotli1 libcrypt1 libstdc++6
  libgcc-s1 gcc-14-base|gcc-12-base libpng16-16t64|libpng16-16 libbz2-1.0"
NONROOT=65532

needs_distroless() { echo jq perl gzip tar dpkg-deb=dpkg; }

assemble_distroless() {
  use_jre
  use_debian
  begin_image
  local package deb
  say "distroless: one layer for each of Debian's $(wc -w <<<"$DISTROLESS_PACKAGES") packages"
  for package in $DISTROLESS_PACKAGES; do
    deb=$(fetch_package "$package")
    [ -z "$deb" ] || add_package "$deb"
  done
  say "distroless: adding users, certificates, locale and Temurin $JRE_VERSION"
  add_system_files
  add_certificates
  add_locale
  add_distroless_java
  add_setting 'USER 65532'
  add_setting 'ENTRYPOINT ["/usr/bin/java","-jar"]'
  finish_image distroless "Distroless Java base (local equivalent)" "$(distroless_config)"
}

# The files of the package as Debian packed them, and the record of dpkg, one file per package.
add_package() {
  local name version records="$WORK/records"
  name=$(dpkg-deb -f "$1" Package)
  version=$(dpkg-deb -f "$1" Version)
  rm -rf "$records"
  mkdir -p "$records/var/lib/dpkg/status.d" "$records/control"
  dpkg-deb -e "$1" "$records/control"
  mv "$records/control/control" "$records/var/lib/dpkg/status.d/$name"
  [ ! -e "$records/control/md5sums" ] || mv "$records/control/md5sums" "$records/var/lib/dpkg/status.d/$name.md5sums"
  rm -r "$records/control"
  chmod -R u=rwX,go=rX "$records"
  dpkg-deb --fsys-tarfile "$1" >"$WORK/layer.tar"
  tar --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --numeric-owner --owner=0 --group=0 --sort=name \
    -C "$records" -rf "$WORK/layer.tar" ./var/lib/dpkg/status.d
  add_layer "$WORK/layer.tar" "deb $name $version"
}

add_system_files() {
  local stage="$WORK/system" release
  release=$(private_apt apt-cache show base-files | sed -n 's/^Version: \([0-9]*\).*/\1/p' | head -n 1)
  mkdir -p "$stage/etc" "$stage/usr/lib" "$stage/root" "$stage/home/nonroot" "$stage/tmp"
  chmod 700 "$stage/root" "$stage/home/nonroot"
  chmod 1777 "$stage/tmp"
  cat >"$stage/etc/passwd" <<END
root:x:0:0:root:/root:/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin
nonroot:x:$NONROOT:$NONROOT:nonroot:/home/nonroot:/sbin/nologin
END
  printf '%s\n' root:x:0: nobody:x:65534: tty:x:5: staff:x:50: "nonroot:x:$NONROOT:" >"$stage/etc/group"
  printf 'hosts: files dns\n' >"$stage/etc/nsswitch.conf"
  cat >"$stage/usr/lib/os-release" <<END
PRETTY_NAME="Distroless (local equivalent)"
NAME="Debian GNU/Linux"
ID="debian"
VERSION_ID="$release"
VERSION="Debian GNU/Linux $release ($SUITE)"
END
  pack "$WORK/layer.tar" "$stage" --exclude=./home/nonroot
  tar --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --numeric-owner --owner=$NONROOT --group=$NONROOT \
    -C "$stage" -rf "$WORK/layer.tar" ./home/nonroot
  add_layer "$WORK/layer.tar" "users root, nobody and nonroot, /tmp, nsswitch.conf, os-release"
}

add_certificates() {
  local stage="$WORK/certificates"
  mkdir -p "$stage/etc/ssl/certs/java" "$stage/etc/ssl/certs/adoptium"
  ca_bundle "$stage/etc/ssl/certs/ca-certificates.crt"
  java_keystore "$stage/etc/ssl/certs/ca-certificates.crt" "$stage/etc/ssl/certs/java/cacerts"
  ln -s /etc/ssl/certs/java/cacerts "$stage/etc/ssl/certs/adoptium/cacerts"
  pack "$WORK/layer.tar" "$stage"
  add_layer "$WORK/layer.tar" "CA certificates of ca-certificates $(dpkg-deb -f "$WORK"/debs/ca-certificates/*.deb Version)"
}

add_locale() {
  local stage="$WORK/locale" deb
  deb=$(fetch_package libc-bin)
  mkdir -p "$stage"
  dpkg-deb --fsys-tarfile "$deb" | tar -C "$stage" -xf - ./usr/lib/locale/C.utf8
  pack "$WORK/layer.tar" "$stage"
  add_layer "$WORK/layer.tar" "locale C.utf8 of libc-bin $(dpkg-deb -f "$deb" Version)"
}

add_distroless_java() {
  local stage="$WORK/distroless-java" home=/usr/lib/jvm/temurin-25-jre-$ARCH
  mkdir -p "$stage/usr/lib/jvm" "$stage/usr/bin"
  cp -a "$JRE" "$stage$home"
  ln -s /etc/ssl/certs/adoptium/cacerts "$stage$home/lib/security/cacerts"
  ln -s "$home/bin/java" "$stage/usr/bin/java"
  pack "$WORK/layer.tar" "$stage"
  rm -rf "$stage"
  add_layer "$WORK/layer.tar" "jlink Temurin $JRE_VERSION to $home"
}

distroless_config() {
  jq -n --arg version "${JRE_VERSION%%+*}" --arg user "$NONROOT" '{
    User: $user, WorkingDir: "/home/nonroot",
    Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt", "LANG=C.UTF-8", "JAVA_VERSION=\($version)"],
    Entrypoint: ["/usr/bin/java", "-jar"]}'
}
