package dev.tare.policy;

import java.util.List;

import dev.tare.image.HealthCheck;
import dev.tare.image.Image;
import dev.tare.inspection.Inspection;

/**
 * Asks for a command that tells whether the container is healthy. Only the Docker form of the config has one, and
 * Kubernetes does not read it.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#healthcheck">Dockerfile reference, HEALTHCHECK</a>
 */
final class HealthChecked extends Practice {

    private static final String OCI = "application/vnd.oci.";

    private static final String REMEDY = "Set a health check (HEALTHCHECK in a Dockerfile) that needs no program "
            + "beside those of the image, or give the orchestrator probes and waive this.";

    HealthChecked() {
        super("health-check", "Says how its health is checked",
                "The config of an image in the Docker format has a health check, whose program is in the image.",
                "Docker, Compose and Swarm take a container that hangs for a healthy one; Kubernetes asks probes of "
                        + "its own.",
                "CIS-DI-0006");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        HealthCheck check = inspection.image().config().container().healthCheck();
        if (check == null || check.test().isEmpty()) {
            return isOci(inspection.image())
                    ? notApplicable("The image is in the OCI format, which has no health check: probes take its place.")
                    : warn("No health check is set, and whether probes take its place, the image does not tell.",
                            REMEDY);
        }
        return check.test().getFirst().equals("NONE") ? warn("The health check is switched off (NONE).", REMEDY)
                : judge(inspection, check.test());
    }

    private PracticeFinding judge(Inspection inspection, List<String> test) {
        boolean shell = test.getFirst().equals("CMD-SHELL");
        String program = shell || test.size() < 2 ? "/bin/sh" : test.get(1);
        String shown = String.join(" ", test);
        ProgramLookup lookup = new ProgramLookup(inspection);
        boolean linux = inspection.image().config().platform().os().equals("linux");
        return !linux || lookup.find(program) != null ? pass("The health check is " + shown + ".")
                : fail("The health check is " + shown + ", but " + lookup.problem(program) + ".", REMEDY);
    }

    /** A docker archive has no manifest. */
    private static boolean isOci(Image image) {
        return image.manifestDigest() != null
                && image.layers().stream().anyMatch(layer -> layer.mediaType().toString().startsWith(OCI));
    }
}
