package dev.tare.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;
import dev.tare.report.document.VisibleJson;
import dev.tare.report.document.VisibleText;
import dev.tare.wording.Bytes;
import dev.tare.wording.Times;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import static java.util.stream.Collectors.joining;

/** The formats of {@code tare images}. */
enum ImagesFormat {

    TEXT(ImagesFormat::table),

    JSON(images -> images.stream().map(ImagesFormat::json)),

    NAMES(images -> images.stream().map(image -> VisibleText.of(image.image())));

    private static final JsonMapper MAPPER = JsonMapper.builder(VisibleJson.factory())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** It has no state, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<List<ListedImage>, Stream<String>> layout;

    ImagesFormat(Function<List<ListedImage>, Stream<String>> layout) {
        this.layout = layout;
    }

    /**
     * Parses the name of a format, in any case.
     *
     * @throws InvalidValueException if the value is invalid
     */
    static ImagesFormat parse(String text) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("format", text,
                        "one of " + Stream.of(values()).map(ImagesFormat::toString).collect(joining(", "))));
    }

    /** The lines of the output. */
    Stream<String> lines(List<ListedImage> images) {
        return this.layout.apply(images);
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> table(List<ListedImage> images) {
        int width = images.stream().mapToInt(image -> VisibleText.of(image.image()).length()).max().orElse(0);
        return images.stream()
                .map(image -> ("%-" + Math.max(1, width) + "s  %-12s  %10s  %s").formatted(
                        VisibleText.of(image.image()), VisibleText.of(image.shortId()), Bytes.rounded(image.size()),
                        Times.toTheMinute(image.created())));
    }

    private static String json(ListedImage image) {
        return MAPPER.writeValueAsString(image);
    }
}
