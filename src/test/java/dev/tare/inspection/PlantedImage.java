package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;

import dev.tare.fixture.ImageBuilder;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import dev.tare.limits.Limits;
import dev.tare.secret.FakeTokens;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;

/**
 * An inspection with a token in every text of its records, and in the paths and links of its files.
 *
 * @param fields the tokens, and the field of each
 */
public record PlantedImage(Inspection inspection, Map<String, String> fields) {

    /** @param base whether the base image is known */
    public static PlantedImage of(String name, boolean base) {
        Map<String, String> fields = new TreeMap<>();
        ImageBuilder image = EverythingImage.drawnOn(ImageBuilder.anImage(name))
                .layer(layer -> layer.file("srv/" + token(fields, "file"), name)
                        .file("srv/" + token(fields, "setuid"), name, 04755)
                        .file(token(fields, "folder") + "/tool", name.repeat(5_000))
                        .file("srv/" + token(fields, "text") + "/x.txt", "a", 0666)
                        .symlink("usr/bin/link", "../" + token(fields, "link")))
                .config(config -> config.label("a", FakeTokens.pypi())
                        .entrypoint("/app", "--password", "zq8vX2mPk41s"));
        try {
            PlantedTexts texts = PlantedTexts.tokens();
            Inspection inspection = texts.in(withBase(new Inspector(Limits.DEFAULTS).inspect(ArchiveSources
                    .stream("app.tar", new ByteArrayInputStream(image.asDockerArchive()), ImageSelection.ONLY,
                            Limits.DEFAULTS)),
                    base));
            fields.putAll(texts.fields());
            return new PlantedImage(inspection, fields);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The fields whose tokens an output shows, even in part. */
    public Map<String, String> shownIn(String output) {
        Map<String, String> shown = new TreeMap<>();
        this.fields.forEach((token, field) -> {
            if (output.contains(token.substring(6, 20))) {
                shown.put(field, token);
            }
        });
        return shown;
    }

    private static Inspection withBase(Inspection inspection, boolean base) {
        return new Inspection(inspection.image(),
                base ? BaseImage.known(BaseGrade.STATED, 1, null, "A test says so.")
                        : BaseImage.unknown(0, "A test says so."),
                inspection.weight(), inspection.files(), inspection.deleted(), inspection.software(),
                inspection.system(),
                inspection.surface(), inspection.secrets(), inspection.referrers());
    }

    private static String token(Map<String, String> fields, String field) {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        fields.put(token, field);
        return token;
    }
}
