package dev.tare.http;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The headers of an answer. Upper and lower case of a name are the same.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5">RFC 9110, fields</a>
 */
public final class HttpHeaders {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final Map<String, List<String>> values = new HashMap<>();

    HttpHeaders() {}

    /** The first value, or {@code null} without this header. */
    public @Nullable String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The values of all lines with this header, in their order. */
    public List<String> all(String name) {
        return this.values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Adds a line {@code NAME: VALUE}. */
    void add(String line) throws ProtocolException {
        int colon = Math.max(0, line.indexOf(':'));
        String name = line.substring(0, colon);
        if (!NAME.matcher(name).matches()) {
            throw new ProtocolException("its answer has an invalid header");
        }
        this.values.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(line.substring(colon + 1).strip());
    }

    /** The stated bytes of the body. Several lines must state the same. */
    OptionalLong length() throws ProtocolException {
        List<String> lengths = all("Content-Length").stream().distinct().toList();
        if (lengths.isEmpty()) {
            return OptionalLong.empty();
        }
        if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw new ProtocolException("its answer has an invalid length");
        }
        return OptionalLong.of(Long.parseLong(lengths.getFirst()));
    }
}
