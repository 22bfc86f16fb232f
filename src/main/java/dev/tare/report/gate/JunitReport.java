package dev.tare.report.gate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.VisibleText;
import dev.tare.secret.redaction.Redaction;

/**
 * The requirements as test cases in the XML that Surefire writes, which CI systems show. A requirement that is not kept is a
 * failure, one that cannot be judged an error, and a waived check is skipped.
 *
 * @see <a href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">Surefire's schema</a>
 */
public final class JunitReport {

    private JunitReport() {}

    /** Writes the report of a comparison, or of one image. */
    public static void write(ComparisonReport report, Writer out) throws IOException {
        List<Outcome> outcomes = Outcome.of(report);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"tare\" time=\"0\" tests=\""
                + outcomes.size() + "\" errors=\"" + count(outcomes, Outcome.State.UNDECIDED) + "\" skipped=\""
                + count(outcomes, Outcome.State.WAIVED) + "\" failures=\"" + count(outcomes, Outcome.State.FAILS)
                + "\">\n");
        for (Outcome outcome : outcomes) {
            out.write(testCase(outcome));
        }
        out.write("</testsuite>\n");
    }

    private static long count(List<Outcome> outcomes, Outcome.State state) {
        return outcomes.stream().filter(outcome -> outcome.state() == state).count();
    }

    private static String testCase(Outcome outcome) {
        String name = outcome.rule() + (outcome.subject() == null ? "" : " " + outcome.subject());
        String start = "  <testcase name=\"" + escaped(name) + "\" classname=\"" + escaped(outcome.image().name())
                + "\" time=\"0\"";
        return start + switch (outcome.state()) {
            case KEPT -> "/>\n";
            case WAIVED -> ">\n    <skipped message=\"" + escaped("Waived: " + outcome.waivedBecause())
                    + "\"/>\n  </testcase>\n";
            case FAILS -> ">\n    <failure message=\"" + escaped(outcome.message()) + "\" type=\"" + outcome.rule()
                    + "\">" + escaped(details(outcome)) + "</failure>\n  </testcase>\n";
            case UNDECIDED -> ">\n    <error message=\"" + escaped(outcome.message()) + "\" type=\"unknown\">"
                    + escaped(outcome.message()) + "</error>\n  </testcase>\n";
        };
    }

    private static String details(Outcome outcome) {
        StringBuilder text = new StringBuilder(outcome.message());
        for (PolicyReport.Cause cause : outcome.causes()) {
            text.append(' ')
                    .append(cause.kind())
                    .append(' ')
                    .append(cause.name())
                    .append(cause.amount() == null ? "" : " (" + cause.amount() + ")")
                    .append(';');
        }
        return text.toString();
    }

    /** Control characters are shown by their codes, which also keeps out the characters that XML does not allow. */
    private static String escaped(String text) {
        return VisibleText.of(Redaction.tokens(text))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
