package dev.tare.ecosystem.executable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The variable with the version of a Go program in the arguments of the linker, which are part of the build
 * information: {@code -X example.com/program/version.Version=1.2.3}. Programs set the versions of other programs too.
 * So the variable is {@code version}, {@code Version} or {@code gitVersion}, in the package {@code main} or in a package
 * whose path contains a word.
 *
 * @see <a href="https://pkg.go.dev/cmd/link">cmd/link</a>
 */
record LinkerVariable(String word) implements Evidence {

    private static final String ANCHOR = "ersion=";

    private static final Pattern VALUE =
            Pattern.compile(ANCHOR + "v?" + VersionPattern.THREE_NUMBERS + "(?=[ \"'\\\\+~-])");

    /** The path of the package and the name of the variable. */
    private static final Pattern VARIABLE = Pattern.compile("(.*)\\.(?:v|V|gitV)");

    private static final int MAX_VARIABLE = 150;

    /** Characters that precede an argument. */
    private static final String ENDS = " \"'\0";

    /** The end of the text before the variable. */
    private static final Pattern FLAG = Pattern.compile("(?s).*-X[ =][\\\\\"']{0,2}");

    private static final int MAX_FLAG = 5;

    /**
     * Two more places have the version, beside the version of Go, because the linker sorts the strings that it sets by
     * their size.
     */
    private static final List<Evidence> NEIGHBORS = List.of(
            new TextEvidence("go1.", 0,
                    Pattern.compile("go1\\.[0-9.]{1,8}(?:rc\\d)?\0{1,16}v?" + VersionPattern.THREE_NUMBERS
                            + "(?:[-+~][\\w.+~-]{1,60})?\0")),
            new TextEvidence("go1.", VersionPattern.MAX_LENGTH,
                    Pattern.compile("\0v?" + VersionPattern.THREE_NUMBERS + "\0{1,16}go1\\.[0-9.]{1,8}\0")));

    /** @param word that the path of the package contains */
    static List<Evidence> go(String word) {
        return List.of(new LinkerVariable(word), NEIGHBORS.get(0), NEIGHBORS.get(1));
    }

    @Override
    public String anchor() {
        return ANCHOR;
    }

    @Override
    public @Nullable String versionAt(CharSequence content, int at) {
        Matcher value = VALUE.matcher(content).region(at, Math.min(content.length(), at + MAX_LENGTH));
        return value.lookingAt() && isVersion(content, at) ? value.group(1) : null;
    }

    /** Searches backwards for the start of the argument, because the flag may begin anywhere. */
    private boolean isVersion(CharSequence content, int at) {
        int start = at;
        while (start > 0 && at - start < MAX_VARIABLE && ENDS.indexOf(content.charAt(start - 1)) < 0) {
            start--;
        }
        String argument = content.subSequence(start, at).toString();
        boolean isOneArgument = argument.startsWith("-X=");
        Matcher variable = VARIABLE.matcher(isOneArgument ? argument.substring(3) : argument);
        return (isOneArgument || FLAG.matcher(content.subSequence(Math.max(0, start - MAX_FLAG), start)).matches())
                && variable.matches()
                && (variable.group(1).equals("main") || variable.group(1).contains(this.word));
    }
}
