package dev.tare.web;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionConfigurationTests {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(ConnectionConfiguration.class);

    /** They have no limit, so clients would not take turns, and requests would wait forever. */
    @Test
    void virtualThreadsAreRefused() {
        this.service.withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> assertThat(context).hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining("spring.threads.virtual.enabled"));
        this.service.withPropertyValues("spring.threads.virtual.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
