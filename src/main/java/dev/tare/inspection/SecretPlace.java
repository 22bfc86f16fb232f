package dev.tare.inspection;

import org.jspecify.annotations.Nullable;

/** The place of a secret in an image. */
public sealed interface SecretPlace {

    /** The place as text, without its layer. */
    String describe();

    /** Whether a later layer hides the secret. Anyone who pulls the image can still read it. */
    default boolean isHidden() {
        return false;
    }

    /**
     * A file of a layer.
     *
     * @param path     without a leading slash
     * @param line     counted from 1; {@code null} if the file is not a text
     * @param layer    index of the layer that contains it
     * @param hiddenBy index of the layer that deleted or replaced it; {@code null} if a container sees it
     */
    record File(String path, @Nullable Integer line, int layer, @Nullable Integer hiddenBy) implements SecretPlace {

        @Override
        public String describe() {
            return "/" + this.path + (this.line == null ? "" : " line " + this.line);
        }

        @Override
        public boolean isHidden() {
            return this.hiddenBy != null;
        }
    }

    /** An environment variable. */
    record Variable(String name) implements SecretPlace {

        @Override
        public String describe() {
            return "environment " + this.name;
        }
    }

    /** A label of the config or an annotation of the manifest. */
    record Label(String key) implements SecretPlace {

        @Override
        public String describe() {
            return "label " + this.key;
        }
    }

    /** The start of a container: {@code entrypoint}, {@code command} or {@code health check}. */
    record Start(String field) implements SecretPlace {

        @Override
        public String describe() {
            return this.field;
        }
    }

    /** @param step of the history, counted from 1 */
    record Step(int step) implements SecretPlace {

        @Override
        public String describe() {
            return "history step " + this.step;
        }
    }
}
