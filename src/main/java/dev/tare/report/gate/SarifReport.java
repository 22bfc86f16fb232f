package dev.tare.report.gate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.policy.Cause;
import dev.tare.policy.check.Verdict;
import dev.tare.report.ComparisonReport;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.VisibleText;
import dev.tare.report.json.JsonReport;
import org.jspecify.annotations.Nullable;

/**
 * The requirements that are not kept as SARIF 2.1.0. Each result has a rule, a location and fingerprints. The location is the
 * file that causes it, inside the image, or the image. Waived checks are suppressed results.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** The greatest number of results. GitHub shows 5,000 of a run. */
    private static final int MOST = 5_000;

    /** The greatest number of characters of a message. */
    private static final int LONGEST = 2_000;

    private static final String UNRESERVED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

    private final Map<String, Map<String, Object>> rules = new LinkedHashMap<>();

    private final List<Object> results = new ArrayList<>();

    /** How many results have a fingerprint. */
    private final Map<String, Integer> same = new HashMap<>();

    private SarifReport() {}

    /** Writes the report of a comparison, or of one image. */
    public static void write(ComparisonReport report, Writer out) throws IOException {
        SarifReport sarif = new SarifReport();
        Outcome.of(report).forEach(sarif::add);
        JsonReport.writeFacts(sarif.document(), out);
    }

    private Map<String, Object> document() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Tare");
        driver.put("rules", List.copyOf(this.rules.values()));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", object("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", this.results.subList(0, Math.min(MOST, this.results.size())));
        if (this.results.size() > MOST) {
            run.put("invocations", List.of(object("executionSuccessful", true, "toolExecutionNotifications",
                    List.of(object("level", "warning", "message", object("text", "Of " + this.results.size()
                            + " results, this file has the first " + MOST + ". The report has all."))))));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", SCHEMA);
        document.put("version", "2.1.0");
        document.put("runs", List.of(run));
        return document;
    }

    private void add(Outcome outcome) {
        if (outcome.state() == Outcome.State.KEPT) {
            return;
        }
        List<PolicyReport.Cause> items = outcome.rule().startsWith("forbidden-") ? outcome.causes() : List.of();
        if (items.isEmpty()) {
            result(outcome, outcome.message(), outcome.causes()
                    .stream()
                    .filter(cause -> cause.kind() == Cause.Kind.FILE && cause.path() != null)
                    .map(PolicyReport.Cause::path)
                    .findFirst()
                    .orElse(null), null);
        }
        items.forEach(item -> result(outcome, outcome.image().name() + " has " + item.name() + ", which \""
                + outcome.subject() + "\" forbids. " + outcome.message(), item.path(), item.name()));
    }

    /**
     * @param path inside the image, or {@code null}
     * @param item distinguishes results of one outcome, or {@code null}
     */
    private void result(Outcome outcome, String message, @Nullable String path, @Nullable String item) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", outcome.rule());
        result.put("ruleIndex", rule(outcome));
        result.put("level", outcome.state() == Outcome.State.WAIVED ? "note"
                : outcome.verdict() == Verdict.FAIL ? "error"
                : "warning");
        result.put("message", object("text", text(message)));
        String place = path == null || path.isEmpty() ? outcome.image().name() : path;
        result.put("locations", List.of(object(
                "physicalLocation",
                object("artifactLocation", object("uri", uri(place)), "region", object("startLine", 1)),
                "logicalLocations", List.of(object("name", text(outcome.image().name()), "kind", "container image")))));
        String fingerprint = fingerprint(outcome, path, item);
        int count = this.same.merge(fingerprint, 1, Integer::sum);
        result.put("partialFingerprints", object("primaryLocationLineHash", fingerprint + ":" + count, "tare/v1",
                count == 1 ? fingerprint : fingerprint + ":" + count));
        if (outcome.waivedBecause() != null) {
            result.put("suppressions",
                    List.of(object("kind", "external", "justification", text(outcome.waivedBecause()))));
        }
        this.results.add(result);
    }

    /** The index of the rule. */
    private int rule(Outcome outcome) {
        this.rules.computeIfAbsent(outcome.rule(), id -> {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("id", id);
            rule.put("shortDescription", object("text", outcome.title()));
            rule.put("fullDescription", object("text", outcome.help()));
            rule.put("help", object("text", outcome.help()));
            return rule;
        });
        return List.copyOf(this.rules.keySet()).indexOf(outcome.rule());
    }

    /** Independent of the tag of the image and of figures, so that the next run finds the same result again. */
    private static String fingerprint(Outcome outcome, @Nullable String path, @Nullable String item) {
        String found = item == null ? "" : path + "\n" + item.split(" ", 2)[0];
        String text = String.join("\n", outcome.rule(), String.valueOf(outcome.subject()), found,
                outcome.image().identity().platform(), String.valueOf(outcome.image().index()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0,
                            16);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java has SHA-256", ex);
        }
    }

    /** A relative reference. Forges accept only such locations. */
    private static String uri(String path) {
        String clean = VisibleText.of(path).replace("..", "_").replaceFirst("^/+", "");
        StringBuilder uri = new StringBuilder();
        for (byte one : clean.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(one) >= 0) {
                uri.append((char) one);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return uri.isEmpty() ? "image" : uri.toString();
    }

    /** Without links (section 3.11.6), which names in an image could contain. */
    private static String text(String message) {
        String visible = VisibleText.of(message).replace("](", "] (");
        int end = Math.min(LONGEST, visible.length());
        return end == visible.length() ? visible
                : visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** An object with names and values in this order. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return object;
    }
}
