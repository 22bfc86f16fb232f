package dev.tare.policy.check;

import dev.tare.inspection.Inspection;

/** Checks that the program has a working directory of its own. */
final class WorkingDirectory extends Check {

    WorkingDirectory() {
        super("working-directory", "Sets its working directory",
                "The config sets a working directory other than the root folder.",
                "Relative paths then mean the same for everybody, and nothing is written into the root folder.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        String folder = inspection.image().config().container().workingDir();
        String remedy = "Set a working directory, such as /app.";
        if (folder.isEmpty()) {
            return fail("No working directory is set, which means the root folder.", remedy);
        }
        return folder.matches("[/.]+") ? fail("The working directory is the root folder.", remedy)
                : pass("The working directory is " + folder + ".");
    }
}
