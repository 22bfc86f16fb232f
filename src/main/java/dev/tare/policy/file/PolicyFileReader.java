package dev.tare.policy.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budget;
import dev.tare.policy.FailOn;
import dev.tare.policy.Forbidden;
import dev.tare.policy.GrowthLimit;
import dev.tare.policy.Limit;
import dev.tare.policy.Measure;
import dev.tare.policy.NamePattern;
import dev.tare.policy.PathPattern;
import dev.tare.policy.Requirements;
import dev.tare.policy.Waiver;
import dev.tare.vulnerability.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the values of a file of requirements, and collects all problems. */
final class PolicyFileReader {

    /** The greatest number of patterns of one kind, of parts of the breakdown, and of waivers. */
    private static final int MOST_ITEMS = 200;

    /** The greatest number of problems to report. */
    private static final int MOST_PROBLEMS = 20;

    private static final String RULES = "rules";

    private static final Map<String, Measure> MEASURES = measures();

    private final List<FileProblem> problems = new ArrayList<>();

    private final List<Budget> budgets = new ArrayList<>();

    private final List<String> checks = new ArrayList<>();

    private final List<NamePattern> packages = new ArrayList<>();

    private final List<PathPattern> paths = new ArrayList<>();

    private final List<NamePattern> licenses = new ArrayList<>();

    private final List<Waiver> waivers = new ArrayList<>();

    private final List<String> vulnerabilities = new ArrayList<>();

    private @Nullable FailOn failOn;

    private @Nullable BaselineSource baseline;

    PolicyFile readDive(YamlValue document) {
        boolean hasRules = document instanceof YamlValue.Fields(List<YamlValue.Field> fields, YamlValue.Place _)
                && fields.stream().anyMatch(field -> field.name().equals(RULES));
        if (!hasRules) {
            this.budgets.addAll(new DiveRules().budgets());
        }
        return read(document);
    }

    PolicyFile read(YamlValue document) {
        fields(document,
                Map.of("baseline", this::baseline, "budgets", this::budgets, "checks", this::checks, "forbidden",
                        this::forbidden, "waivers", this::waivers, RULES, this::rules, "vulnerabilities",
                        reports -> items(reports, text -> text, this.vulnerabilities::add)));
        if (!this.problems.isEmpty()) {
            throw new InvalidPolicyFileException(this.problems.stream()
                    .sorted(Comparator.comparingInt(FileProblem::line).thenComparingInt(FileProblem::column))
                    .limit(MOST_PROBLEMS)
                    .toList());
        }
        return new PolicyFile(this.budgets,
                new Requirements(this.checks, new Forbidden(this.packages, this.paths, this.licenses)), this.waivers,
                this.failOn, this.baseline, this.vulnerabilities);
    }

    private void baseline(YamlValue value) {
        if (value instanceof YamlValue.Fields(List<YamlValue.Field> named, YamlValue.Place place) && named.size() > 1) {
            problem(place, "a baseline has one of image, report and position");
        }
        fields(value, Map.of("image", image -> text(image, BaselineSource.OtherImage::new, this::baseline), "report",
                report -> text(report, BaselineSource.Report::new, this::baseline), "position",
                position -> text(position, text -> new BaselineSource.Position(Limit.count(text, 1)), this::baseline)));
    }

    private void baseline(BaselineSource source) {
        this.baseline = source;
    }

    private void budgets(YamlValue value) {
        Map<String, Consumer<YamlValue>> readers = new LinkedHashMap<>();
        MEASURES.forEach((name, measure) -> readers.put(name, limits -> budget(measure, null, limits)));
        readers.put("breakdown", this::breakdown);
        for (Measure measure : List.of(Measure.VULNERABILITIES, Measure.NEW_VULNERABILITIES)) {
            readers.put(measure.id(), limits -> severities(measure, limits));
        }
        fields(value, readers);
    }

    private void breakdown(YamlValue value) {
        if (!(value instanceof YamlValue.Fields(List<YamlValue.Field> lines, YamlValue.Place place))) {
            problem(value.place(), "expected names of parts of the breakdown with their limits");
            return;
        }
        bounded(place, lines.size());
        lines.stream().limit(MOST_ITEMS).forEach(line -> budget(Measure.BREAKDOWN, line.name(), line.value()));
    }

    /** The limit of all severities has a name, too, so that it cannot be taken for that of one. */
    private void severities(Measure measure, YamlValue value) {
        Map<String, Consumer<YamlValue>> readers = new LinkedHashMap<>();
        readers.put("total", limit -> budget(measure, null, limit));
        for (Severity severity : Severity.values()) {
            readers.put(severity.title(), limit -> budget(measure, severity.title(), limit));
        }
        fields(value, readers);
    }

    /** A limit by itself is absolute. */
    private void budget(Measure measure, @Nullable String line, YamlValue value) {
        if (value instanceof YamlValue.Text) {
            text(value, text -> new Budget(measure, line, most(measure, text)), this.budgets::add);
            return;
        }
        Map<String, Consumer<YamlValue>> readers = new LinkedHashMap<>();
        readers.put("max",
                max -> text(max, text -> new Budget(measure, line, most(measure, text)), this.budgets::add));
        if (measure != Measure.LARGEST_NEW_FILE && measure != Measure.NEW_VULNERABILITIES) {
            readers.put("growth", growth -> text(growth,
                    text -> new Budget(measure, line, new Limit.Growth(growth(measure, text))), this.budgets::add));
        }
        if (value instanceof YamlValue.Fields(List<YamlValue.Field> limits, YamlValue.Place place)
                && limits.isEmpty()) {
            problem(place, "expected a limit");
        }
        fields(value, readers);
    }

    private static Limit most(Measure measure, String text) {
        if (measure.isBytes()) {
            ByteSize size = ByteSize.parse(text);
            return new Limit.Most(size.text(), size.bytes());
        }
        return Limit.Most.ofCount(text);
    }

    private static GrowthLimit growth(Measure measure, String text) {
        if (!measure.isBytes() && !text.strip().endsWith("%")) {
            Limit.count(text, 0);
        }
        return GrowthLimit.parse(text);
    }

    private void checks(YamlValue value) {
        fields(value, Map.of("fail-on", failing -> text(failing, FailOn::parse, parsed -> this.failOn = parsed),
                "required", required -> items(required, check -> {
                    Requirements one = new Requirements(List.of(check), Forbidden.NOTHING);
                    return one.checks().getFirst();
                }, this.checks::add)));
    }

    private void forbidden(YamlValue value) {
        fields(value, Map.of("packages", names -> items(names, NamePattern::new, this.packages::add), "paths",
                globs -> items(globs, PathPattern::parse, this.paths::add), "licenses",
                names -> items(names, NamePattern::new, this.licenses::add)));
    }

    private void waivers(YamlValue value) {
        if (!(value instanceof YamlValue.Items(List<YamlValue> items, YamlValue.Place place))) {
            problem(value.place(), "expected a list of waivers, each with check, reason and expires");
            return;
        }
        bounded(place, items.size());
        Set<String> waived = new HashSet<>();
        items.stream().limit(MOST_ITEMS).forEach(item -> waiver(item, waived));
    }

    private void waiver(YamlValue item, Set<String> waived) {
        Map<String, String> texts = new HashMap<>();
        Map<String, Consumer<YamlValue>> readers = new LinkedHashMap<>();
        for (String name : List.of("check", "reason", "expires")) {
            readers.put(name, value -> text(value, text -> text, text -> texts.put(name, text)));
        }
        if (!fields(item, readers)) {
            return;
        }
        String check = texts.get("check");
        String reason = texts.get("reason");
        if (check == null || reason == null) {
            problem(item.place(), "a waiver needs check and reason");
            return;
        }
        if (!waived.add(check)) {
            problem(item.place(), "there are two waivers of " + check);
            return;
        }
        String expires = texts.get("expires");
        parse(item.place(), () -> new Waiver(check, reason, expires == null ? null : date(expires)), this.waivers::add);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException ex) {
            throw new InvalidValueException("date", text, "the last day of the waiver, such as 2027-01-31");
        }
    }

    private void rules(YamlValue value) {
        DiveRules rules = new DiveRules();
        Map<String, Consumer<YamlValue>> readers = new LinkedHashMap<>();
        DiveRules.NAMES.forEach((name, rule) -> readers.put(name, text -> rule(rules, rule, text)));
        fields(value, readers);
        this.budgets.addAll(rules.budgets());
    }

    /** A rule without a value is disabled in dive, too. */
    private void rule(DiveRules rules, Measure rule, YamlValue value) {
        if (value instanceof YamlValue.Text(String text, YamlValue.Place place)) {
            parse(place, () -> text.isBlank() ? "disabled" : text, written -> rules.set(rule, written));
        } else {
            problem(value.place(), "expected a value");
        }
    }

    private <T> void items(YamlValue value, Function<String, T> parser, Consumer<T> target) {
        if (!(value instanceof YamlValue.Items(List<YamlValue> items, YamlValue.Place place))) {
            problem(value.place(), "expected a list, such as [a, b]");
            return;
        }
        bounded(place, items.size());
        items.stream().limit(MOST_ITEMS).forEach(item -> text(item, parser, target));
    }

    private void bounded(YamlValue.Place place, int size) {
        if (size > MOST_ITEMS) {
            problem(place, "there are " + size + " items, but at most " + MOST_ITEMS + " are possible");
        }
    }

    private <T> void text(YamlValue value, Function<String, T> parser, Consumer<T> target) {
        if (value instanceof YamlValue.Text(String text, YamlValue.Place place) && !text.isBlank()) {
            parse(place, () -> parser.apply(text), target);
        } else {
            problem(value.place(), "expected a value");
        }
    }

    private <T> void parse(YamlValue.Place place, Supplier<T> parser, Consumer<T> target) {
        try {
            target.accept(parser.get());
        } catch (InvalidValueException ex) {
            problem(place, String.valueOf(ex.getMessage()));
        }
    }

    /** Reads the fields that have a reader. Each other name is a problem. Returns whether the value has fields. */
    private boolean fields(YamlValue value, Map<String, Consumer<YamlValue>> readers) {
        if (!(value instanceof YamlValue.Fields(List<YamlValue.Field> fields, YamlValue.Place _))) {
            problem(value.place(), "expected " + names(readers) + ", each with a colon");
            return false;
        }
        for (YamlValue.Field field : fields) {
            Consumer<YamlValue> reader = readers.get(field.name());
            if (reader == null) {
                problem(field.place(), "unknown name \"" + field.name() + "\". Expected " + names(readers));
            } else {
                reader.accept(field.value());
            }
        }
        return true;
    }

    private static String names(Map<String, ?> readers) {
        return String.join(", ", readers.keySet().stream().sorted().toList());
    }

    private void problem(YamlValue.Place place, String message) {
        this.problems.add(new FileProblem(place, message));
    }

    private static Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            if (!measure.isOfDive() && !measure.isOfScanners() && measure != Measure.BREAKDOWN) {
                measures.put(measure == Measure.TOTAL ? "total" : measure.id(), measure);
            }
        }
        return measures;
    }
}
