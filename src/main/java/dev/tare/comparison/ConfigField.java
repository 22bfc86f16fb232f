package dev.tare.comparison;

/** A part of an image's config. */
public enum ConfigField {

    PLATFORM("platform"), USER("user"), ENTRYPOINT("entrypoint"), COMMAND("command"), WORKING_DIRECTORY(
            "working directory"),
    ENVIRONMENT("environment"), PORT("port"), VOLUME("volume"), LABEL(
            "label"),
    STOP_SIGNAL("stop signal"), HEALTH_CHECK("health check");

    private final String title;

    ConfigField(String title) {
        this.title = title;
    }

    /** The field for people, in lower case. */
    public String title() {
        return this.title;
    }
}
