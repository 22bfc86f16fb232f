package dev.tare.report.json;

import dev.tare.secret.redaction.Redaction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Masks keys and tokens in every text of a report, because a name of a file or package may contain one. */
final class MaskedTexts extends SimpleModule {

    private static final long serialVersionUID = 1L;

    MaskedTexts() {
        addSerializer(String.class, new Value());
        addKeySerializer(String.class, new Name());
    }

    private static final class Value extends ValueSerializer<String> {

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(Redaction.tokens(text));
        }
    }

    private static final class Name extends ValueSerializer<String> {

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeName(Redaction.tokens(text));
        }
    }
}
