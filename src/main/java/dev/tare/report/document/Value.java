package dev.tare.report.document;

import dev.tare.report.ImageReport;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;

/** A piece of text with a meaning. Each format displays it in its own way. */
public sealed interface Value {

    /** The value for people, without markup. It may contain any character of a name in an image. */
    String text();

    /** Words that a reader should see first, and that may quote an image. */
    record Strong(String text) implements Value {}

    /** Words of Tare, without text from an image. */
    record Words(String text) implements Value {}

    /** A sentence that may quote an image. */
    record Prose(String text) implements Value {}

    /** A sentence that states what to do, and may quote an image. */
    record Advice(String text) implements Value {}

    /** A name, path, version or command of an image. */
    record Code(String text) implements Value {}

    /** A command of a build that made a layer. Its beginning may be enough. */
    record Step(String text) implements Value {}

    /** A figure in words, such as a percentage. */
    record Figure(String text) implements Value {}

    /** A count. */
    record Count(long number) implements Value {

        @Override
        public String text() {
            return Counts.of(this.number);
        }
    }

    /**
     * A number of bytes, rounded for people.
     *
     * @param exact whether the exact number matters, so that formats show it if they have room
     */
    record Size(long bytes, boolean exact) implements Value {

        @Override
        public String text() {
            return Bytes.rounded(this.bytes);
        }
    }

    /** A word that classifies, such as a verdict or a change. */
    record Tag(String text) implements Value {}

    /** A digest. Its beginning is enough for people. */
    record Digest(String digest) implements Value {

        private static final int SHORT = 12;

        @Override
        public String text() {
            String hex = this.digest.substring(this.digest.indexOf(':') + 1);
            return hex.substring(0, Math.min(hex.length(), SHORT));
        }
    }

    /**
     * The name of an image of the report.
     *
     * @param index of the image, for formats with little room
     */
    record ImageName(int index, String text) implements Value {

        public static ImageName of(ImageReport image) {
            return new ImageName(image.index(), image.name());
        }
    }
}
