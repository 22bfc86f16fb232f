package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;

import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.SecretPlace.File;
import dev.tare.secret.Certainty;
import dev.tare.secret.FakeKeys;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.SecretCounts;
import dev.tare.secret.SecretKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SecretsTests {

    private static final String KEY = FakeKeys.pkcs1();

    private static final String TOKEN = FakeTokens.withBase62Crc32("gh" + "p", 30);

    @Test
    void inspectReportsLayerAndLineOfAVisibleSecret() {
        assertThat(places(DrawnImage.anImage()
                .layer(l -> l.file("a", "x"))
                .layer(l -> l.file("etc/key.pem", "\n" + KEY))))
                .containsExactly(new File("etc/key.pem", 2, 1, null));
    }

    @Test
    void inspectListsDeletedSecretsFirst() {
        assertThat(places(DrawnImage.anImage()
                .layer(l -> l.file("app/visible", TOKEN).file("root/.npmrc", TOKEN))
                .layer(l -> l.file("app/other", "x"))
                .layer(l -> l.whiteout("root/.npmrc"))))
                .containsExactly(new File("root/.npmrc", 1, 0, 2), new File("app/visible", 1, 0, null));
    }

    @Test
    void inspectReportsASecretHiddenInAnyWay() {
        assertThat(places(DrawnImage.anImage()
                .layer(l -> l.file("a/key", KEY).file("b/key", KEY).file("c", KEY).file("d", KEY))
                .layer(l -> l.opaque("a").file("b/key", "x").directory("c"))
                .layer(l -> l.file("d", "x").file("e", KEY).file("e", "y"))))
                .containsExactlyInAnyOrder(new File("a/key", 1, 0, 1), new File("b/key", 1, 0, 1),
                        new File("c", 1, 0, 1), new File("d", 1, 0, 2), new File("e", 1, 2, 2));
    }

    @Test
    void inspectWhenOneOfTwoNamesIsDeletedReportsAVisibleSecret() {
        DrawnImage image = DrawnImage.anImage()
                .layer(l -> l.file("a", KEY).hardLink("b", "a"))
                .layer(l -> l.whiteout("a"));
        assertThat(places(image)).containsExactly(new File("b", 1, 0, null));
        assertThat(places(image.layer(l -> l.whiteout("b")))).containsExactly(new File("a", 1, 0, 2));
    }

    @Test
    void inspectReportsASecretInAFileThatACollectorReads() {
        assertThat(places(DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", "Package: a\nVersion: 1\nDescription: " + TOKEN + "\n"))))
                .containsExactly(new File("var/lib/dpkg/status", 3, 0, null));
    }

    /** Tokens of GitHub apps and of GitLab, in the forms of 2026. */
    @Test
    void inspectReportsTokensOfForgesAnywhereAndShowsNone() throws IllegalAccessException {
        List<String> tokens = new ArrayList<>(FakeTokens.gitLab());
        tokens.add(FakeTokens.routable(".01"));
        tokens.add("gh" + "s_123456_" + FakeTokens.jsonWebToken());
        for (String token : tokens) {
            Inspection inspection = DrawnImage.anImage()
                    .layer(l -> l.file("a", token))
                    .config(c -> c.env("A=" + token).label("b", "see " + token).entrypoint("/app", token))
                    .history("RUN fetch " + token + " # buildkit")
                    .inspect();
            assertThat(inspection.secrets().items()).as(token)
                    .extracting(Secret::place)
                    .containsExactlyInAnyOrder(new File("a", 1, 0, null), new SecretPlace.Variable("A"),
                            new SecretPlace.Label("b"), new SecretPlace.Start("entrypoint"), new SecretPlace.Step(1));
            assertThat(HeldTexts.of(inspection)).doesNotContain(token.substring(token.length() - 16));
        }
    }

    @Test
    void inspectReportsSecretsInTheConfig() {
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
    void inspectWhenANameIsASecretMasksTheName() {
        List<Secret> secrets = DrawnImage.anImage()
                .layer(l -> l.file("a", "x"))
                .config(c -> c.env(TOKEN, TOKEN + "=1"))
                .inspect()
                .secrets()
                .items();
        assertThat(secrets).extracting(Secret::kind)
                .containsExactly(SecretKind.GITHUB_TOKEN);
        assertThat(secrets.toString()).doesNotContain(TOKEN.substring(4, 10));
    }

    @Test
    void inspectListsAtMostTheLimitAndCountsTheRest() {
        Secrets secrets = DrawnImage.anImage().layer(l -> {
            for (int i = 0; i < 1100; i++) {
                l.file("f" + i, TOKEN);
            }
        }).layer(l -> l.file("g", TOKEN)).inspect().secrets();
        assertThat(secrets.items()).hasSize(1000);
        assertThat(secrets.more()).isEqualTo(SecretCounts.NONE.plus(Certainty.VERIFIED, 101));
    }

    @Test
    void inspectLimitsPublishedSecretsSeparately() {
        Secrets secrets = DrawnImage.anImage().layer(l -> {
            owned(l, 1_001);
            l.file("etc/real.key", KEY);
        }).layer(l -> l.whiteout("usr/share/doc/p/k1.pem")).inspect().secrets();
        assertThat(secrets.items().getFirst().place()).isEqualTo(new File("etc/real.key", 1, 0, null));
        assertThat(secrets.items()).hasSize(101);
        assertThat(secrets.of(Certainty.PUBLISHED).getFirst().place().isHidden()).isTrue();
        assertThat(secrets.more()).isEqualTo(SecretCounts.NONE.plus(Certainty.PUBLISHED, 901));
    }

    @Test
    void inspectReportsAKeyOfADocumentAsPublishedOnlyIfAPackageOwnsTheDocument() {
        DrawnImage image = DrawnImage.anImage().layer(l -> {
            owned(l, 2);
            l.file("usr/share/doc/mine/key.pem", KEY).file("usr/share/nginx/html/docs/id_rsa", KEY);
        });
        assertThat(published(image)).containsExactly("usr/share/doc/p/k0.pem", "usr/share/doc/p/k1.pem");
        assertThat(published(image.layer(l -> l.whiteout("usr/share/doc"))))
                .containsExactlyInAnyOrder("usr/share/doc/p/k0.pem", "usr/share/doc/p/k1.pem");
        assertThat(published(image.layer(l -> l.whiteout("var/lib/dpkg")))).isEmpty();
    }

    @Test
    void inspectReportsKeysInTestsOfLibrariesAsPublished() {
        assertThat(published(DrawnImage.anImage()
                .layer(l -> l.file("srv/node_modules/tls/test/key.pem", KEY)
                        .file("srv/test/key.pem", KEY)
                        .file("srv/node_modules/tls/test/.npmrc", "_auth=" + TOKEN + "\n"))))
                .containsExactly("srv/node_modules/tls/test/key.pem");
    }

    @Test
    void inspectionNeverContainsTheValue() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("a", TOKEN))
                .config(c -> c.env("T=" + TOKEN))
                .inspect();
        assertThat(inspection.secrets().toString()).doesNotContain(TOKEN.substring(4, 10));
    }

    /** Adds keys to the documents of a package, and the list of its files. */
    private static void owned(LayerBuilder layer, int keys) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < keys; i++) {
            layer.file("usr/share/doc/p/k" + i + ".pem", KEY);
            list.append("/usr/share/doc/p/k").append(i).append(".pem\n");
        }
        layer.file("var/lib/dpkg/info/p.list", list.toString());
    }

    private static List<String> published(DrawnImage image) {
        return image.inspect()
                .secrets()
                .of(Certainty.PUBLISHED)
                .stream()
                .map(secret -> ((File) secret.place()).path())
                .toList();
    }

    private static List<SecretPlace> places(DrawnImage image) {
        return image.inspect().secrets().items().stream().map(Secret::place).toList();
    }
}
