package dev.tare.policy.check;

import java.util.List;

import dev.tare.inspection.Inspection;

/** Checks that the config sets environment variables for the program. */
final class RuntimeEnvironment extends Check {

    RuntimeEnvironment() {
        super("runtime-environment", "Sets its runtime environment",
                "The config sets at least one environment variable besides PATH.",
                "Locale, encoding and runtime options that the image sets itself are the same wherever it runs.");
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
                ? warn("No environment variable besides PATH is set.",
                        "Set what the program relies on, such as LANG=C.UTF-8.")
                : pass("Set are " + String.join(", ", names) + ".");
    }
}
