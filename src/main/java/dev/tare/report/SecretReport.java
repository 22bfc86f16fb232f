package dev.tare.report;

import dev.tare.inspection.Secret;
import dev.tare.inspection.SecretPlace;
import dev.tare.secret.Certainty;
import dev.tare.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * A key, token or password that is in an image; never its value.
 *
 * @param title         the kind for people
 * @param evidence      what makes it this kind
 * @param place         for people
 * @param path          of the file that it is in, otherwise {@code null}
 * @param line          in the file, counted from 1; {@code null} if it is in none or the file is no text
 * @param layer         that holds the file, otherwise {@code null}
 * @param hiddenByLayer that deleted or replaced the file, so that no container sees it and everybody who pulls the image
 *                      has it; {@code null} if it is visible
 */
public record SecretReport(SecretKind kind, String title, Certainty certainty, String evidence, String place,
        @Nullable String path, @Nullable Integer line, @Nullable Integer layer, @Nullable Integer hiddenByLayer) {

    static SecretReport from(Secret secret) {
        SecretPlace.File file = secret.place() instanceof SecretPlace.File found ? found : null;
        return new SecretReport(secret.kind(), secret.kind().title(), secret.certainty(), secret.kind().evidence(),
                secret.place().told(), file == null ? null : file.path(), file == null ? null : file.line(),
                file == null ? null : file.layer(), file == null ? null : file.hiddenBy());
    }
}
