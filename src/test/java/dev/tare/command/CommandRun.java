package dev.tare.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tare.command.terminal.ProgressMode;
import dev.tare.engine.Engines;
import dev.tare.web.ComparisonFile;

/**
 * The result of a command line.
 *
 * @param served the arguments with which the service was started, one list for each start
 */
record CommandRun(int status, String out, String err, List<List<String>> served) {

    static CommandRun of(Object... arguments) {
        return with(Map.of(), arguments);
    }

    /** The same on a terminal that has colors. */
    static CommandRun onTerminal(Object... arguments) {
        return run(new Surroundings(Map.of(), Engines.ofThisUser(), true, ProgressMode.NONE), arguments);
    }

    /** The same with variables, which may select a cache. The others have none. */
    static CommandRun with(Map<String, String> environment, Object... arguments) {
        return run(new Surroundings(environment, Engines.ofThisUser(), false, ProgressMode.NONE), arguments);
    }

    /** The same with other engines than those of this user. */
    static CommandRun with(Engines engines, Object... arguments) {
        return run(new Surroundings(Map.of(), engines, false, ProgressMode.NONE), arguments);
    }

    private static CommandRun run(Surroundings surroundings, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<List<String>> served = new ArrayList<>();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int status =
                TareCommand.run(given -> served.add(given) ? 0 : 1, ComparisonFile::write, surroundings,
                        new PrintWriter(out),
                        new PrintWriter(err), words);
        return new CommandRun(status, out.toString(), err.toString(), served);
    }
}
