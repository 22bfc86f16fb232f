package dev.tare.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads one YAML document as one type, and fails on every unknown field. By default, the types of the Kubernetes model
 * ignore unknown fields.
 */
final class StrictYaml {

    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .annotationIntrospector(new NoAnySetter())
            .build();

    private StrictYaml() {}

    static <T> T read(Path file, Class<T> type) {
        try {
            return read(Files.readString(file), type);
        } catch (IOException ex) {
            throw new UncheckedIOException("%s is not a %s: %s".formatted(file, type.getSimpleName(), ex.getMessage()),
                    ex);
        }
    }

    static <T> T read(String yaml, Class<T> type) throws IOException {
        try (MappingIterator<T> documents = MAPPER.readerFor(type).readValues(yaml)) {
            T document = documents.nextValue();
            if (documents.hasNextValue()) {
                throw new IOException("A second document follows, but only one is expected");
            }
            return document;
        }
    }

    static Set<String> fieldsOf(Object value) {
        Set<String> fields = new TreeSet<>();
        MAPPER.valueToTree(value).fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static final class NoAnySetter extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }

    }

}
