package dev.tare.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import dev.tare.comparison.version.JarSameness;
import dev.tare.inspection.base.Origin;
import dev.tare.policy.check.Verdict;
import dev.tare.report.AspectText;
import dev.tare.report.DiveEfficiencyReport;
import dev.tare.report.FileChangeReport;
import dev.tare.report.FileStateReport;
import dev.tare.report.HumanSize;
import dev.tare.report.MovedFileReport;
import dev.tare.report.VersionChangeReport;
import dev.tare.report.VisibleText;
import dev.tare.secret.Certainty;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows values to people: what the templates call {@code @shown}. */
@Component("shown")
final class Shown {

    private static final String UNKNOWN = "unknown";

    private static final BigDecimal ALMOST_NOTHING = BigDecimal.valueOf(-99);

    private static final BigDecimal LEAST_LEFT = BigDecimal.valueOf(-999, 1);

    private static final int SHORT_DIGEST = 12;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A size, rounded. */
    public String size(@Nullable Long bytes) {
        return bytes == null ? UNKNOWN : typographic(HumanSize.of(bytes));
    }

    /** The same size to the byte. */
    public String bytes(@Nullable Long bytes) {
        return bytes == null ? UNKNOWN : count(bytes) + " bytes";
    }

    /** A size that has a sign. */
    public String growth(@Nullable Long bytes) {
        return bytes == null ? UNKNOWN : typographic(HumanSize.ofGrowth(bytes));
    }

    /** A number of things. */
    public String count(long number) {
        return Words.number(number);
    }

    /** By how much a value has grown, such as {@code −26 %}; empty if it grew from nothing, or by less than can be shown. */
    public String percent(long from, long to) {
        if (from == 0) {
            return "";
        }
        BigDecimal percent = BigDecimal.valueOf(to)
                .subtract(BigDecimal.valueOf(from))
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(from), 2, RoundingMode.HALF_UP);
        BigDecimal shown = rounded(percent, to);
        return shown.signum() == 0 && from != to ? ""
                : typographic((shown.signum() > 0 ? "+" : "") + shown.toPlainString() + " %");
    }

    private static BigDecimal rounded(BigDecimal percent, long to) {
        if (to > 0 && percent.compareTo(ALMOST_NOTHING) < 0) {
            return percent.max(LEAST_LEFT).setScale(1, RoundingMode.DOWN);
        }
        return percent.setScale(percent.abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP);
    }

    /** A text out of an image, every character of it visible. */
    public String text(@Nullable Object text) {
        return text == null ? UNKNOWN : VisibleText.of(text.toString());
    }

    /** Enough of a digest to tell it from others. */
    public String digest(@Nullable String digest) {
        if (digest == null) {
            return UNKNOWN;
        }
        String hex = digest.substring(digest.indexOf(':') + 1);
        return hex.substring(0, Math.min(hex.length(), SHORT_DIGEST));
    }

    /** A time to the minute. */
    public String time(@Nullable Instant time) {
        return time == null ? UNKNOWN : TIME.format(time);
    }

    /** What a judgement comes to. */
    public String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case WARN -> "warn";
            case FAIL -> "fail";
            case NOT_APPLICABLE -> "n/a";
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** What a secret is worth. */
    public String certainty(Certainty certainty) {
        return lower(certainty);
    }

    /** Who brought a layer. */
    public String origin(Origin origin) {
        return origin == Origin.UNKNOWN ? "base or net unknown" : lower(origin);
    }

    /** A layer's number, and who brought it as far as that is known. */
    public String layer(int index, Origin origin) {
        return origin == Origin.UNKNOWN ? Integer.toString(index) : index + ", " + lower(origin);
    }

    /** The efficiency that dive states, cut and not rounded: only what wastes nothing has 100 %. */
    public String efficiency(DiveEfficiencyReport efficiency) {
        return BigDecimal.valueOf(efficiency.score()).movePointRight(2).setScale(2, RoundingMode.DOWN) + "\u00a0%";
    }

    /** What is different about a file. */
    public String aspects(FileChangeReport file) {
        return file.aspects().isEmpty() ? lower(file.change())
                : AspectText.of(file.aspects(), file.from(), file.to(), "→");
    }

    /** What is different about a file besides its path. */
    public String aspects(MovedFileReport file) {
        return file.aspects().isEmpty() ? "—"
                : AspectText.of(file.aspects(), file.from(), file.to(), "→");
    }

    /** A file's type and weight, or its absence. */
    public String state(@Nullable FileStateReport state) {
        if (state == null) {
            return "—";
        }
        return switch (state.type()) {
            case FILE, HARD_LINK -> size(state.sizeBytes());
            case SYMBOLIC_LINK -> "→ " + text(state.linkTarget());
            default -> lower(state.type()).replace('_', ' ') + (state.device() == null ? "" : " " + state.device());
        };
    }

    /** What became of a package, and what of it differs if its version does not. */
    public String change(VersionChangeReport change, String others) {
        if (change.direction() != null) {
            return lower(change.direction());
        }
        return change.contentOnly()
                ? "same version, other " + (change.runtime() == null ? others : change.runtime().others())
                : lower(change.change());
    }

    /** What of a Java runtime is another besides its version; empty if nothing is. */
    public String runtime(VersionChangeReport change) {
        return change.runtime() == null ? "" : change.runtime().told(this::text);
    }

    /** What two jars that differ have in common. */
    public String same(JarSameness same) {
        return switch (same) {
            case SAME_FILES -> "same files; times, order or compression differ";
            case SAME_BUT_MANIFEST -> "same files but META-INF/MANIFEST.MF";
            case SAME_CLASSES -> "same classes";
        };
    }

    /** Versions, which may be none. */
    public String versions(List<String> versions) {
        return versions.isEmpty() ? "—" : text(String.join(", ", versions));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String typographic(String text) {
        return text.replace('-', '−').replace(' ', '\u00a0');
    }
}
