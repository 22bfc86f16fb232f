# Shared by the scripts of this folder: messages, packages, the JDK and the registries.
# shellcheck shell=bash disable=SC2034 # the scripts that source this use what it sets

shopt -s inherit_errexit 2>/dev/null || true # not in the bash of macOS

TARE_HOME="$(CDPATH='' cd -- "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
TARE_JAR="$TARE_HOME/target/tare.jar"
TARE_CACHE="$HOME/.cache/tare"
BASES="$TARE_CACHE/bases"

say() { printf 'tare: %s\n' "$*" >&2; }
fail() { printf 'tare: error: %s\n' "$*" >&2; exit 1; }

# Prints the comment block at the top of a script, which is its --help.
usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$1"; }

has() { command -v "$1" >/dev/null 2>&1; }

can_install() { [ "$(id -u)" = 0 ] && has apt-get; }

# require PURPOSE COMMAND[=PACKAGE]...: installs what is missing, or says what to install.
require() {
  local purpose=$1 tools=() missing=() tool
  shift
  for tool; do
    ! has "${tool%%=*}" || continue
    tools+=("${tool%%=*}")
    [[ " ${missing[*]:-} " == *" ${tool##*=} "* ]] || missing+=("${tool##*=}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  can_install || fail "$purpose needs tools that are missing here: ${tools[*]}; install them and run this again.
  On Debian or Ubuntu: apt-get install ${missing[*]}"
  say "installing ${missing[*]} ($purpose)"
  install_packages "${missing[@]}"
}

# Installs Debian packages without starting the services that some of them bring.
install_packages() (
  local log policy=/usr/sbin/policy-rc.d
  mkdir -p "$TARE_CACHE"
  log="$TARE_CACHE/apt.log"
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq &&
    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"; } </dev/null >"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    fail "could not install $* (whole log: $log)"
  }
)

# Whether both registries of the published base images answer; asked once per run. A registry answers 200 or, to
# whoever has not logged in yet, 401; anything else is a proxy's page.
registries_reachable() {
  if [ -z "${TARE_REGISTRIES:-}" ]; then
    require "asking the registries" curl
    TARE_REGISTRIES=reachable
    local registry
    for registry in registry-1.docker.io gcr.io; do
      case $(curl -s -m 5 -o /dev/null -w '%{http_code}' "https://$registry/v2/" || true) in
        200 | 401) ;;
        *) TARE_REGISTRIES=unreachable ;;
      esac
    done
    export TARE_REGISTRIES
  fi
  [ "$TARE_REGISTRIES" = reachable ]
}

# use_bases ARGUMENT...: the published base images if Maven's arguments ask for them, otherwise what dev/bases provides.
use_bases() {
  case " ${MAVEN_ARGS:-} $* " in
    *" -Dtare.bases=published "*) say "the published base images are used, as -Dtare.bases=published asks" ;;
    *) "$TARE_HOME/dev/bases" ;;
  esac
}

# Whether archives stand in for published base images; says so aloud, for the build takes them without being asked.
warn_of_local_bases() {
  local flavour found=()
  for flavour in slim distroless; do
    [ ! -e "$BASES/$flavour.tar" ] || found+=("$BASES/$flavour.tar")
  done
  [ ${#found[@]} -gt 0 ] || return 1
  say "WARNING: images stand on LOCAL EQUIVALENTS, not on the published bases: ${found[*]}
  To build on the published ones, where their registries answer: rm ${found[*]}
  or give Maven -Dtare.bases=published (dev/verify as an argument, dev/run as MAVEN_ARGS=-Dtare.bases=published)"
}

# jdk_property HOME KEY: a value of the JDK's release file.
jdk_property() { sed -n "s/^$2=\"\\(.*\\)\"\$/\\1/p" "$1/release" 2>/dev/null; }

is_jdk() { # HOME any|temurin
  [ -x "$1/bin/javac" ] || return 1
  local version
  version=$(jdk_property "$1" JAVA_VERSION)
  version=${version%%[!0-9]*}
  case $2 in
    temurin) [ "$version" = 25 ] && [ "$(jdk_property "$1" IMPLEMENTOR)" = "Eclipse Adoptium" ] ;;
    *) [ "${version:-0}" -ge 25 ] ;;
  esac
}

# find_jdk any|temurin: prints the home of a JDK of version 25 or later, or of Temurin 25.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-/nowhere}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk "$home" "$1"; then
      echo "$home"
      return
    fi
  done
  fail "no JDK 25 found in JAVA_HOME, /usr/lib/jvm, /opt/java, ~/.sdkman or ~/.jdks.
  Install Eclipse Temurin 25 (Adoptium's package temurin-25-jdk, or \"sdk install java 25-tem\") or name one in JAVA_HOME"
}

# Points JAVA_HOME, and with it Maven and the command, at a JDK 25.
use_jdk() {
  JAVA_HOME=$(find_jdk any)
  export JAVA_HOME
}

# Maven in batch mode, without the warnings of JDK 25 about libraries that Maven's plugins bring.
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" "$TARE_HOME/mvnw" -f "$TARE_HOME/pom.xml" --batch-mode "$@"
}

# Builds the command where that was not done yet.
build_jar() {
  [ ! -e "$TARE_JAR" ] || return 0
  say "building the command (once)"
  maven -q -DskipTests package >&2
}

# Names a Chromium or Chrome in TARE_CHROMIUM.
use_chromium() {
  local name
  if [ -z "${TARE_CHROMIUM:-}" ]; then
    for name in chromium chromium-browser google-chrome google-chrome-stable \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
      ! has "$name" || break
    done
    has "$name" || { name=chromium && require "testing the pages in a browser" chromium; }
    TARE_CHROMIUM=$(command -v "$name")
  fi
  export TARE_CHROMIUM
}
