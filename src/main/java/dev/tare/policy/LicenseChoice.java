package dev.tare.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringTokenizer;
import java.util.function.Predicate;

/**
 * Evaluates an SPDX expression: whether each choice in it contains one of some licenses.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/">SPDX license expressions</a>
 */
final class LicenseChoice {

    /** One level of brackets: whether a finished choice needs none of the licenses, and whether the current one needs one. */
    private record Level(boolean free, boolean requires) {

        boolean result() {
            return !this.free && this.requires;
        }
    }

    private LicenseChoice() {}

    /** Whether the software cannot be used without one of the licenses. AND binds closer than OR. */
    static boolean requires(String expression, Predicate<String> forbidden) {
        Deque<Level> levels = new ArrayDeque<>();
        Level level = new Level(false, false);
        StringTokenizer tokens = new StringTokenizer(expression, " ()", true);
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            level = switch (token) {
                case " ", "AND", "WITH" -> level;
                case "OR" -> new Level(level.free || !level.requires, false);
                case "(" -> {
                    levels.push(level);
                    yield new Level(false, false);
                }
                case ")" -> levels.isEmpty() ? level : with(levels.pop(), level.result());
                default -> with(level, forbidden.test(token));
            };
        }
        return level.result();
    }

    private static Level with(Level level, boolean requires) {
        return new Level(level.free, level.requires || requires);
    }
}
