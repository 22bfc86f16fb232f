package dev.tare.ecosystem.license;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parses license expressions of known identifiers, in any case, and writes them in the usual form.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/">SPDX 2.3, license expressions</a>
 */
final class SpdxExpression {

    /** Longer texts are no expressions but the text of a license. */
    private static final int MAX_LENGTH = 1000;

    private static final Pattern TOKEN = Pattern.compile("[()]|[^()\\s]++");

    private static final Pattern REFERENCE = Pattern.compile("LicenseRef-[A-Za-z0-9.-]+");

    private final StringJoiner expression = new StringJoiner(" ");

    private int depth;

    private Next next = Next.LICENSE;

    private SpdxExpression() {}

    /** The expression in its usual form, or {@code null} if the text is no expression of known identifiers. */
    static @Nullable String parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        SpdxExpression parser = new SpdxExpression();
        for (Matcher token = TOKEN.matcher(text); token.find();) {
            if (!parser.accept(token.group())) {
                return null;
            }
        }
        return parser.depth == 0 && parser.next != Next.LICENSE && parser.next != Next.EXCEPTION
                ? unwrapped(parser.expression.toString().replace("( ", "(").replace(" )", ")"))
                : null;
    }

    private boolean accept(String token) {
        String written = switch (token) {
            case "(" -> this.next == Next.LICENSE ? open() : null;
            case ")" -> this.next == Next.OPERATOR || this.next == Next.OPERATOR_OR_WITH ? close() : null;
            default -> switch (this.next) {
                case LICENSE -> license(token);
                case EXCEPTION -> exception(token);
                case OPERATOR, OPERATOR_OR_WITH -> operator(token.toUpperCase(Locale.ROOT));
            };
        };
        if (written != null) {
            this.expression.add(written);
        }
        return written != null && this.depth >= 0;
    }

    private String open() {
        this.depth++;
        return "(";
    }

    private String close() {
        this.depth--;
        this.next = Next.OPERATOR;
        return ")";
    }

    private @Nullable String license(String token) {
        this.next = Next.OPERATOR_OR_WITH;
        if (REFERENCE.matcher(token).matches()) {
            return token;
        }
        String known = SpdxList.license(token);
        if (known != null || !token.endsWith("+")) {
            return known;
        }
        String base = SpdxList.license(token.substring(0, token.length() - 1));
        return base == null ? null : base + "+";
    }

    private @Nullable String exception(String token) {
        this.next = Next.OPERATOR;
        return SpdxList.exception(token);
    }

    private @Nullable String operator(String token) {
        boolean isWith = token.equals("WITH");
        if (isWith ? this.next != Next.OPERATOR_OR_WITH : !token.equals("AND") && !token.equals("OR")) {
            return null;
        }
        this.next = isWith ? Next.EXCEPTION : Next.LICENSE;
        return token;
    }

    /** Without brackets around the whole expression, which npm requires. */
    private static String unwrapped(String expression) {
        return expression.startsWith("(") && expression.indexOf(')') == expression.length() - 1
                && expression.lastIndexOf('(') == 0 ? expression.substring(1, expression.length() - 1) : expression;
    }

    private enum Next {
        LICENSE, EXCEPTION, OPERATOR, OPERATOR_OR_WITH
    }
}
