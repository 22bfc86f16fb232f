package dev.tare.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.UnaryOperator;

import dev.tare.comparison.version.JarSameness;
import dev.tare.content.Unread;
import dev.tare.inspection.base.Origin;
import dev.tare.policy.check.Verdict;
import dev.tare.version.Direction;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** Writes figures for people, the same in every format. */
final class Figures {

    /** How libraries that were unpacked into jars are called. */
    static final String SHADED = "Libraries unpacked into jars";

    private static final BigDecimal ALMOST_ALL = BigDecimal.valueOf(999, 1);

    private Figures() {}

    /** {@code 12,345}. */
    static String count(long number) {
        return Words.number(number);
    }

    /** {@code 1 jar} or {@code 2 jars}. */
    static String count(long number, String one, String many) {
        return Words.count(number, one, many);
    }

    /** How many packages the operating system has, and not how few of them could be read. */
    static String osPackages(ImageReport image) {
        long read = image.packages().total();
        if (!image.leavesUnread(Unread.Subject.OS_PACKAGES)) {
            return count(read);
        }
        return read == 0 ? "not read" : count(read) + ", in part";
    }

    /** What no package brought, in a few words, or why that is unknown. */
    static String unowned(UnownedReport unowned) {
        Long files = unowned.files();
        return files == null ? "unknown" : count(files, "file", "files") + " (" + size(unowned.visibleBytes()) + ")";
    }

    /** A library that was unpacked into a jar, and its version if that is known. */
    static String library(ShadedLibraryReport library) {
        return library.library() + (library.version() == null ? "" : " " + library.version());
    }

    /** What a runtime is for, and what says so. */
    static String kind(JavaRuntimeReport runtime) {
        return "a " + runtime.kind().title() + ": " + runtime.kindBecause();
    }

    /** Rounded, or {@code unknown}. */
    static String size(@Nullable Long bytes) {
        return bytes == null ? "unknown" : HumanSize.of(bytes);
    }

    /** Rounded and exact, or {@code unknown}. */
    static String exact(@Nullable Long bytes) {
        return bytes == null ? "unknown" : HumanSize.of(bytes) + " (" + count(bytes) + ")";
    }

    /** How much {@code part} is of {@code whole}, such as {@code  (5.0 %)}, or nothing if there is no whole. */
    static String percent(long part, long whole) {
        if (whole == 0) {
            return "";
        }
        boolean all = Math.abs(part) >= whole;
        BigDecimal percent = BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        BigDecimal shown = all ? percent : percent.min(ALMOST_ALL).max(ALMOST_ALL.negate());
        return " (" + shown.toPlainString() + " %)";
    }

    /** The verdict as a word. */
    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case WARN -> "warn";
            case FAIL -> "fail";
            case NOT_APPLICABLE -> "n/a";
            case UNKNOWN -> "unknown";
        };
    }

    /** What a practice comes to, in a cell. */
    static String verdict(PracticeReport practice) {
        return practice.waivedBecause() == null ? verdict(practice.verdict()) : "waived";
    }

    /** What a practice comes to, in a text. */
    static String verdictInFull(PracticeReport practice) {
        return verdict(practice.verdict()) + (practice.waivedBecause() == null ? "" : ", waived");
    }

    /** The layer of a secret, and whether it is hidden, to stand behind its place. */
    static String place(SecretReport secret) {
        if (secret.layer() == null) {
            return "";
        }
        return " of layer " + secret.layer()
                + (secret.hiddenByLayer() == null ? "" : ", hidden by layer " + secret.hiddenByLayer());
    }

    /** What a secret is worth. */
    static String certainty(SecretReport secret) {
        return secret.certainty().name().toLowerCase(Locale.ROOT);
    }

    /** Where a wasted file is and what hides it, whoever brought these layers. */
    static String waste(WastedFileReport file) {
        String where = "of " + layer(file.layer(), file.layerOrigin());
        if (file.layer() == file.hiddenByLayer()) {
            return where + ", which has that path more than once";
        }
        return where + (file.sameContentAgain() ? ", brought again by " : ", hidden by ")
                + layer(file.hiddenByLayer(), file.origin());
    }

    private static String layer(int index, Origin origin) {
        return "layer " + index + (origin == Origin.UNKNOWN ? "" : " (" + origin.name().toLowerCase(Locale.ROOT) + ")");
    }

    /** How much could be saved by having each content once. */
    static String duplicates(DuplicatesReport duplicates) {
        return count(duplicates.contents(), "content is", "contents are")
                + " in several files; keeping one of each would save "
                + HumanSize.of(duplicates.savableBytes()) + " in " + count(duplicates.copies(), "file", "files");
    }

    /** The efficiency that dive states, such as {@code 98.72 %}, cut and not rounded: only what wastes nothing has 100. */
    static String efficiency(DiveEfficiencyReport efficiency) {
        return BigDecimal.valueOf(efficiency.score())
                .movePointRight(2)
                .setScale(2, RoundingMode.DOWN)
                .toPlainString() + " %";
    }

    /** Which way a version went, and what two jars that differ have in common; or nothing. */
    static String more(VersionChangeReport change) {
        return direction(change.direction()) + (change.same() == null ? "" : ", " + same(change.same()));
    }

    /** What of something of the same version is another. */
    static String others(VersionChangeReport change, String others) {
        return change.runtime() == null ? others : change.runtime().others();
    }

    /** What of a Java runtime is another besides its version, to stand behind that; or nothing. */
    static String runtime(VersionChangeReport change, UnaryOperator<String> quoted) {
        String told = change.runtime() == null ? "" : change.runtime().told(quoted);
        return told.isEmpty() ? "" : "; " + told;
    }

    /** {@code , an upgrade}, or nothing. */
    static String direction(@Nullable Direction direction) {
        return direction == null ? "" : direction == Direction.UPGRADE ? ", an upgrade" : ", a downgrade";
    }

    /** What two jars that differ have in common. */
    static String same(JarSameness same) {
        return switch (same) {
            case SAME_FILES -> "the same files, so that only times, order or compression differ";
            case SAME_BUT_MANIFEST -> "the same files but META-INF/MANIFEST.MF";
            case SAME_CLASSES -> "the same classes";
        };
    }

    /** How many of the lowest layers two images have in common, in a sentence. */
    static String commonLayers(int layers, ImageReport from, ImageReport to) {
        if (from.layers().isEmpty() || to.layers().isEmpty()) {
            return from.layers().isEmpty() && to.layers().isEmpty() ? "Neither has layers."
                    : "One of them has no layers.";
        }
        return switch (layers) {
            case 0 -> "They begin with different layers.";
            case 1 -> "The lowest layer is the same in both.";
            default -> "The lowest " + count(layers) + " layers are the same in both.";
        };
    }

    /** The first code points of a text, and a sign that there are more. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
