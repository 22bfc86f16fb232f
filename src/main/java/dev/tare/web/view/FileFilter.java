package dev.tare.web.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.report.explore.FileQuery;
import dev.tare.report.explore.FoundFile;
import dev.tare.report.explore.Glob;
import dev.tare.web.request.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The parameters of a list of files, which the page and the export have in common.
 *
 * @param from   index of the first image
 * @param to     index of the second image
 * @param text   part of the path
 * @param glob   pattern of the path
 * @param change how the files differ
 * @param line   identifier of a line or chapter of the breakdown
 * @param layer  such as {@code to-3} for the third layer of the second image
 * @param min    such as {@code 1MB}
 * @param max    such as {@code 1MB}
 * @param sort   what orders the files, after a minus in descending order
 */
record FileFilter(@Nullable Integer from, @Nullable Integer to, @Nullable String text, @Nullable String glob,
        @Nullable String change, @Nullable String line, @Nullable String layer, @Nullable String min,
        @Nullable String max, @Nullable String sort) {

    private static final int LONGEST = 256;

    private static final int LONGEST_PATTERN = 64;

    private static final Pattern LAYER = Pattern.compile("(from|to)-([1-9][0-9]{0,3})");

    FileQuery toQuery() {
        return new FileQuery(bounded("text", this.text, LONGEST_PATTERN),
                given("glob", this.glob, pattern -> new Glob(bounded("glob", pattern, LONGEST_PATTERN)), null),
                given("change", this.change, change -> choice("change", change, FoundFile.Kind.values()), null),
                bounded("line", this.line, LONGEST), given("layer", this.layer, FileFilter::layer, null),
                given("min", this.min, FileFilter::bytes, 0L),
                given("max", this.max, FileFilter::bytes, Long.MAX_VALUE),
                order());
    }

    /** The order of the rows. */
    FileQuery.Order order() {
        return given("sort", this.sort, text -> {
            boolean descending = text.startsWith("-");
            return new FileQuery.Order(
                    choice("sort", descending ? text.substring(1) : text, FileQuery.Sort.values()), descending);
        }, new FileQuery.Order(
                this.from != null && this.from.equals(this.to) ? FileQuery.Sort.SIZE : FileQuery.Sort.CHANGE, true));
    }

    /** Whether a field is set that the page folds. */
    public boolean isDetailed() {
        return Stream.of(this.glob, this.layer, this.min, this.max).anyMatch(FileFilter::isGiven);
    }

    /** The filter as more parameters of an address. */
    String parameters() {
        return parameters(this.sort);
    }

    /** The same with another order. */
    String parameters(@Nullable String order) {
        StringBuilder parameters = new StringBuilder();
        List<String> names = List.of("text", "glob", "change", "line", "layer", "min", "max", "sort");
        @Nullable
        String[] values =
                { this.text, this.glob, this.change, this.line, this.layer, this.min, this.max, order };
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value != null && !value.isEmpty()) {
                parameters.append('&')
                        .append(names.get(i))
                        .append('=')
                        .append(UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        }
        return parameters.toString();
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** Fields of a form that are empty select everything. */
    private static <T extends @Nullable Object> T given(String name, @Nullable String value,
            Function<String, ? extends T> conversion, T otherwise) {
        try {
            return value == null || value.isBlank() ? otherwise : conversion.apply(value);
        } catch (InvalidValueException ex) {
            throw new InvalidParameterException("The parameter \"" + name + "\": " + MaskedError.message(ex));
        }
    }

    private static String bounded(String name, @Nullable String value, int most) {
        if (value != null && value.length() > most) {
            throw new InvalidParameterException(
                    "The parameter \"" + name + "\" has more than " + most + " characters.");
        }
        return value == null ? "" : value;
    }

    private static FileQuery.LayerPlace layer(String value) {
        Matcher matcher = LAYER.matcher(value);
        if (!matcher.matches()) {
            throw new InvalidParameterException("The parameter \"layer\" has an unknown value. Use \"from-\" for the"
                    + " first image or \"to-\" for the second one, and the number of the layer, such as \"to-3\".");
        }
        return new FileQuery.LayerPlace(matcher.group(1).equals("to"), Integer.parseInt(matcher.group(2)) - 1);
    }

    private static long bytes(String value) {
        return ByteSize.parse(value).bytes();
    }

    private static <T extends Enum<T>> T choice(String name, String value, T[] choices) {
        return Stream.of(choices)
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidParameterException("The parameter \"" + name
                        + "\" has an unknown value. Use one of "
                        + Stream.of(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList() + "."));
    }
}
