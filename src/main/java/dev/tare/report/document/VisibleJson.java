package dev.tare.report.document;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Escapes JSON so that it contains only visible ASCII characters. The values stay as they are, unlike those of
 * {@link VisibleText}. Everything that writes JSON uses it, so no text can move a terminal's cursor.
 */
public final class VisibleJson extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7f;

    private VisibleJson() {}

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    @SuppressWarnings("NullAway") // Jackson has no annotations.
    public SerializableString getEscapeSequence(int character) {
        return null;
    }

    /** Sets the escapes of a factory. */
    public static void applyTo(JsonFactoryBuilder factory) {
        factory.enable(JsonWriteFeature.ESCAPE_NON_ASCII).characterEscapes(new VisibleJson());
    }

    /** A factory with these escapes. */
    public static JsonFactory factory() {
        JsonFactoryBuilder factory = JsonFactory.builder();
        applyTo(factory);
        return factory.build();
    }
}
