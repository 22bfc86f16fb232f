package dev.tare.secret;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.secret.key.KeystoresTests;
import dev.tare.secret.redaction.TextSecretsTests;
import dev.tare.secret.scan.CredentialFilesTests;
import dev.tare.secret.scan.SecretScanTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class SecretKindTests {

    /** Each of these arguments is a secret that another test detects. */
    @Test
    void everyKindIsFoundSomewhere() {
        Set<Object> found = Stream
                .of(SecretScanTests.secrets(), CredentialFilesTests.credentials(), TextSecretsTests.variables(),
                        KeystoresTests.keystores())
                .flatMap(arguments -> arguments.map(Arguments::get).flatMap(Arrays::stream))
                .filter(SecretKind.class::isInstance)
                .collect(toSet());
        assertThat(found).containsExactlyInAnyOrder((Object[]) SecretKind.values());
    }
}
