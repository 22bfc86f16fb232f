package dev.tare.inspection.base;

/** The repository in the name of an image. */
final class Repository {

    private Repository() {}

    /**
     * Whether two images are builds of the same repository. A name without a tag or digest may be a file or only a tag, so
     * two of these are not compared.
     */
    static boolean isSame(String name, String other) {
        return (isTagged(name) || isTagged(other)) && of(name).equals(of(other));
    }

    /** Whether the name has a repository with a tag or digest. */
    static boolean isTagged(String name) {
        return !of(name).isEmpty() && (name.contains("@") || name.indexOf(':', name.lastIndexOf('/') + 1) >= 0);
    }

    private static String of(String name) {
        String reference = name.split("@", 2)[0];
        for (String prefix : new String[] { "docker.io/", "localhost/", "library/" }) {
            reference = reference.startsWith(prefix) ? reference.substring(prefix.length()) : reference;
        }
        int colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
        return colon < 0 ? reference : reference.substring(0, colon);
    }
}
