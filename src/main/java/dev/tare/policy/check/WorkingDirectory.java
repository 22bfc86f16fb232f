package dev.tare.policy.check;

import dev.tare.inspection.Inspection;

/** Checks that the config sets a working directory. */
final class WorkingDirectory extends Check {

    WorkingDirectory() {
        super("working-directory", "Working directory set",
                "The config sets a working directory other than the root folder.",
                "Relative paths are then well-defined, and files written to them do not end up in the root folder.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        String folder = inspection.image().config().container().workingDir();
        String remedy = "Set a working directory, such as /app.";
        if (folder.isEmpty()) {
            return fail("The config sets no working directory, so it is the root folder.", remedy);
        }
        return folder.matches("[/.]+|[A-Za-z]:[/\\\\.]*") ? fail("The working directory is the root folder.", remedy)
                : pass("The working directory is " + folder + ".");
    }
}
