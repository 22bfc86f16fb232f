package dev.tare.engine;

import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;

/** The engines that Tare finds. Both offer the Docker Engine API. */
public enum EngineKind {

    DOCKER("Docker", "docker", "DOCKER_HOST", "/var/run/docker.sock",
            "a member of the group \"docker\", whose members are as powerful as root"),

    PODMAN("Podman", "podman", "CONTAINER_HOST", "/run/user/1000/podman/podman.sock",
            "the one who started it; or start your own with \"systemctl --user start podman.socket\"");

    private final String label;

    private final String command;

    private final String variable;

    private final String remoteSocket;

    private final String allowedUser;

    EngineKind(String label, String command, String variable, String remoteSocket, String allowedUser) {
        this.label = label;
        this.command = command;
        this.variable = variable;
        this.remoteSocket = remoteSocket;
        this.allowedUser = allowedUser;
    }

    /**
     * Parses the name of the command of an engine, in any case.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static EngineKind parse(String text) {
        return Stream.of(values())
                .filter(kind -> kind.command.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("engine", text, "docker or podman"));
    }

    /** The name for people, such as {@code Docker}. */
    public String label() {
        return this.label;
    }

    /** The name of its command, such as {@code docker}. It is also the scheme of its images: {@code docker://}. */
    public String command() {
        return this.command;
    }

    /** The name of its command. */
    @Override
    public String toString() {
        return this.command;
    }

    /** The variable with the address of the engine. */
    String variable() {
        return this.variable;
    }

    /** The usual socket on another host. */
    String remoteSocket() {
        return this.remoteSocket;
    }

    /** A user who may use the engine, as the end of a sentence. */
    String allowedUser() {
        return this.allowedUser;
    }
}
