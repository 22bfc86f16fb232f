package dev.tare.policy.check;

import java.util.List;

import dev.tare.image.ContainerConfig;
import dev.tare.image.HealthCheck;
import dev.tare.inspection.Inspection;

/**
 * Checks for a health check. It ignores media types: engines save health checks in OCI images too, although the OCI
 * specification only reserves their name.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#healthcheck">Dockerfile reference, HEALTHCHECK</a>
 */
final class HealthChecked extends Check {

    private static final String REMEDY =
            "Set a health check (HEALTHCHECK in a Dockerfile) that uses only programs of the "
                    + "image. If the orchestrator has probes, waive this check.";

    HealthChecked() {
        super("health-check", "Health check set",
                "If the image starts a program, its config has a health check. The program of the health check is in "
                        + "the image.",
                "Without a health check, Docker, Compose and Swarm do not detect a container that hangs. Kubernetes uses its "
                        + "own probes instead.",
                "CIS-DI-0006");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        ContainerConfig config = inspection.image().config().container();
        HealthCheck check = config.healthCheck();
        if (check == null || check.test().isEmpty()) {
            return config.entrypoint().isEmpty() && config.command().isEmpty()
                    ? notApplicable("The config sets neither an entrypoint nor a command.")
                    : warn("The config sets no health check. An image does not show whether probes replace it.",
                            REMEDY);
        }
        if (HiddenWords.areIn(check.test().getFirst())) {
            return unknown(HiddenWords.reason("The form of the health check"), REMEDY);
        }
        return check.test().getFirst().equals("NONE") ? warn("The health check is disabled (NONE).", REMEDY)
                : judge(inspection, check.test());
    }

    private CheckFinding judge(Inspection inspection, List<String> test) {
        boolean shell = test.getFirst().equals("CMD-SHELL");
        String program = shell || test.size() < 2 ? "/bin/sh" : test.get(1);
        String shown = String.join(" ", test);
        ProgramLookup lookup = new ProgramLookup(inspection);
        boolean linux = inspection.image().config().platform().isLinux();
        if (linux && lookup.isHidden(program)) {
            return unknown(HiddenWords.reason("The path to " + program + " of the health check"), REMEDY);
        }
        return !linux || lookup.find(program) != null ? pass("The health check is " + shown + ".")
                : fail("The health check is " + shown + ", but " + lookup.problem(program) + ".", REMEDY);
    }
}
