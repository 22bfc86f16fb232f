package dev.tare.command;

import java.util.Map;

import dev.tare.command.terminal.Colors;
import dev.tare.command.terminal.ProgressMode;
import dev.tare.engine.Engines;

/**
 * What a command finds where it runs.
 *
 * @param environment the variables that select the cache
 * @param engines     the engines to read images from
 * @param colors      whether the output has colors by default
 * @param progress    how standard error shows the progress by default
 */
record Surroundings(Map<String, String> environment, Engines engines, boolean colors, ProgressMode progress) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    static Surroundings ofThisProcess(boolean isTerminal) {
        Map<String, String> environment = System.getenv();
        return new Surroundings(environment, Engines.ofThisUser(), Colors.automatic(environment, isTerminal),
                ProgressMode.automatic(environment, ProgressMode.isTerminal(isTerminal)));
    }
}
