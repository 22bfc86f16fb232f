package dev.tare.inspection.base;

/** The repository in the name of an image. */
final class Repository {

    private Repository() {}

    /** Whether two images are builds of the same repository, as far as their names have one. */
    static boolean isSame(String name, String other) {
        String repository = of(name);
        return !repository.isEmpty() && repository.equals(of(other));
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
