# The slim base: a minimal Debian with apt, dpkg and a shell, and a Temurin JRE, as eclipse-temurin lays it out.
# shellcheck shell=bash

SLIM_PACKAGES=ca-certificates,fontconfig,locales,p11-kit,tzdata

needs_slim() {
  echo mmdebstrap jq perl gzip tar
  [ "$(id -u)" = 0 ] || echo newuidmap=uidmap
}

assemble_slim() {
  use_jre
  use_debian
  begin_image
  say "slim: installing Debian $SUITE (minbase, $SLIM_PACKAGES)"
  debian_layer "$WORK/layer.tar"
  add_layer "$WORK/layer.tar" "mmdebstrap --variant=minbase --include=$SLIM_PACKAGES $SUITE"
  add_setting 'ENV JAVA_HOME=/opt/java/openjdk PATH LANG LANGUAGE LC_ALL JAVA_VERSION'
  say "slim: adding Temurin $JRE_VERSION"
  slim_java_layer "$WORK/layer.tar"
  add_layer "$WORK/layer.tar" "jlink Temurin $JRE_VERSION to /opt/java/openjdk"
  add_setting 'CMD ["bash"]'
  finish_image slim "Slim Java base (local equivalent)" "$(slim_config)"
}

debian_layer() {
  # shellcheck disable=SC2016 # $1 is mmdebstrap's: the folder of the new system
  mmdebstrap --quiet --variant=minbase --architectures="$ARCH" --include="$SLIM_PACKAGES" --format=tar --skip=output/dev \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook='echo "en_US.UTF-8 UTF-8" >>"$1/etc/locale.gen"' --customize-hook='chroot "$1" locale-gen >/dev/null' \
    --customize-hook='rm -f "$1/etc/hostname" "$1/etc/resolv.conf" "$1/var/log/fontconfig.log"' \
    --customize-hook='sed -i -E "s,//[^/@]+@,//," "$1/etc/apt/sources.list"' \
    "$SUITE" "$1" - <"$WORK/apt/sources.list" >"$WORK/mmdebstrap.log" 2>&1 ||
    fail "mmdebstrap failed: $(tail -n 15 "$WORK/mmdebstrap.log")"
}

slim_java_layer() {
  local stage="$WORK/slim-java"
  mkdir -p "$stage/opt/java"
  cp -a "$JRE" "$stage/opt/java/openjdk"
  ca_bundle "$WORK/ca.pem"
  java_keystore "$WORK/ca.pem" "$stage/opt/java/openjdk/lib/security/cacerts"
  pack "$1" "$stage"
  rm -rf "$stage"
}

slim_config() {
  jq -n --arg version "jdk-$JRE_VERSION" '{
    Env: ["PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "JAVA_HOME=/opt/java/openjdk", "LANG=en_US.UTF-8", "LANGUAGE=en_US:en", "LC_ALL=en_US.UTF-8",
          "JAVA_VERSION=\($version)"],
    Cmd: ["bash"]}'
}
