# Finds a Docker engine or starts one. Sourced after lib.sh.
# shellcheck shell=bash

ENGINE_DATA=/var/lib/tare-engine
ENGINE_RUN=/run/tare-engine
ENGINE_PID=$ENGINE_RUN/dockerd.pid
ENGINE_LOG=$TARE_CACHE/engine.log

# Prints the version of the engine. Fails if no engine answers within ten seconds.
engine_version() { within 10 docker version --format '{{.Server.Version}}' 2>/dev/null; }

# within SECONDS COMMAND...: macOS has no timeout.
within() { if has timeout; then timeout "$@"; else "${@:2}"; fi; }

# If no engine answers, notes how to get one.
need_engine() {
  need_registries
  ! engine_version >/dev/null || return 0
  if [ -n "${DOCKER_HOST:-}" ]; then
    lack "a Docker engine at DOCKER_HOST=$DOCKER_HOST: start it, or unset DOCKER_HOST"
  elif ! can_install; then
    lack "a Docker engine: start one, for example Docker Desktop or the service \"docker\""
  elif has docker && has_service; then
    lack "a Docker engine: start the service of this machine with: systemctl start docker"
  else
    need "running containers" dockerd=docker.io docker=docker.io
    will "start a Docker engine, which runs until you stop it"
  fi
}

# Uses a running engine without changes, or starts one.
use_engine() {
  local version
  if version=$(engine_version); then
    say "Docker engine $version answers"
  else
    start_engine
  fi
  without_registries
}

# Whether the machine has a Docker service; another engine would take its socket and bridge.
has_service() { [ -d /run/systemd/system ] && systemctl cat docker.service >/dev/null 2>&1; }

# The cleaner of Testcontainers is an image, which cannot be pulled without a registry.
without_registries() {
  registries_reachable && return
  export TESTCONTAINERS_RYUK_DISABLED=true
  [ ! -e /.dockerenv ] || export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
}

start_engine() {
  mkdir -p "$ENGINE_DATA" "$ENGINE_RUN" "$TARE_CACHE"
  exec 8>"$ENGINE_RUN/lock"
  flock -w 180 8 || fail "another run is starting the Docker engine for over three minutes (lock: $ENGINE_RUN/lock)"
  if ! engine_version >/dev/null; then
    try_engine || try_engine --iptables=false --ip6tables=false || try_engine --iptables=false --storage-driver=vfs || {
      tail -n 20 "$ENGINE_LOG" >&2
      fail "the Docker engine does not start here (whole log: $ENGINE_LOG)"
    }
    say "Docker engine started, process $(cat "$ENGINE_PID"), log $ENGINE_LOG; stop it with: kill \$(cat $ENGINE_PID)"
  fi
  exec 8>&-
}

# Starts dockerd with these options and waits until it answers or ends, for at most half a minute.
try_engine() {
  local pid waited
  say "starting a Docker engine${1:+ with $*}"
  setsid dockerd --data-root "$ENGINE_DATA" --exec-root "$ENGINE_RUN" --pidfile "$ENGINE_PID" "$@" \
    </dev/null >"$ENGINE_LOG" 2>&1 8>&- &
  pid=$!
  for waited in {1..60}; do
    engine_version >/dev/null && return
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.5
  done
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  say "it did not answer after $((waited / 2)) seconds"
  return 1
}
