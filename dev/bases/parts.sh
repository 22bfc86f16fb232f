# The parts that the recipes share: packages of Debian, a Temurin runtime, layers, an archive.
# Sourced after lib.sh. WORK is the temporary folder of the run, ARCH the architecture as Debian and Docker name it.
# shellcheck shell=bash

# The Debian release of the published distroless image, and so the preferred one.
WANTED_SUITE=trixie

# The modules of Adoptium's own JRE: Java SE, and every other module that is not a tool.
JRE_MODULES=java.se,java.smartcardio,jdk.accessibility,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.dynalink,\
jdk.graal.compiler,jdk.graal.compiler.management,jdk.httpserver,jdk.incubator.vector,jdk.internal.vm.ci,jdk.jdwp.agent,\
jdk.jfr,jdk.jsobject,jdk.localedata,jdk.management,jdk.management.agent,jdk.management.jfr,jdk.naming.dns,\
jdk.naming.rmi,jdk.net,jdk.nio.mapmode,jdk.sctp,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.xml.dom,jdk.zipfs

# --- Debian -----------------------------------------------------------------------------------------------------

# apt-get and apt-cache with their own lists, cache and status. Those of the machine do not change.
private_apt() {
  local tool=$1
  shift
  "$tool" -q -o Dir::State="$WORK/apt" -o Dir::State::status="$WORK/apt/status" -o Dir::Cache="$WORK/apt/cache" -o Dir::Cache::pkgcache=pkgcache.bin \
    -o Dir::Etc::sourcelist="$WORK/apt/sources.list" -o Dir::Etc::sourceparts=- -o Dir::Etc::preferencesparts=- \
    -o APT::Architecture="$ARCH" -o APT::Architectures="$ARCH" -o Acquire::Languages=none \
    -o APT::Sandbox::User="$(id -un)" -o APT::Update::Error-Mode=any "$@"
}

# Finds the mirror that the machine's own apt uses for Debian, reads its lists and checks their signatures.
use_debian() {
  [ -z "${SUITE:-}" ] || return 0
  local keys=/usr/share/keyrings/debian-archive-keyring.pgp
  [ -e "$keys" ] || keys=${keys%.pgp}.gpg
  [ -e "$keys" ] || fail "Debian's archive keys are missing; install the package debian-archive-keyring"
  mkdir -p "$WORK/apt/lists/partial" "$WORK/apt/cache/archives/partial"
  : >"$WORK/apt/status"
  read_debian_lists "$keys" "$WANTED_SUITE" || read_debian_lists "$keys" "" ||
    fail "the lists of Debian's packages could not be read:
$(grep -E '^(E|W|Err)' "$WORK/apt/log" | head -n 5)"
  DEBIAN_DATE=$(sed -n 's/^Date: //p' "$WORK"/apt/lists/*_dists_"${SUITE}"_*Release | head -n 1)
  SOURCE_DATE_EPOCH=$(date -u -d "$DEBIAN_DATE" +%s)
  export SOURCE_DATE_EPOCH
  say "Debian $SUITE as of $DEBIAN_DATE"
}

# read_debian_lists KEYS SUITE: with an empty SUITE the machine's own.
read_debian_lists() {
  local own uri codename
  own=$(debian_targets | awk 'length(s) == 0 || length($2) < length(s) { s = $2 } END { print s }')
  if [ -z "$own" ] && can_install; then
    apt-get update -qq </dev/null >/dev/null 2>&1 || true
    own=$(debian_targets | awk 'length(s) == 0 || length($2) < length(s) { s = $2 } END { print s }')
  fi
  [ -n "$own" ] || fail "apt's configuration names no Debian mirror (see: apt-get indextargets); run \"apt-get update\" as root,
  or assemble the bases on a Debian machine"
  SUITE=${2:-$own}
  debian_targets | while read -r uri codename; do
    echo "deb [signed-by=$1] $uri ${codename/#$own/$SUITE} main"
  done >"$WORK/apt/sources.list"
  private_apt apt-get update >"$WORK/apt/log" 2>&1 </dev/null
}

# Lines of mirror and code name: bookworm, bookworm-updates, bookworm-security.
debian_targets() {
  # shellcheck disable=SC2016 # these are apt's variables
  apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Identifier: Packages' 'Origin: Debian' 'Component: main' 2>/dev/null | sort -u
}

# fetch_package NAME[|OTHER]...: downloads the first that exists and prints the file's path.
fetch_package() {
  local name
  for name in ${1//|/ }; do
    [ "$name" != - ] || return 0
    private_apt apt-cache show "$name" >/dev/null 2>&1 || continue
    mkdir -p "$WORK/debs/$name"
    (cd "$WORK/debs/$name" && private_apt apt-get download "$name" >>"$WORK/apt/log" 2>&1 </dev/null) ||
      fail "could not download Debian's package $name: $(tail -n 3 "$WORK/apt/log")"
    echo "$WORK/debs/$name"/*.deb
    return
  done
  fail "Debian $SUITE has no package $1"
}

# ca_bundle FILE: the certificates of Debian's ca-certificates as one PEM file.
ca_bundle() {
  local stage="$WORK/ca"
  mkdir -p "$stage"
  dpkg-deb -x "$(fetch_package ca-certificates)" "$stage"
  (cd "$stage/usr/share/ca-certificates/mozilla" && LC_ALL=C && for crt in *.crt; do cat "$crt"; done) >"$1"
}

# java_keystore PEM FILE: the same as a Java key store. Not by keytool, which stores the time of day.
java_keystore() {
  perl -MMIME::Base64 -MDigest::SHA=sha1 -0777 -ne '
    my @certs = map { decode_base64($_) } /-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----/gs;
    my $store = pack("N3", 0xfeedfeed, 2, scalar @certs);
    my $n = 0;
    $store .= pack("N n/a* Q> n/a* N/a*", 2, "debian-" . $n++, 1000 * $ENV{SOURCE_DATE_EPOCH}, "X.509", $_) for @certs;
    print $store, sha1(join("", map { "\0$_" } split(//, "changeit")) . "Mighty Aphrodite" . $store);
  ' "$1" >"$2"
}

# --- Java -------------------------------------------------------------------------------------------------------

# Links a JRE from the Temurin JDK once and stores it. Sets JRE and JRE_VERSION.
use_jre() {
  [ -z "${JRE:-}" ] || return 0
  local jdk link="$WORK/jlink"
  jdk=$(find_jdk temurin) || fail "linking a Java runtime needs Eclipse Temurin 25: $INSTALL_JDK"
  JRE_VERSION=$(jdk_property "$jdk" SEMANTIC_VERSION)
  JRE="$TARE_CACHE/jre/temurin-$JRE_VERSION-$ARCH"
  [ -x "$JRE/bin/java" ] && return
  say "linking a Java runtime from Temurin $JRE_VERSION"
  mkdir -p "$link" "${JRE%/*}"
  sed 's/^IMAGE_TYPE=.*/IMAGE_TYPE="JRE"/' "$jdk/release" >"$link/release"
  # The -J options make two links of one JDK equal to the byte: no salted hash codes, no racing threads.
  "$jdk/bin/jlink" -J-XX:+UseSerialGC -J-XX:+UnlockExperimentalVMOptions -J-XX:hashCode=2 \
    -J-XX:AOTMode=record -J-XX:AOTConfiguration="$link/aot" \
    --add-modules "$JRE_MODULES" --no-header-files --no-man-pages --generate-cds-archive \
    --release-info "$link/release" --output "$link/jre" >"$link/log" 2>&1 || fail "jlink failed: $(tail -n 5 "$link/log")"
  "$link/jre/bin/java" -version 2>/dev/null || fail "the linked Java runtime does not run"
  # The JDK's own key store may contain certificates of this machine's owner. Each image has those of Debian.
  rm -f "$link/jre/lib/security/cacerts"
  mv -T "$link/jre" "$JRE"
}

# --- Layers and the archive -------------------------------------------------------------------------------------

# tar_of TAR ARGUMENT...: the same bytes for the same files, at any time and for any user.
tar_of() {
  local tar=$1
  shift
  tar --format=gnu --sort=name --mtime="@$SOURCE_DATE_EPOCH" --numeric-owner --owner=0 --group=0 -f "$tar" -c "$@"
}

pack() { tar_of "$1" "${@:3}" -C "$2" .; }

# add_layer TAR STEP: adds an uncompressed layer with its line of the history.
add_layer() {
  local diff_id
  diff_id=$(sha256sum "$1" | cut -d ' ' -f 1)
  gzip -n -6 <"$1" >"$WORK/image/$diff_id.tar.gz"
  rm "$1"
  jq -cn --arg diff_id "$diff_id" --arg step "$2" '{diff_id: $diff_id, step: $step}' >>"$WORK/steps"
}

# add_setting STEP: a line of history without a layer.
add_setting() { jq -cn --arg step "$1" '{step: $step}' >>"$WORK/steps"; }

# begin_image: removes the layers of the previous image.
begin_image() {
  rm -rf "$WORK/image" "$WORK/steps"
  mkdir "$WORK/image"
}

# published FLAVOUR: the reference of the published image, as pom.xml pins it.
published() {
  local name digest
  name=$(pinned "base.$1.name")
  digest=$(pinned "base.$1.digest")
  echo "$name@$digest"
}

# pinned PROPERTY: its value in pom.xml.
pinned() { sed -n "/<$1>/{s,.*<$1>\\(.*\\)</.*,\\1,p;q}" "$TARE_HOME/pom.xml" | grep . || fail "pom.xml has no property $1"; }

# finish_image FLAVOUR TITLE CONTAINER_CONFIG: writes FLAVOUR.tar and FLAVOUR.properties into WORK.
finish_image() {
  local flavour=$1 title=$2 config=$3 published created digest
  published=$(published "$flavour")
  created=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
  jq -cS --slurp --arg arch "$ARCH" --arg created "$created" --arg published "$published" --arg title "$title" \
    --arg suite "$SUITE" --arg jre "$JRE_VERSION" --argjson config "$config" '{
      architecture: $arch, os: "linux", created: $created,
      config: ($config + {Labels: {
        "org.opencontainers.image.title": $title,
        "org.opencontainers.image.description": ("local equivalent of \($published), assembled from packages of Debian \($suite) and Eclipse Temurin \($jre); not the published image"),
        "org.opencontainers.image.created": $created,
        "dev.tare.base.equivalent-of": $published,
        "dev.tare.base.debian": $suite,
        "dev.tare.base.java": $jre}}),
      rootfs: {type: "layers", diff_ids: [.[].diff_id | values | "sha256:" + .]},
      history: map({created: $created, created_by: .step, comment: "dev/bases"} + if .diff_id then {} else {empty_layer: true} end)
    }' "$WORK/steps" >"$WORK/config.json"
  digest=$(sha256sum "$WORK/config.json" | cut -d ' ' -f 1)
  mv "$WORK/config.json" "$WORK/image/$digest.json"
  local name="tare.local/$flavour-equivalent:${digest:0:12}"
  jq -cS --slurp --arg config "$digest.json" --arg name "$name" \
    '[{Config: $config, RepoTags: [$name], Layers: [.[].diff_id | values | . + ".tar.gz"]}]' "$WORK/steps" >"$WORK/image/manifest.json"
  (cd "$WORK/image" && tar_of "$WORK/$flavour.tar" -- *)
  cat >"$WORK/$flavour.properties" <<END
local.$flavour.digest=sha256:$digest
local.$flavour.name=$name
local.$flavour.sha256=$(sha256sum "$WORK/$flavour.tar" | cut -d ' ' -f 1)
END
}
