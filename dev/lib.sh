# Shared by the scripts of this folder: messages, set-up, the JDK and the base images.
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

# A script notes everything that it needs with need, lack and will; "provide" then lists it all before it does anything.
PACKAGES=()
MISSING=()
LACKING=()
PLANNED=()

# need PURPOSE COMMAND[=PACKAGE]...: notes each command that is missing here, and the package that has it, once.
need() {
  local purpose=$1 tool tools="" packages=""
  shift
  for tool; do
    if ! has "${tool%%=*}" && [[ " ${PACKAGES[*]:-} " != *" ${tool##*=} "* ]]; then
      tools+=" ${tool%%=*}"
      packages+=" ${tool##*=}"
      PACKAGES+=("${tool##*=}")
    fi
  done
  [ -n "$tools" ] || return 0
  MISSING+=("${tools# } ($purpose)")
  PLANNED+=("install${packages} ($purpose)")
}

# lack TEXT: notes something that no package here provides.
lack() { LACKING+=("$1"); }

# will TEXT: notes a further step of the set-up.
will() { PLANNED+=("$1"); }

# Lists everything noted. Then it installs the packages, as root on Debian, or stops.
provide() {
  if [ ${#LACKING[@]} -gt 0 ] || { [ ${#PACKAGES[@]} -gt 0 ] && ! can_install; }; then
    [ ${#PACKAGES[@]} -eq 0 ] || lack "on Debian or Ubuntu: apt-get install ${PACKAGES[*]}"
    fail "install or start the following, then run this again:$(lines ${MISSING[@]+"${MISSING[@]}"} "${LACKING[@]}")"
  fi
  [ ${#PLANNED[@]} -eq 0 ] || say "set-up:$(lines "${PLANNED[@]}")"
  [ ${#PACKAGES[@]} -eq 0 ] || install_packages "${PACKAGES[@]}" || exit
  PACKAGES=() MISSING=() PLANNED=()
}

lines() { printf '\n  - %s' "$@"; }

# require PURPOSE COMMAND[=PACKAGE]...: provides the commands at once.
require() {
  need "$@"
  provide
}

# Installs Debian packages without starting or restarting services. Their scripts find invoke-rc.d and
# deb-systemd-invoke by PATH, so dpkg gets a PATH with stand-ins. A policy-rc.d could outlive this script.
# The stand-ins are copies, because a checkout can have a colon in its path or lie on a volume without executables.
install_packages() (
  local log="$TARE_CACHE/apt.log" standins path tool
  mkdir -p "$TARE_CACHE"
  standins=$(mktemp -d) || fail "no temporary folder can be made; set TMPDIR to a folder that exists"
  trap 'rm -rf "$standins"' EXIT
  for tool in "$TARE_HOME"/dev/no-services/*; do
    { install -m 755 "$tool" "$standins/" && "$standins/${tool##*/}"; } 2>/dev/null || fail "programs in $standins cannot run; set TMPDIR to a folder where they can"
  done
  path="$standins:/usr/sbin:/usr/bin:/sbin:/bin"
  export DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1
  { apt-get update -qq &&
    PATH=$path apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 -o DPkg::Path="$path" "$@"; } \
    </dev/null >"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    fail "could not install $* (whole log: $log)"
  }
)

# Whether both registries of the published base images answer. A run asks them once. A registry answers 200, or 401
# to a client that is not logged in. Any other answer is from a proxy. TARE_BASE_REGISTRIES=reachable or =unreachable
# in the environment replaces the requests.
registries_reachable() {
  if [ -z "${TARE_BASE_REGISTRIES:-}" ]; then
    has curl || require "asking the registries" curl
    TARE_BASE_REGISTRIES=reachable
    local registry
    for registry in registry-1.docker.io gcr.io; do
      case $(curl -s -m 5 -o /dev/null -w '%{http_code}' "https://$registry/v2/" || true) in
        200 | 401) ;;
        *) TARE_BASE_REGISTRIES=unreachable ;;
      esac
    done
  fi
  export TARE_BASE_REGISTRIES
  [ "$TARE_BASE_REGISTRIES" = reachable ]
}

# Notes curl, unless the answer is known.
need_registries() { [ -n "${TARE_BASE_REGISTRIES:-}" ] || need "asking the registries" curl; }

# Notes the tools that assemble base images, unless the registries answer. Without curl this is unknown, so it notes them.
need_bases() {
  local flavour tools flavours=""
  need_registries
  if [ -n "${TARE_BASE_REGISTRIES:-}" ] || has curl; then
    ! registries_reachable || return 0
  fi
  while IFS='|' read -r flavour tools; do
    flavours+=" $flavour"
    # shellcheck disable=SC2086 # a list of words
    need "assembling the $flavour base image" $tools
  done < <("$TARE_HOME/dev/bases/assemble" --needs)
  [ -n "$flavours" ] || return 0
  has apt-get || lack "access to docker.io and gcr.io, because local base images need Debian's apt"
  find_jdk temurin >/dev/null || ! find_jdk any >/dev/null ||
    lack "Eclipse Temurin 25, for the base images: $INSTALL_JDK"
  will "assemble these base images in $BASES, if their registries do not answer:$flavours"
}

# Sets BASE_ARGUMENTS to the arguments by which Maven builds on local base images; none if the registries answer.
use_bases() {
  local arguments argument
  arguments=$("$TARE_HOME/dev/bases/assemble")
  BASE_ARGUMENTS=()
  while IFS= read -r argument; do
    [ -z "$argument" ] || BASE_ARGUMENTS+=("$argument")
  done <<<"$arguments"
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

INSTALL_JDK="install it (Adoptium's package temurin-25-jdk, or \"sdk install java 25-tem\") or set JAVA_HOME to it"

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
  return 1
}

# Notes a JDK that is missing, and points JAVA_HOME, and with it Maven and the command, at the one that is found.
use_jdk() {
  if JAVA_HOME=$(find_jdk any); then
    export JAVA_HOME
  else
    unset JAVA_HOME
    lack "a JDK 25, such as Eclipse Temurin 25: $INSTALL_JDK"
  fi
}

# Maven in batch mode, without the warnings of JDK 25 about libraries of Maven's plugins. If it writes the AOT cache of the
# command, the cache gets the time at which Maven began, so that a file that changes meanwhile is newer.
maven() {
  local began status=0 cache="$TARE_HOME/target/command/tare.aot"
  began=$(mktemp)
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" "$TARE_HOME/mvnw" -f "$TARE_HOME/pom.xml" --batch-mode "$@" || status=$?
  if [ "$cache" -nt "$began" ]; then
    touch -r "$began" "$cache"
  fi
  rm -f "$began"
  return $status
}

# Builds the command with an AOT cache of this JDK, unless that was done since the last change, and sets COMMAND to the
# arguments that start it. Another JDK runs it without the cache. The JVM does not write to standard output. The C2
# compiler starts later than by default: in a process of a few seconds, most of what it compiles runs too briefly to pay
# for that.
build_command() {
  local folder="$TARE_HOME/target/command"
  if [ ! -e "$folder/tare.aot" ] || \
    [ -n "$(find "$JAVA_HOME/release" "$TARE_HOME/pom.xml" "$TARE_HOME/src/main" -newer "$folder/tare.aot")" ]; then
    say "building the command"
    maven -q -DskipTests -Pcommand package >&2
  fi
  COMMAND=(-Xlog:all=off:stdout -Xlog:all=warning:stderr -Xlog:aot*=off:stderr -Xlog:cds*=off:stderr -XX:+UseSerialGC
    -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000
    -XX:Tier4BackEdgeThreshold=400000 "-XX:AOTCache=$folder/tare.aot" --enable-native-access=ALL-UNNAMED -cp "$folder/tare.jar" dev.tare.TareApplication)
}

# Prints the command of a Chromium or Chrome.
find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    ! command -v "$name" 2>/dev/null || return 0
  done
  return 1
}

need_chromium() {
  [ -n "${TARE_CHROMIUM:-}" ] || find_chromium >/dev/null || need "testing the pages in a browser" chromium
}

# Names the browser in TARE_CHROMIUM.
use_chromium() {
  TARE_CHROMIUM=${TARE_CHROMIUM:-$(find_chromium)}
  export TARE_CHROMIUM
}
