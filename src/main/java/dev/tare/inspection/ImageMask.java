package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.image.ConfigField;
import dev.tare.image.ContainerConfig;
import dev.tare.image.ErrorText;
import dev.tare.image.HealthCheck;
import dev.tare.image.HiddenTexts;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.secret.redaction.HiddenDigest;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Masks the secrets in the texts of an image, and keeps a digest of each masked text. This happens once for each
 * inspection, so that later steps need no masking.
 */
final class ImageMask {

    /** The maximum length of a remark in reports, in characters. */
    private static final int REMARK_LENGTH = 400;

    private final TextBudget budget;

    private final Runnable step;

    private final Map<HiddenTexts.Place, String> digests = new HashMap<>();

    /** The history is both in the config and in the layers. */
    private final Map<String, String> known = new HashMap<>();

    /** The characters of the build steps so far. An image may repeat a step, which is masked once. */
    private int repeated;

    private ImageMask(Runnable step) {
        this.step = step;
        this.budget = new TextBudget(step);
    }

    /** @param step runs before each text */
    static Masked mask(Image image, Runnable step) {
        return new ImageMask(step).mask(image);
    }

    private Masked mask(Image image) {
        ImageConfig config = config(image.config());
        String name = text(image.name());
        Map<String, String> annotations = pairs(ConfigField.ANNOTATION, image.annotations());
        List<Layer> layers = image.layers().stream().map(this::layer).toList();
        List<String> remarks = new ArrayList<>(image.remarks().stream().map(this::remark).toList());
        if (this.budget.isExceeded()) {
            remarks.add(
                    "The config has so much text that Tare left out a part of it. Tare masks and searches %,d characters."
                            .formatted(TextBounds.MASKED) + " The rest may contain secrets that are not reported.");
        }
        return new Masked(new Image(name, image.id(), image.manifestDigest(), annotations, config, layers, remarks,
                image.provenance() == null ? null : image.provenance().masked(this::text),
                image.otherPlatforms().stream().map(this::platform).toList(),
                new HiddenTexts(this.digests)), this::text);
    }

    private ImageConfig config(ImageConfig config) {
        String platform = config.platform().toString();
        Platform shown = platform(config.platform());
        hide(ConfigField.PLATFORM, null, List.of(platform), List.of(shown.toString()));
        return new ImageConfig(shown, config.created(), field(ConfigField.AUTHOR, config.author()),
                container(config.container()), config.diffIds(), config.history().stream().map(this::step).toList());
    }

    private Platform platform(Platform platform) {
        return new Platform(text(platform.os()), text(platform.architecture()), optional(platform.variant()));
    }

    private ContainerConfig container(ContainerConfig config) {
        List<String> start = new ArrayList<>(config.entrypoint());
        start.addAll(config.command());
        List<String> shown = words(start);
        int entrypoint = Math.min(config.entrypoint().size(), shown.size());
        return new ContainerConfig(text(ConfigField.USER, config.user()),
                hide(ConfigField.ENTRYPOINT, null, config.entrypoint(), shown.subList(0, entrypoint)),
                hide(ConfigField.COMMAND, null, config.command(), shown.subList(entrypoint, shown.size())),
                variables(config.environment()),
                names(ConfigField.PORT, config.exposedPorts()), names(ConfigField.VOLUME, config.volumes()),
                text(ConfigField.WORKING_DIRECTORY, config.workingDir()), pairs(ConfigField.LABEL, config.labels()),
                field(ConfigField.STOP_SIGNAL, config.stopSignal()), healthCheck(config.healthCheck()),
                hide(ConfigField.SHELL, null, config.shell(), words(config.shell())),
                hide(ConfigField.ON_BUILD, null, config.onBuild(), steps(config.onBuild())));
    }

    private @Nullable HealthCheck healthCheck(@Nullable HealthCheck check) {
        return check == null ? null
                : new HealthCheck(hide(ConfigField.HEALTH_CHECK, null, check.test(), words(check.test())),
                        check.interval(),
                        check.timeout(), check.startPeriod(), check.startInterval(), check.retries());
    }

    private HistoryEntry step(HistoryEntry step) {
        return new HistoryEntry(step.created(), ofStep(step.createdBy()), ofStep(step.author()),
                ofStep(step.comment()), step.emptyLayer());
    }

    private Layer layer(Layer layer) {
        return new Layer(layer.digest(), layer.diffId(), new MediaType(text(layer.mediaType().value())),
                layer.compression(), layer.storedSize(), layer.tarSize(),
                layer.history() == null ? null : step(layer.history()));
    }

    private String remark(String remark) {
        return ErrorText.ends(remark, REMARK_LENGTH, text -> this.budget.take(text.length()) ? Redaction.sentence(text)
                : TextBounds.leftOut(text.length()));
    }

    private @Nullable String field(ConfigField field, @Nullable String text) {
        return text == null ? null : text(field, text);
    }

    private String text(ConfigField field, String text) {
        return hide(field, null, List.of(text), List.of(text(text))).getFirst();
    }

    /** A repeated variable keeps its name. Different variables keep different names. */
    private List<String> variables(List<String> variables) {
        UniqueNames unique = new UniqueNames(this.step);
        Map<String, String> names = new HashMap<>();
        List<String> shownVariables = variables.stream().limit(TextBounds.ITEMS).map(variable -> {
            int equals = variable.indexOf('=');
            String raw = equals < 0 ? variable : variable.substring(0, equals);
            String name = names.computeIfAbsent(raw, key -> unique.of(text(key)));
            String shown = equals < 0 ? name : name + '=' + value(raw, variable.substring(equals + 1));
            hide(ConfigField.ENVIRONMENT, name, List.of(variable), List.of(shown));
            return shown;
        }).toList();
        return Stream.concat(shownVariables.stream(), rest(ConfigField.ENVIRONMENT, variables.stream()).stream())
                .toList();
    }

    private Map<String, String> pairs(ConfigField field, Map<String, String> pairs) {
        UniqueNames unique = new UniqueNames(this.step);
        Map<String, String> shown = new TreeMap<>();
        List<Map.Entry<String, String>> sorted = List.copyOf(new TreeMap<>(pairs).entrySet());
        sorted.stream().limit(TextBounds.ITEMS).forEach(pair -> {
            String name = unique.of(text(pair.getKey()));
            String masked = value(pair.getKey(), pair.getValue());
            shown.put(name, masked);
            hide(field, name, List.of(pair.getKey(), pair.getValue()), List.of(name, masked));
        });
        rest(field, sorted.stream().map(pair -> pair.getKey() + '=' + pair.getValue())).ifPresent(
                name -> shown.put(name, ""));
        return shown;
    }

    private SortedSet<String> names(ConfigField field, Collection<String> names) {
        UniqueNames unique = new UniqueNames(this.step);
        TreeSet<String> shown = new TreeSet<>();
        names.stream().limit(TextBounds.ITEMS).forEach(raw -> {
            String name = unique.of(text(raw));
            shown.add(name);
            hide(field, name, List.of(raw), List.of(name));
        });
        rest(field, names.stream()).ifPresent(shown::add);
        return shown;
    }

    /** The name of an item that stands for all items beyond the bound. Its digest is that of these items. */
    private Optional<String> rest(ConfigField field, Stream<String> items) {
        List<String> rest = items.skip(TextBounds.ITEMS).toList();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        String name = "… (%,d more)".formatted(rest.size());
        hide(field, name, rest, List.of(name));
        return Optional.of(name);
    }

    private String value(String key, String value) {
        return masked(value, text -> String.valueOf(Redaction.value(key, text)));
    }

    private List<String> steps(List<String> steps) {
        return Stream.concat(steps.stream().limit(TextBounds.ITEMS).map(this::repeated),
                rest(ConfigField.ON_BUILD, steps.stream()).stream()).toList();
    }

    private @Nullable String optional(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private @Nullable String ofStep(@Nullable String text) {
        return text == null ? null : repeated(text);
    }

    private String text(String text) {
        String shown = this.known.get(text);
        if (shown == null) {
            shown = masked(text, Redaction::text);
            this.known.put(text, shown);
        }
        return shown;
    }

    private String repeated(String text) {
        String shown = text(text);
        this.repeated = Math.min(this.repeated + shown.length(), TextBounds.STEPS + 1);
        return this.repeated > TextBounds.STEPS ? TextBounds.leftOut(text.length()) : shown;
    }

    private String masked(String text, UnaryOperator<String> masking) {
        return this.budget.take(text.length()) ? TextBounds.text(masking.apply(text), text.length())
                : TextBounds.leftOut(text.length());
    }

    private List<String> words(List<String> words) {
        int characters = words.stream().mapToInt(String::length).sum();
        if (!this.budget.take(characters)) {
            return List.of(TextBounds.leftOut(characters));
        }
        List<String> masked = Redaction.words(words);
        return IntStream.range(0, masked.size())
                .mapToObj(i -> TextBounds.text(masked.get(i), i < words.size() ? words.get(i).length() : 0))
                .toList();
    }

    /** Keeps the digest of a text that differs from its masked form. The last variable of a name counts. */
    private List<String> hide(ConfigField field, @Nullable String key, List<String> texts, List<String> shown) {
        HiddenTexts.Place place = new HiddenTexts.Place(field, key);
        if (texts.equals(shown)) {
            this.digests.remove(place);
        } else {
            this.digests.put(place, HiddenDigest.of(texts));
        }
        return shown;
    }

    /**
     * An image without its secrets.
     *
     * @param name masks a name, such as the key of a label, in the same way as in the image
     */
    record Masked(Image image, UnaryOperator<String> name) {}
}
