package dev.tare.ecosystem.java;

import java.util.List;

/**
 * The package of a jar's classes. The jar's symbolic name and module name may be outside of it: the classes of
 * {@code org.mongodb.driver-core} are in {@code com.mongodb}. Then the package shows no group.
 *
 * @param name   of the package that contains the classes, or {@code ""}
 * @param agreed the longest part of it that also begins all names of the jar
 */
record JarPlace(String name, String agreed) {

    static final JarPlace NONE = new JarPlace("", "");

    /** @param names of the jar; those that do not begin with a domain do not count */
    static JarPlace of(String name, List<String> names) {
        return new JarPlace(name, names.stream()
                .filter(JarGroups::isDomain)
                .map(other -> other.replaceAll("[_-]", "."))
                .reduce(name, JarPlace::common));
    }

    /** The longest package that contains both. */
    static String common(String one, String other) {
        int end = 0;
        for (int i = 0; i <= Math.min(one.length(), other.length()); i++) {
            boolean oneEnds = i == one.length() || one.charAt(i) == '.';
            boolean otherEnds = i == other.length() || other.charAt(i) == '.';
            if (oneEnds && otherEnds) {
                end = i;
            }
            if (i == one.length() || i == other.length() || one.charAt(i) != other.charAt(i)) {
                break;
            }
        }
        return one.substring(0, end);
    }

    boolean isNone() {
        return this.name.isEmpty();
    }

    /** The approximate number of characters in memory. */
    long length() {
        return (long) this.name.length() + this.agreed.length();
    }
}
