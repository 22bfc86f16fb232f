package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.inspection.Secret;
import dev.tare.inspection.SecretPlace;
import dev.tare.secret.Certainty;
import dev.tare.secret.SecretKind;
import org.junit.jupiter.api.Test;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.WARN;

class NoSensitiveDataTests extends CheckContract {

    private static final Check CHECK = new NoSensitiveData();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image()),
                is(CHECK, WARN, image().secret(SecretKind.ENCRYPTED_PRIVATE_KEY, "a.pem", 1, 0, null)),
                is(CHECK, FAIL, image().secret(SecretKind.PRIVATE_KEY, "a.pem", 1, 0, null)));
    }

    @Test
    void judgeWhenThereAreNoSecretsListsTheSearchedPlaces() {
        assertFinding(CHECK, image()).hasVerdict(PASS).hasOnlyEvidence("files", "environment", "labels", "history");
    }

    @Test
    void judgeWhenADeletedFileHasATokenFailsAndNamesThePlace() {
        assertFinding(CHECK,
                image().layer("a")
                        .layer("b")
                        .secret(SecretKind.NPM_TOKEN, "root/.npmrc", 2, 0, 1)
                        .secret(SecretKind.PRIVATE_KEY, "etc/key.pem", 1, 1, null))
                .hasVerdict(FAIL)
                .hasEvidence(2)
                .hasEvidence(0, "1 secret", "deleted or replaced")
                .hasEvidence(1, "npm token", "/root/.npmrc line 2", "layer 0", "layer 1", "private key",
                        "/etc/key.pem line 1", "layer 1")
                .hasRemedy("--mount=type=secret");
    }

    @Test
    void judgeWhenItIsProtectedOrUncertainWarns() {
        assertFinding(CHECK,
                image().layer("a")
                        .secret(SecretKind.ENCRYPTED_PRIVATE_KEY, "etc/key.pem", 1, 0, null)
                        .secret(SecretKind.PASSWORD, new SecretPlace.Variable("DB_PASSWORD"))
                        .secret(SecretKind.PASSWORD, new SecretPlace.Step(3)))
                .hasVerdict(WARN)
                .hasOnlyEvidence("password", "environment DB_PASSWORD", "password", "history step 3",
                        "private key, encrypted", "/etc/key.pem line 1", "layer 0");
    }

    @Test
    void judgeWhenTheKeyIsPublishedInALibraryPasses() {
        assertFinding(CHECK,
                image().layer("a")
                        .secret(new Secret(SecretKind.PRIVATE_KEY, Certainty.PUBLISHED,
                                new SecretPlace.File("usr/share/doc/key.pem", 1, 0, null))))
                .hasVerdict(PASS)
                .hasOnlyEvidence("1 key", "tests and documents");
    }

    @Test
    void judgeWhenMoreArePublishedThanListedPasses() {
        assertFinding(CHECK, image().layer("a").moreSecrets(Certainty.PUBLISHED, 1_000)).hasVerdict(PASS)
                .hasOnlyEvidence("1,000 keys", "tests and documents");
    }

    @Test
    void judgeWhenMoreAreProtectedThanListedWarns() {
        assertFinding(CHECK,
                image().layer("a")
                        .secret(SecretKind.PASSWORD_HASH, "srv/.htpasswd", 1, 0, null)
                        .moreSecrets(Certainty.PROTECTED, 30)
                        .moreSecrets(Certainty.PUBLISHED, 7))
                .hasVerdict(WARN)
                .hasEvidence(2)
                .hasEvidence(1, "30 more");
    }
}
