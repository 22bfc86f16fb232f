package dev.tare.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of a command line.
 *
 * @param served the arguments with which the service was started, one list for each start
 */
record CommandRun(int status, String out, String err, List<List<String>> served) {

    static CommandRun of(Object... arguments) {
        return run(false, arguments);
    }

    /** The same on a terminal that has colors. */
    static CommandRun onTerminal(Object... arguments) {
        return run(true, arguments);
    }

    /** The same with variables, which may select a cache. The others have none. */
    static CommandRun with(Map<String, String> environment, Object... arguments) {
        return run(false, environment, arguments);
    }

    private static CommandRun run(boolean colors, Object... arguments) {
        return run(colors, Map.of(), arguments);
    }

    private static CommandRun run(boolean colors, Map<String, String> environment, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<List<String>> served = new ArrayList<>();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int status =
                TareCommand.run(given -> served.add(given) ? 0 : 1, new PrintWriter(out), new PrintWriter(err), colors,
                        environment, words);
        return new CommandRun(status, out.toString(), err.toString(), served);
    }
}
