package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.image.ContainerConfig;

/**
 * The program that a container starts, without wrappers such as tini.
 *
 * @param words the program and its arguments; empty if the container starts no program
 */
record StartedProgram(List<String> words) {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "busybox", "cmd",
            "cmd.exe", "powershell", "powershell.exe", "pwsh");

    private static final Pattern INTERPRETER =
            Pattern.compile(
                    "(?:python|pypy|node|nodejs|ruby|perl|php|lua|dotnet|deno|bun|sh|bash|dash|ash)[0-9.]{0,20}");

    /** The path of a script precedes the arguments of the script. */
    private static final int MAX_ARGUMENTS = 100;

    private static final String ENV = "env";

    /** Programs that start another program and forward signals, with their options that have a value. */
    private static final Map<String, Set<String>> WRAPPERS = Map.of("tini", Set.of("-p", "-e"), "tini-static",
            Set.of("-p", "-e"), "docker-init", Set.of("-p", "-e"), "dumb-init", Set.of("-r", "--rewrite"), ENV,
            Set.of("-u", "--unset", "-C", "--chdir"));

    private static final Set<String> SPLIT = Set.of("-S", "--split-string");

    private static final String EXEC = "exec";

    /** More nested wrappers than any image has. */
    private static final int MAX_WRAPPERS = 20;

    static StartedProgram of(ContainerConfig config) {
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        return unwrapped(words);
    }

    /** The program in the first line of a script. */
    static StartedProgram ofScript(String interpreter) {
        return unwrapped(HiddenWords.split(interpreter));
    }

    /** Whether the name of the program is hidden. */
    boolean isHidden() {
        return !this.words.isEmpty() && HiddenWords.areIn(name());
    }

    boolean isShell() {
        return !this.words.isEmpty() && SHELLS.contains(name());
    }

    boolean isScript() {
        return !this.words.isEmpty() && name().endsWith(".sh");
    }

    boolean isJava() {
        return !this.words.isEmpty() && (name().equals("java") || name().equals("java.exe"));
    }

    /** Candidates for the script of an interpreter: its arguments except options. Empty for other programs. */
    Stream<String> scripts() {
        return this.words.isEmpty() || !INTERPRETER.matcher(name()).matches() ? Stream.empty()
                : arguments().limit(MAX_ARGUMENTS);
    }

    /** Whether a hidden argument may be a path. */
    boolean hidesArguments() {
        return arguments().anyMatch(HiddenWords::areIn);
    }

    /** The arguments except options. A hidden word after a long option is the value of the option. */
    private Stream<String> arguments() {
        return IntStream.range(1, this.words.size())
                .filter(i -> !this.words.get(i - 1).startsWith("--") || !HiddenWords.areIn(this.words.get(i)))
                .mapToObj(this.words::get)
                .filter(word -> !word.startsWith("-"));
    }

    /** Whether this is a shell whose script replaces the shell with the program at its end. */
    boolean isShellThatExecs() {
        return isShell() && this.words.stream().skip(1).anyMatch(StartedProgram::endsInExec);
    }

    /** Whether the last command of a script is {@code exec} with a program. */
    private static boolean endsInExec(String script) {
        String text = script.strip();
        String last = after(";", after("\n", after("&&", text))).strip();
        return !HiddenWords.areIn(last) && last.startsWith(EXEC) && last.length() > EXEC.length()
                && Character.isWhitespace(last.charAt(EXEC.length()))
                && last.indexOf('&') < 0 && last.indexOf('|') < 0;
    }

    private static String after(String separator, String text) {
        int at = text.lastIndexOf(separator);
        return at < 0 ? text : text.substring(at + separator.length());
    }

    /** Whether an argument is the path, as an absolute path or as the end of one. */
    boolean names(String path) {
        return this.words.stream()
                .skip(1)
                .map(word -> word.startsWith("./") ? word.substring(2) : word)
                .anyMatch(word -> word.startsWith("/") ? word.equals("/" + path)
                        : !word.isEmpty() && ("/" + path).endsWith("/" + word));
    }

    private String name() {
        return nameOf(this.words.getFirst());
    }

    private static StartedProgram unwrapped(List<String> words) {
        List<String> rest = words;
        for (int wrappers = 0; !rest.isEmpty() && wrappers < MAX_WRAPPERS; wrappers++) {
            String wrapper = nameOf(rest.getFirst());
            Set<String> withValue = WRAPPERS.get(wrapper);
            if (withValue == null) {
                break;
            }
            rest = afterOptions(rest.subList(1, rest.size()), withValue, wrapper.equals(ENV));
        }
        return new StartedProgram(List.copyOf(rest));
    }

    private static List<String> afterOptions(List<String> words, Set<String> withValue, boolean env) {
        int next = 0;
        while (next < words.size()) {
            String word = words.get(next);
            if (env && SPLIT.contains(word)) {
                return split(words.subList(next + 1, words.size()));
            }
            boolean assignment = env && word.indexOf('=') > 0;
            if (!word.startsWith("-") && !assignment) {
                break;
            }
            next += withValue.contains(word) ? 2 : 1;
        }
        return words.subList(Math.min(next, words.size()), words.size());
    }

    /** The words of the first text, which {@code env -S} splits, and the words after it. */
    private static List<String> split(List<String> words) {
        if (words.isEmpty()) {
            return words;
        }
        List<String> split = new ArrayList<>(HiddenWords.split(words.getFirst()));
        split.addAll(words.subList(1, words.size()));
        return split;
    }

    private static String nameOf(String program) {
        return program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    }
}
