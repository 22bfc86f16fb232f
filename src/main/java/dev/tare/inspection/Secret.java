package dev.tare.inspection;

import java.util.List;

import dev.tare.secret.Certainty;
import dev.tare.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/** A key, token or password that whoever can pull the image can read. Only its kind and place are kept. */
public record Secret(SecretKind kind, Certainty certainty, SecretPlace place) {

    /** One whose place does not change what it is worth. */
    static Secret of(SecretKind kind, SecretPlace place) {
        return new Secret(kind, kind.certainty(), place);
    }

    /**
     * Those in the content of a file.
     *
     * @param layer    that brought it
     * @param hiddenBy the layer that hid it, or {@code null} if a container sees it
     */
    static List<Secret> in(ContentFindings content, String path, int layer, @Nullable Integer hiddenBy) {
        return content.secrets()
                .matches()
                .stream()
                .map(match -> new Secret(match.kind(), match.certainty(),
                        new SecretPlace.File(path, match.line(), layer, hiddenBy)))
                .toList();
    }
}
