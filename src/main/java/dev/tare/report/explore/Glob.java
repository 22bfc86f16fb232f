package dev.tare.report.explore;

/**
 * A pattern for paths in which {@code *} stands for any characters and {@code ?} for one. A match
 * compares at most as many characters as the product of both lengths.
 */
public record Glob(String pattern) {

    /** Whether a path, or its last name if the pattern has no slash, matches as a whole. */
    public boolean matches(String path) {
        return matches(path, new SearchSteps(Long.MAX_VALUE));
    }

    /** The same with a limit on the characters of several comparisons. */
    boolean matches(String path, SearchSteps steps) {
        String subject = this.pattern.indexOf('/') < 0 ? path.substring(path.lastIndexOf('/') + 1)
                : this.pattern.startsWith("/") ? "/" + path
                : path;
        int at = 0;
        int next = 0;
        int star = -1;
        int retry = 0;
        while (at < subject.length()) {
            steps.next();
            char wanted = next < this.pattern.length() ? this.pattern.charAt(next) : 0;
            if (next < this.pattern.length() && wanted == '*') {
                star = next++;
                retry = at;
            } else if (next < this.pattern.length() && (wanted == '?' || wanted == subject.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (next < this.pattern.length() && this.pattern.charAt(next) == '*') {
            next++;
        }
        return next == this.pattern.length();
    }
}
