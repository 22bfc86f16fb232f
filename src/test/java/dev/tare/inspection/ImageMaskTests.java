package dev.tare.inspection;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tare.image.Compression;
import dev.tare.image.ConfigField;
import dev.tare.image.ContainerConfig;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.HealthCheck;
import dev.tare.image.HiddenTexts;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.secret.Certainty;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.SecretKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

class ImageMaskTests {

    /** A part of every password, which a search finds even in a piece of the password. */
    private static final String LEAK = "Leak";

    private static final String TOKEN = FakeTokens.withBase62Crc32("gh" + "p", 30);

    private static final Digest DIGEST = Digest.sha256Of(new byte[0]);

    @Test
    void maskRemovesSecretsFromEveryText() throws IllegalAccessException {
        Image image = image("Leak1");
        assertThat(HeldTexts.of(image)).contains(LEAK, TOKEN);
        assertThat(HeldTexts.of(masked(image))).doesNotContain(LEAK, TOKEN.substring(4, 12)).contains("(hidden)");
    }

    /** A field that is added later is covered too. */
    @Test
    void maskRemovesATokenFromEveryField() throws ReflectiveOperationException {
        PlantedTexts planted = PlantedTexts.tokens();
        String held = HeldTexts.of(masked(planted.in(image("Leak1"))));
        assertThat(planted.fields().values()).containsAll(PlantedTexts.fieldsOf(Image.class));
        assertThat(planted.fields().keySet()).noneMatch(token -> held.contains(token.substring(4, 20)));
    }

    @Test
    void maskKeepsADigestForEachFieldWithASecret() {
        HiddenTexts hidden = masked(image("Leak1")).hidden();
        assertThat(hidden.digests().keySet()).extracting(HiddenTexts.Place::field)
                .contains(ConfigField.PLATFORM, ConfigField.AUTHOR, ConfigField.USER, ConfigField.ENTRYPOINT,
                        ConfigField.COMMAND, ConfigField.WORKING_DIRECTORY, ConfigField.ENVIRONMENT, ConfigField.PORT,
                        ConfigField.VOLUME, ConfigField.LABEL, ConfigField.STOP_SIGNAL, ConfigField.SHELL,
                        ConfigField.ON_BUILD, ConfigField.HEALTH_CHECK, ConfigField.ANNOTATION);
        assertThat(hidden.digests().values()).doesNotHaveDuplicates();
        assertThat(hidden).hasToString("HiddenTexts[" + hidden.digests().size() + "]");
        assertThat(masked(image("Leak1")).hidden()).isEqualTo(hidden);
        assertThat(masked(image("Leak2")).hidden()).isNotEqualTo(hidden);
    }

    @Test
    void maskWhenTheImageIsMaskedChangesNothing() {
        Image masked = masked(image("Leak1"));
        Image again = masked(masked);
        assertThat(again.config()).isEqualTo(masked.config());
        assertThat(again.annotations()).isEqualTo(masked.annotations());
        assertThat(again.layers()).isEqualTo(masked.layers());
        assertThat(again.remarks()).isEqualTo(masked.remarks());
    }

    @Test
    void maskWhenThereAreNoSecretsChangesNothing() {
        Image image = DrawnImage.anImage()
                .layer(l -> l.file("a", "x"))
                .history("COPY . /app # buildkit")
                .config(c -> c.env("PATH=/bin", "LANG=C.UTF-8").entrypoint("java", "-jar", "/app.jar").label("a", "b"))
                .image();
        assertThat(masked(image)).isEqualTo(image);
    }

    @Test
    void maskWhenLabelKeysAreSecretsKeepsTwoLabels() {
        Image image = DrawnImage.anImage()
                .config(c -> c.label(TOKEN, "a").label(FakeTokens.withBase62Crc32("gh" + "p", 30), "b"))
                .image();
        assertThat(masked(image).config().container().labels()).containsOnlyKeys("(hidden)", "(hidden) (2)");
    }

    /** The step counts the attempts. */
    @Test
    void maskWhenManyNamesAreEqualTriesEachTwiceAtMost() {
        int count = 3_000;
        String[] variables = new String[count];
        DrawnImage drawn = DrawnImage.anImage();
        for (int i = 0; i < count; i++) {
            String number = "" + i;
            drawn.config(c -> c.label("--token=" + number, "a"));
            variables[i] = "--token " + i + "=a";
        }
        Image image = drawn.config(c -> c.env(variables)).image();
        AtomicInteger steps = new AtomicInteger();
        ContainerConfig masked = ImageMask.mask(image, steps::incrementAndGet).image().config().container();
        assertThat(masked.labels()).hasSize(count).containsKeys("--token=(hidden)", "--token=(hidden) (" + count + ")");
        assertThat(masked.environment()).hasSize(count).doesNotHaveDuplicates();
        assertThat(steps.get()).isLessThan(7 * count);
    }

    @Test
    void maskWhenANameAlreadyHasANumberKeepsTheNamesDifferent() {
        Image image = DrawnImage.anImage()
                .config(c -> c.label("--token=a", "a").label("--token=(hidden) (2)", "b").label("--token=c", "c"))
                .image();
        assertThat(masked(image).config().container().labels()).hasSize(3);
    }

    @Test
    void maskWhenVariableNamesAreSecretsKeepsTwoVariables() {
        String other = FakeTokens.withBase62Crc32("gh" + "o", 30);
        Image image = DrawnImage.anImage().config(c -> c.env(TOKEN + "=a", other + "=b", TOKEN + "=c", other)).image();
        Image masked = masked(image);
        assertThat(masked.config().container().environment())
                .containsExactly("(hidden)=a", "(hidden) (2)=b", "(hidden)=c", "(hidden) (2)");
        assertThat(masked.hidden().digest(ConfigField.ENVIRONMENT, "(hidden)"))
                .isNotNull()
                .isNotEqualTo(masked.hidden().digest(ConfigField.ENVIRONMENT, "(hidden) (2)"));
    }

    @Test
    void inspectWhenVariableNamesAreSecretsReportsTwoPlaces() {
        String other = FakeTokens.withBase62Crc32("gh" + "o", 30);
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("a", "x"))
                .config(c -> c.env("--token=a", TOKEN + "=a", other + "=b").label(TOKEN, "a").label(other, "b"))
                .inspect();
        assertThat(inspection.secrets().of(Certainty.VERIFIED)).extracting(Secret::place)
                .containsExactlyInAnyOrder(new SecretPlace.Variable("(hidden)"),
                        new SecretPlace.Variable("(hidden) (2)"), new SecretPlace.Label("(hidden)"),
                        new SecretPlace.Label("(hidden) (2)"));
    }

    @Test
    void maskWhenAVariableRepeatsUsesTheLastValue() {
        Image image = DrawnImage.anImage().config(c -> c.env("A=" + TOKEN, "A=b", "C=d", "C=" + TOKEN)).image();
        assertThat(masked(image).hidden().digest(ConfigField.ENVIRONMENT, "A")).isNull();
        assertThat(masked(image).hidden().digest(ConfigField.ENVIRONMENT, "C")).isNotNull();
    }

    @Test
    void maskCutsALongTextAndStatesTheRest() {
        String text = "x ".repeat(50_000);
        Image image = DrawnImage.anImage().config(c -> c.label("a", text).cmd("sh", "-c", text, "y")).image();
        ContainerConfig masked = masked(image).config().container();
        assertThat(masked.labels().get("a")).hasSizeLessThanOrEqualTo(TextBounds.TEXT)
                .startsWith("x x ")
                .endsWith("… (100,000 characters)");
        assertThat(masked.command()).containsExactly("sh", "-c", "… (2 more words)");
        assertThat(masked(image).hidden().digests()).hasSize(2);
    }

    /** The cut falls into each part of the secret once. */
    @Test
    void maskRemovesASecretAtTheCutOfALongText() {
        for (int before = TextBounds.TEXT - 80; before < TextBounds.TEXT + 20; before += 3) {
            String text = "x".repeat(before) + " " + TOKEN + " y".repeat(10_000);
            String shown = masked(DrawnImage.anImage().config(c -> c.label("a", text)).image()).config()
                    .container()
                    .labels()
                    .get("a");
            assertThat(shown).doesNotContain("ghp").contains(" characters)");
        }
    }

    @Test
    void maskCutsALongRemarkAfterItMasksSecrets() {
        for (int before = 0; before < 300; before++) {
            String remark = masked(remarkedOn("x".repeat(before) + " " + TOKEN + " y".repeat(20_000) + "."))
                    .remarks()
                    .getFirst();
            assertThat(remark).hasSizeLessThanOrEqualTo(400).doesNotContain("ghp").endsWith("y.");
        }
        assertThat(masked(remarkedOn("See " + TOKEN + ".")).remarks()).containsExactly("See (hidden).");
        assertThat(masked(remarkedOn("The type is token=x.")).remarks()).containsExactly("The type is token=(hidden).");
    }

    private static Image remarkedOn(String remark) {
        Image image = image("Leak1");
        return new Image(image.name(), image.id(), null, image.annotations(), image.config(), image.layers(),
                List.of(remark));
    }

    @Test
    void maskOmitsTextsBeyondTheLimitOfAnImage() {
        DrawnImage image = DrawnImage.anImage();
        String text = "y ".repeat(30_000);
        image.config(c -> {
            for (int i = 0; i < 80; i++) {
                c.label("a" + i, text + i);
            }
        });
        Map<String, String> labels = masked(image.image()).config().container().labels();
        assertThat(labels).hasSize(80).hasEntrySatisfying("a0", shown -> assertThat(shown).startsWith("y y "));
        assertThat(labels.values()).contains("… (60,002 characters)");
    }

    @Test
    void maskWhenTextsAreOmittedSaysSo() {
        DrawnImage image = DrawnImage.anImage();
        image.config(c -> c.label("a", "y ".repeat(30_000)));
        assertThat(masked(image.image()).remarks()).isEmpty();
        image.config(c -> {
            for (int i = 0; i < 80; i++) {
                c.label("a" + i, "y ".repeat(30_000) + i);
            }
        });
        assertThat(masked(image.image()).remarks()).singleElement(STRING).contains("524,288", "secrets");
    }

    /** Masking and searching a name takes as long as any other text, so both are bounded. */
    @Test
    void inspectWhenNamesExceedTheLimitReportsTheirPlacesAsTheyAreShown() {
        String name = "y ".repeat(15_000);
        DrawnImage image = DrawnImage.anImage().layer(l -> l.file("a", "x"));
        image.config(c -> {
            for (int i = 0; i < 80; i++) {
                c.label(i + name, TOKEN);
            }
        });
        Inspection inspection = image.inspect();
        assertThat(inspection.secrets().items()).isNotEmpty()
                .extracting(secret -> ((SecretPlace.Label) secret.place()).key())
                .isSubsetOf(inspection.image().config().container().labels().keySet());
    }

    /** A search for passwords takes much longer than one for tokens. */
    @Test
    void inspectSearchesTheBeginningOfLongTextsForPasswordsAndMoreForTokens() {
        String text = "y ".repeat(40_000);
        String password = " --password zq8vX2mPk41s ";
        String[] words = new String[70_000];
        Arrays.fill(words, "y");
        words[words.length - 2] = "--password";
        words[words.length - 1] = "zq8vX2mPk41s";
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("a", "x"))
                .config(c -> c.env("A=" + text + TOKEN).entrypoint(words).cmd(TOKEN))
                .history("RUN " + password + text)
                .history("RUN " + text + password)
                .history("RUN " + text + TOKEN)
                .history("RUN " + text.repeat(55) + TOKEN)
                .inspect();
        assertThat(inspection.secrets().items()).extracting(Secret::kind, Secret::place)
                .containsExactlyInAnyOrder(tuple(SecretKind.GITHUB_TOKEN, new SecretPlace.Variable("A")),
                        tuple(SecretKind.GITHUB_TOKEN, new SecretPlace.Start("command")),
                        tuple(SecretKind.PASSWORD, new SecretPlace.Step(1)),
                        tuple(SecretKind.GITHUB_TOKEN, new SecretPlace.Step(3)));
    }

    @Test
    void inspectionContainsNoSecretsButTheirPlaces() throws IllegalAccessException {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("a", "x").file("run.sh", "#!/usr/bin/env -S TOKEN=" + TOKEN + " sh\n", 0755))
                .layer(l -> l.file("b", "x"))
                .config(c -> c.env("DB_PASSWORD=Leak1", "GH=" + TOKEN)
                        .entrypoint("/app", "--password", "Leak2")
                        .label("org.opencontainers.image.base.name", "https://u:Leak3@r/x"))
                .history("RUN curl -u me:Leak4 https://example.org/")
                .emptyHistory("CMD [\"curl\" \"-u\" \"me:Leak5\" \"" + TOKEN + "\"]")
                .history("COPY . /app")
                .inspect();
        assertThat(HeldTexts.of(inspection)).doesNotContain(LEAK, TOKEN.substring(4, 12));
        assertThat(inspection.secrets().items()).extracting(Secret::kind)
                .contains(SecretKind.PASSWORD, SecretKind.GITHUB_TOKEN);
        assertThat(inspection.base().boundary()).isEqualTo(new BaseBoundary.Likely(1));
        assertThat(inspection.base().evidence()).containsSubsequence(" https://(hidden)@r/x ",
                "\"CMD [\"curl\" \"-u\" \"me:(hidden)\" \"(hidden)\"]\"");
    }

    @Test
    void maskRemovesASecretAtTheCutOfTheBaseCommand() throws IllegalAccessException {
        for (int before = 20; before < 90; before++) {
            Inspection inspection = DrawnImage.anImage()
                    .layer(l -> l.file("a", "x"))
                    .layer(l -> l.file("b", "x"))
                    .history("ADD rootfs")
                    .emptyHistory("CMD " + "x".repeat(before) + " " + TOKEN)
                    .history("COPY . /app")
                    .inspect();
            assertThat(inspection.base().boundary()).isInstanceOf(BaseBoundary.Likely.class);
            assertThat(inspection.base().evidence()).contains("\"CMD xxx");
            assertThat(HeldTexts.of(inspection)).doesNotContain("ghp");
        }
    }

    private static Image masked(Image image) {
        return ImageMask.mask(image, () -> {}).image();
    }

    private static Image image(String secret) {
        HistoryEntry step = new HistoryEntry(Instant.EPOCH, "RUN DB_PASS=" + secret + " make", "me " + TOKEN,
                "curl -u u:" + secret + " h", false);
        ContainerConfig container = new ContainerConfig("u" + secret.charAt(4) + " --token=" + secret,
                List.of("/app", "--password", secret), List.of("-Dtoken=" + secret),
                List.of("GH=" + TOKEN, "DB_PASSWORD=" + secret, TOKEN + "=x", TOKEN),
                new TreeSet<>(List.of("80/tcp", "TOKEN=" + secret)), new TreeSet<>(List.of("/a", "/secret=" + secret)),
                "/password=" + secret, Map.of("token", secret, TOKEN, "x", "a", "https://me:" + secret + "@h/"),
                "PASS=" + secret, new HealthCheck(List.of("CMD", "curl", "--token", secret)),
                List.of("sh", "--token=" + secret), List.of("RUN --token=" + secret));
        ImageConfig config = new ImageConfig(new Platform("token=" + secret, "amd64", "token=" + secret), Instant.EPOCH,
                "me https://me:" + secret + "@h/", container, List.of(new DiffId(DIGEST)), List.of(step));
        Layer layer = new Layer(DIGEST, new DiffId(DIGEST), new MediaType("a/token=" + secret), Compression.NONE, 1, 1,
                step);
        return new Image("https://me:" + secret + "@h/", DIGEST, null,
                Map.of("api-key", secret, "b", "see " + TOKEN), config, List.of(layer),
                List.of("The layer https://me:" + secret + "@h/ is odd."));
    }
}
