package dev.tare.ecosystem.license;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The identifiers and names of licenses and exceptions. They are read when the first package states a license.
 *
 * @see <a href="https://spdx.org/licenses/">SPDX License List</a>
 */
final class SpdxList {

    private static final String EXCEPTION = "WITH";

    private static final String ADDRESS_OF_LIST = "spdx.org/licenses/";

    private static final int MAX_NAME = 200;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9.+/]+");

    private static final Set<String> INSIGNIFICANT = Set.of("", "the", "a", "an", "license", "licence", "licensed",
            "licenced", "version", "ver", "ver.", "v", "v.", "under");

    /** Without the scheme, {@code www.} and the end that only states a form of the text. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://(?:www\\.)?(\\S*?)(?:\\.html|\\.txt|\\.php|/)?");

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
        String plain = text.length() > MAX_NAME ? "" : plain(text);
        return plain.startsWith(ADDRESS_OF_LIST) ? license(plain.substring(ADDRESS_OF_LIST.length()))
                : Loaded.LIST.names.get(plain);
    }

    /** Whether all words of a name are also in the identifier or the name of a license: {@code BSD} of BSD-3-Clause. */
    static boolean isNamed(String expression, String name) {
        Set<String> words = new HashSet<>(List.of(plain(expression).split("[ -]")));
        Loaded.LIST.names.forEach((plain, license) -> {
            if (license.equals(expression)) {
                words.addAll(List.of(plain.split(" ")));
            }
        });
        return words.containsAll(List.of(plain(name).split(" ")));
    }

    /** A name without the words and signs in which its spellings differ. */
    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher address = ADDRESS.matcher(lower);
        if (address.matches()) {
            return address.group(1);
        }
        return Stream.of(BETWEEN_WORDS.split(lower))
                .filter(word -> !INSIGNIFICANT.contains(word))
                .map(SpdxList::plainNumber)
                .collect(Collectors.joining(" "));
    }

    /** {@code 2} for {@code v2.0}; any other word stays. */
    private static String plainNumber(String word) {
        boolean isVersion = word.length() > 1 && word.charAt(0) == 'v' && Character.isDigit(word.charAt(1));
        String number = isVersion ? word.substring(1) : word;
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
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
