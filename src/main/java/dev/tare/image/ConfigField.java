package dev.tare.image;

/**
 * A field of an image's config. Annotations of the manifest count as a field, because labels can contain the same
 * facts.
 */
public enum ConfigField {

    PLATFORM("platform"), USER("user"), ENTRYPOINT("entrypoint"), COMMAND("command"), WORKING_DIRECTORY(
            "working directory"),
    ENVIRONMENT("environment"), PORT("port"), VOLUME("volume"), LABEL(
            "label"),
    STOP_SIGNAL("stop signal"), SHELL("shell"), HEALTH_CHECK("health check"), HEALTH_CHECK_INTERVAL(
            "health check interval"),
    HEALTH_CHECK_TIMEOUT("health check timeout"), HEALTH_CHECK_START_PERIOD(
            "health check start period"),
    HEALTH_CHECK_START_INTERVAL("health check start interval"), HEALTH_CHECK_RETRIES(
            "health check retries"),
    ON_BUILD("on build"), AUTHOR("author"), CREATED("created"), ANNOTATION("annotation");

    private final String title;

    ConfigField(String title) {
        this.title = title;
    }

    /** The display name, in lower case. */
    public String title() {
        return this.title;
    }
}
