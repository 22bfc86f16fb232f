package dev.tare.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FormatConverterTests {

    private final Message message = new Message();

    @Test
    void writeWhenRenderingFailsDoesNotBeginTheResponse() {
        FormatConverter<String> converter = new FormatConverter<>(String.class, Map.of(MediaType.TEXT_PLAIN, (_, _) -> {
            throw new IllegalStateException("Rendering failed");
        })) {};
        assertThatIllegalStateException().isThrownBy(() -> converter.write("a", MediaType.TEXT_PLAIN, this.message));
        assertThat(this.message.opened).isFalse();
    }

    @Test
    void writeStatesLengthAndCharacterSet() throws IOException {
        FormatConverter<String> converter = new FormatConverter<>(String.class,
                Map.of(MediaType.TEXT_PLAIN, (text, out) -> out.write(text.getBytes(StandardCharsets.UTF_8)))) {};
        this.message.getHeaders().setContentType(MediaType.TEXT_PLAIN);
        converter.write("ä", null, this.message);
        assertThat(this.message.getBodyAsBytes()).hasSize(2);
        assertThat(this.message.getHeaders().getContentLength()).isEqualTo(2);
        assertThat(this.message.getHeaders().getContentType())
                .isEqualTo(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
    }

    @Test
    void downloadThatFailsAtItsBeginningDoesNotBeginTheResponse() {
        Download download = writer -> {
            writer.write("begin");
            throw new IllegalStateException("Rendering failed");
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> new DownloadConverter().write(download, MediaType.TEXT_PLAIN, this.message));
        assertThat(this.message.opened).isFalse();
    }

    @Test
    void downloadOfManyBlocksIsWhole() throws IOException {
        List<String> lines = IntStream.range(0, 50_000).mapToObj(i -> "line " + i + "\n").toList();
        new DownloadConverter().write(writer -> {
            for (String line : lines) {
                writer.write(line);
            }
        }, MediaType.TEXT_PLAIN, this.message);
        assertThat(this.message.getBodyAsString()).isEqualTo(String.join("", lines));
    }

    private static final class Message extends MockHttpOutputMessage {

        private boolean opened;

        @Override
        public OutputStream getBody() throws IOException {
            this.opened = true;
            return super.getBody();
        }
    }
}
