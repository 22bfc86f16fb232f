package dev.tare.policy.check;

import java.util.List;

import dev.tare.image.ContainerConfig;
import dev.tare.image.HealthCheck;
import dev.tare.inspection.Inspection;

/**
 * Checks for a command that reports whether the container is healthy. It ignores media types: engines save images in
 * the OCI format, with health checks that the OCI specification only reserves a name for.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#healthcheck">Dockerfile reference, HEALTHCHECK</a>
 */
final class HealthChecked extends Check {

    private static final String REMEDY = "Set a health check (HEALTHCHECK in a Dockerfile) that needs no program "
            + "beside those of the image, or give the orchestrator probes and waive this.";

    HealthChecked() {
        super("health-check", "Says how its health is checked",
                "The config of an image that starts a program has a health check, whose own program is in the image.",
                "Docker, Compose and Swarm take a container that hangs for a healthy one; Kubernetes asks probes of "
                        + "its own.",
                "CIS-DI-0006");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        ContainerConfig config = inspection.image().config().container();
        HealthCheck check = config.healthCheck();
        if (check == null || check.test().isEmpty()) {
            return config.entrypoint().isEmpty() && config.command().isEmpty()
                    ? notApplicable("Neither an entrypoint nor a command is set: there is nothing to be checked.")
                    : warn("No health check is set, and whether probes take its place, the image does not tell.",
                            REMEDY);
        }
        if (HiddenWords.areIn(check.test().getFirst())) {
            return unknown(HiddenWords.reason("The form of the health check"), REMEDY);
        }
        return check.test().getFirst().equals("NONE") ? warn("The health check is switched off (NONE).", REMEDY)
                : judge(inspection, check.test());
    }

    private CheckFinding judge(Inspection inspection, List<String> test) {
        boolean shell = test.getFirst().equals("CMD-SHELL");
        String program = shell || test.size() < 2 ? "/bin/sh" : test.get(1);
        String shown = String.join(" ", test);
        ProgramLookup lookup = new ProgramLookup(inspection);
        boolean linux = inspection.image().config().platform().os().equals("linux");
        if (linux && lookup.isHidden(program)) {
            return unknown(HiddenWords.reason("The way to " + program + " of the health check"), REMEDY);
        }
        return !linux || lookup.find(program) != null ? pass("The health check is " + shown + ".")
                : fail("The health check is " + shown + ", but " + lookup.problem(program) + ".", REMEDY);
    }
}
