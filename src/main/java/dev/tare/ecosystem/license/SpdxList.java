package dev.tare.ecosystem.license;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The identifiers and names of licenses and exceptions. They are read when the first package states a license.
 *
 * @see <a href="https://spdx.org/licenses/">SPDX License List</a>
 */
final class SpdxList {

    private static final String EXCEPTION = "WITH";

    private static final int MAX_NAME = 200;

    /** A letter or digit starts each word. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9.+/]+");

    private static final Pattern INSIGNIFICANT =
            Pattern.compile(" (?:the|an?|licen[cs]ed?|version|ver\\.?|v\\.?(?= )|v(?=[0-9])|under) ?");

    private static final Pattern ZERO = Pattern.compile("\\.0(?= |$)");

    private static final Pattern ADDRESS = Pattern.compile("https?://(?:www\\.)?(.*?)/?", Pattern.DOTALL);

    private final Map<String, String> licenses = new HashMap<>();

    private final Map<String, String> exceptions = new HashMap<>();

    private final Map<String, String> names = new HashMap<>();

    private SpdxList() {
        lines("spdx.tsv").forEach(line -> {
            if (line[0].equals(EXCEPTION)) {
                this.exceptions.put(line[1].toLowerCase(Locale.ROOT), line[1]);
            } else {
                this.licenses.put(line[0].toLowerCase(Locale.ROOT), line[0]);
                this.names.put(plain(line[1]), line[0]);
            }
        });
        lines("names.tsv").forEach(line -> this.names.put(plain(line[1]), line[0]));
        this.names.remove("");
    }

    /** The identifier of a license as SPDX writes it, or {@code null} if it is unknown. */
    static @Nullable String license(String text) {
        return Loaded.LIST.licenses.get(text.toLowerCase(Locale.ROOT));
    }

    /** The identifier of an exception as SPDX writes it, or {@code null} if it is unknown. */
    static @Nullable String exception(String text) {
        return Loaded.LIST.exceptions.get(text.toLowerCase(Locale.ROOT));
    }

    /** The license with a name or an address, or {@code null} without one. */
    static @Nullable String byName(String text) {
        return text.length() > MAX_NAME ? null : Loaded.LIST.names.get(plain(text));
    }

    /** A name without the words and signs in which its spellings differ. */
    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (ADDRESS.matcher(lower).matches()) {
            return ADDRESS.matcher(lower).replaceFirst("$1");
        }
        String words = " " + BETWEEN_WORDS.matcher(lower).replaceAll("  ") + " ";
        return ZERO.matcher(INSIGNIFICANT.matcher(words).replaceAll(" ").strip().replaceAll(" +", " ")).replaceAll("");
    }

    private static List<String[]> lines(String resource) {
        try (InputStream in = SpdxList.class.getResourceAsStream("/license/" + resource);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", 2)).toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static final class Loaded {

        static final SpdxList LIST = new SpdxList();
    }
}
