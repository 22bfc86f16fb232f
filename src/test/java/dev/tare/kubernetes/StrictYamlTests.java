package dev.tare.kubernetes;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fabric8.kubernetes.api.model.Service;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StrictYamlTests {

    @Test
    void readReturnsTheFieldsOfTheDocument() throws IOException {
        Service service = StrictYaml.read("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: tare
                """, Service.class);
        assertThat(service.getMetadata().getName()).isEqualTo("tare");
    }

    @Test
    void readWhenFieldIsUnknownThrowsException() {
        assertThatExceptionOfType(UnrecognizedPropertyException.class)
                .isThrownBy(() -> StrictYaml.read("spce: {}", Service.class))
                .withMessageContaining("spce");
    }

    @Test
    void readWhenFieldDeepDownIsUnknownThrowsException() {
        assertThatExceptionOfType(UnrecognizedPropertyException.class).isThrownBy(() -> StrictYaml.read("""
                spec:
                  ports:
                    - targetport: 8080
                """, Service.class)).withMessageContaining("targetport");
    }

    @Test
    void readWhenFieldIsGivenTwiceThrowsException() {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> StrictYaml.read("""
                kind: Service
                kind: Service
                """, Service.class)).withMessageContaining("kind");
    }

    @Test
    void readWhenSecondDocumentFollowsThrowsException() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> StrictYaml.read("""
                kind: Service
                ---
                kind: Service
                """, Service.class)).withMessageContaining("second document");
    }

}
