package dev.tare.web.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MultipartBodyTests {

    private static final MediaType FORM = MediaType.parseMediaType(UploadBody.CONTENT_TYPE);

    @Test
    void nextGivesPartsInTheirOrder() throws IOException {
        MultipartBody body = body(new UploadBody().field("image", "app:1").archive("a.tar", bytes("A")).stream());
        UploadPart field = requireNonNull(body.next());
        assertThat(field.name()).isEqualTo("image");
        assertThat(field.fileName()).isNull();
        assertThat(field.text()).isEqualTo("app:1");
        UploadPart archive = requireNonNull(body.next());
        assertThat(archive.fileName()).isEqualTo("a.tar");
        assertThat(archive.content()).hasContent("A");
        assertThat(body.next()).isNull();
        assertThat(body.next()).isNull();
    }

    @Test
    void nextWhenPartIsUnreadSkipsIt() throws IOException {
        MultipartBody body = body(
                new UploadBody().archive("a.tar", new byte[300_000]).archive("b.tar", bytes("B")).stream());
        assertThat(body.next()).isNotNull();
        assertThat(requireNonNull(body.next()).content()).hasContent("B");
    }

    @Test
    void contentThatLooksLikeBoundaryStaysContent() throws IOException {
        String tricky = "\r\n--upload-boundar\r\n--upload-\r\n\r\n--";
        MultipartBody body = body(new UploadBody().archive("a.tar", bytes(tricky)).stream());
        assertThat(new String(requireNonNull(body.next()).content().readAllBytes(), UTF_8)).isEqualTo(tricky);
    }

    @Test
    void fileNameInUtf8IsKept() throws IOException {
        MultipartBody body = body(new UploadBody().archive("größe.tar", bytes("A")).stream());
        assertThat(requireNonNull(body.next()).displayName("archive 1")).isEqualTo("größe.tar");
    }

    @Test
    void nextWhenHeadersAreHugeThrowsException() {
        MultipartBody body = body(new UploadBody().archive("a".repeat(100_000), bytes("A")).stream());
        assertThatExceptionOfType(UploadException.class).isThrownBy(body::next).withMessageContaining("4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no boundary at all", "--upload-boundary-- the end" })
    void nextWhenThereIsNoPartGivesNull(String text) throws IOException {
        assertThat(body(new ByteArrayInputStream(bytes(text))).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "--upload-boundary\r\n\r\nno name\r\n", "--upload-boundary\r\nno end of headers",
            "--upload-boundary\r\nContent-Disposition: nonsense;;=\"\r\n\r\nx\r\n",
            "--upload-boundary\r\nContent-Disposition: ;\r\n\r\nx\r\n" })
    void nextWhenPartIsMalformedThrowsException(String text) {
        MultipartBody body = body(new ByteArrayInputStream(bytes(text)));
        assertThatExceptionOfType(UploadException.class).isThrownBy(body::next);
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/x-tar", "multipart/mixed; boundary=a", "text/plain" })
    void ofWhenContentTypeIsNoFormThrowsException(String contentType) {
        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(
                        () -> MultipartBody.of(InputStream.nullInputStream(), MediaType.parseMediaType(contentType)))
                .satisfies(ex -> assertThat(ex.status().value()).isEqualTo(415));
    }

    @ParameterizedTest
    @ValueSource(strings = { "multipart/form-data", "multipart/form-data; boundary=\"\"",
            "multipart/form-data; boundary=0123456789012345678901234567890123456789012345678901234567890123456789012" })
    void ofWhenBoundaryIsMissingOrTooLongThrowsException(String contentType) {
        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(
                        () -> MultipartBody.of(InputStream.nullInputStream(), MediaType.parseMediaType(contentType)))
                .satisfies(ex -> assertThat(ex.status().value()).isEqualTo(400));
    }

    @Test
    void displayNameDropsFoldersAndControlCharacters() {
        assertThat(part("C:\\images\\a.tar").displayName("x")).isEqualTo("a.tar");
        assertThat(part("../../etc/a.tar").displayName("x")).isEqualTo("a.tar");
        assertThat(part("a\u0007.tar").displayName("x")).isEqualTo("a?.tar");
        assertThat(part("images/").displayName("archive 1")).isEqualTo("archive 1");
    }

    @Test
    void textWhenFieldIsLongThrowsException() {
        UploadPart part = new UploadPart("image", null, new ByteArrayInputStream(new byte[2000]));
        assertThatExceptionOfType(UploadException.class).isThrownBy(part::text).withMessageContaining("\"image\"");
    }

    private static UploadPart part(String fileName) {
        return new UploadPart("archive", fileName, InputStream.nullInputStream());
    }

    private static MultipartBody body(InputStream stream) {
        return MultipartBody.of(stream, FORM);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
