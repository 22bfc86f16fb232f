package dev.tare.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A version of the Docker Engine API, such as 1.41. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** The newest version that Tare knows, and the first that saves a single platform. */
    static final ApiVersion NEWEST = new ApiVersion(1, 48);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})");

    /** The version, or {@code null} if the text has another form. */
    static @Nullable ApiVersion parse(@Nullable String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        return matcher.matches()
                ? new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : null;
    }

    /**
     * The newest version that Tare and the engine know. An engine may require a newer one. Tare then uses the oldest
     * that the engine accepts.
     */
    static ApiVersion common(ApiVersion newest, @Nullable ApiVersion oldest) {
        ApiVersion common = newest.compareTo(NEWEST) < 0 ? newest : NEWEST;
        return oldest != null && oldest.compareTo(common) > 0 ? oldest : common;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return this.major == other.major ? Integer.compare(this.minor, other.minor)
                : Integer.compare(this.major, other.major);
    }

    @Override
    public String toString() {
        return this.major + "." + this.minor;
    }
}
