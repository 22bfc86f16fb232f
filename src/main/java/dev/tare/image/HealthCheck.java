package dev.tare.image;

import java.util.List;

/**
 * The command with which a Docker engine asks a container whether it is healthy; no part of the OCI specification.
 *
 * @param test the first element says the form: {@code CMD}, {@code CMD-SHELL} or {@code NONE}
 */
public record HealthCheck(List<String> test) {

    public HealthCheck {
        test = List.copyOf(test);
    }
}
