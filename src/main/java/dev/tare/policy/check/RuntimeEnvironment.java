package dev.tare.policy.check;

import java.util.List;

import dev.tare.inspection.Inspection;

/** Checks that the config sets environment variables for the program. */
final class RuntimeEnvironment extends Check {

    RuntimeEnvironment() {
        super("runtime-environment", "Runtime environment set",
                "The config sets at least one environment variable besides PATH.",
                "Variables such as LANG and JAVA_TOOL_OPTIONS make the program behave the same on every host.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        List<String> names = inspection.image()
                .config()
                .container()
                .environment()
                .stream()
                .map(variable -> variable.split("=", 2)[0])
                .filter(name -> !name.equals("PATH"))
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty()
                ? warn("The config sets no environment variable besides PATH.",
                        "Set the variables that the program needs, such as LANG=C.UTF-8.")
                : pass("The config sets " + String.join(", ", names) + ".");
    }
}
