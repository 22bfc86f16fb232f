package dev.tare.job;

import java.util.Set;

import dev.tare.engine.EngineKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The container engines whose images clients may name.
 *
 * @param enabled Container engines whose images clients may read, docker or podman or both. Every client can then list and
 *                read all images of the engine, also private ones.
 */
@ConfigurationProperties("tare.engines")
record EnginesProperties(@DefaultValue Set<EngineKind> enabled) {

    EnginesProperties {
        enabled = Set.copyOf(enabled);
    }
}
