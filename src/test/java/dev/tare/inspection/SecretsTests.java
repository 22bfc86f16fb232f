package dev.tare.inspection;

import java.util.List;

import dev.tare.inspection.SecretPlace.File;
import dev.tare.secret.FakeKeys;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.SecretKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SecretsTests {

    private static final String KEY = FakeKeys.pkcs1();

    private static final String TOKEN = FakeTokens.withBase62Crc32("gh" + "p", 30);

    @Test
    void visibleSecretHasItsLayerAndLine() {
        assertThat(places(DrawnImage.anImage()
                .layer(l -> l.file("a", "x"))
                .layer(l -> l.file("etc/key.pem", "\n" + KEY))))
                .containsExactly(new File("etc/key.pem", 2, 1, null));
    }

    @Test
    void deletedSecretIsFoundAndStandsFirst() {
        assertThat(places(DrawnImage.anImage()
                .layer(l -> l.file("app/visible", TOKEN).file("root/.npmrc", TOKEN))
                .layer(l -> l.file("app/other", "x"))
                .layer(l -> l.whiteout("root/.npmrc"))))
                .containsExactly(new File("root/.npmrc", 1, 0, 2), new File("app/visible", 1, 0, null));
    }

    @Test
    void secretIsFoundWhateverHidesIt() {
        assertThat(places(DrawnImage.anImage()
                .layer(l -> l.file("a/key", KEY).file("b/key", KEY).file("c", KEY).file("d", KEY))
                .layer(l -> l.opaque("a").file("b/key", "x").directory("c"))
                .layer(l -> l.file("d", "x").file("e", KEY).file("e", "y"))))
                .containsExactlyInAnyOrder(new File("a/key", 1, 0, 1), new File("b/key", 1, 0, 1),
                        new File("c", 1, 0, 1), new File("d", 1, 0, 2), new File("e", 1, 2, 2));
    }

    @Test
    void secretOfTwoNamesIsVisibleUntilTheLastIsGone() {
        DrawnImage image = DrawnImage.anImage()
                .layer(l -> l.file("a", KEY).hardLink("b", "a"))
                .layer(l -> l.whiteout("a"));
        assertThat(places(image)).containsExactly(new File("b", 1, 0, null));
        assertThat(places(image.layer(l -> l.whiteout("b")))).containsExactly(new File("a", 1, 0, 2));
    }

    @Test
    void secretIsFoundInAFileThatACollectorReads() {
        assertThat(places(DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", "Package: a\nVersion: 1\nDescription: " + TOKEN + "\n"))))
                .containsExactly(new File("var/lib/dpkg/status", 3, 0, null));
    }

    @Test
    void configIsLookedAt() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("a", "x"))
                .config(c -> c.env("PATH=/bin", "GIT=" + TOKEN, "DB_PASSWORD=hunter2",
                        "JWT=" + FakeTokens.jsonWebToken(), "API_KEY_FILE=/run/key", "PASSWORD=${PASSWORD}",
                        "URL=postgres://me:s3cret@db/x", "MAPS=AI" + "za" + FakeTokens.random(FakeTokens.BASE62, 35)))
                .history("RUN |1 NPM=" + TOKEN + " /bin/sh -c npm ci # buildkit")
                .emptyHistory("ENV DB_PASSWORD=hunter2")
                .emptyHistory("RUN PASSWORD=$(cat /run/secrets/p) make")
                .inspect();
        assertThat(inspection.secrets().items()).extracting(Secret::kind, Secret::place)
                .containsExactly(tuple(SecretKind.GITHUB_TOKEN, new SecretPlace.Variable("GIT")),
                        tuple(SecretKind.JSON_WEB_TOKEN, new SecretPlace.Variable("JWT")),
                        tuple(SecretKind.GITHUB_TOKEN, new SecretPlace.Step(1)),
                        tuple(SecretKind.PASSWORD, new SecretPlace.Variable("DB_PASSWORD")),
                        tuple(SecretKind.URL_PASSWORD, new SecretPlace.Variable("URL")),
                        tuple(SecretKind.GOOGLE_API_KEY, new SecretPlace.Variable("MAPS")),
                        tuple(SecretKind.PASSWORD, new SecretPlace.Step(2)));
    }

    @Test
    void noMoreAreKeptThanAllowedAndTheRestIsCounted() {
        Secrets secrets = DrawnImage.anImage().layer(l -> {
            for (int i = 0; i < 1100; i++) {
                l.file("f" + i, TOKEN);
            }
        }).layer(l -> l.file("g", TOKEN)).inspect().secrets();
        assertThat(secrets.items()).hasSize(1000);
        assertThat(secrets.more()).isEqualTo(101);
    }

    @Test
    void nothingTellsTheValue() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("a", TOKEN))
                .config(c -> c.env("T=" + TOKEN))
                .inspect();
        assertThat(inspection.secrets().toString()).doesNotContain(TOKEN.substring(4, 10));
    }

    private static List<SecretPlace> places(DrawnImage image) {
        return image.inspect().secrets().items().stream().map(Secret::place).toList();
    }
}
