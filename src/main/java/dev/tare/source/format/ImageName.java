package dev.tare.source.format;

/** Names of images, which tools write in full or in part: {@code app}, {@code docker.io/library/app:latest}. */
final class ImageName {

    private ImageName() {}

    static boolean isSame(String one, String other) {
        return one.equals(other) || shortest(one).equals(shortest(other));
    }

    private static String shortest(String name) {
        String withoutHost = name.startsWith("docker.io/") ? name.substring("docker.io/".length()) : name;
        String withoutLibrary = withoutHost.startsWith("library/") ? withoutHost.substring("library/".length())
                : withoutHost;
        return withoutLibrary.endsWith(":latest")
                ? withoutLibrary.substring(0, withoutLibrary.length() - ":latest".length())
                : withoutLibrary;
    }
}
