package dev.tare.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Closes connections in the middle of a request or an answer. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.dev.tare.web.request=debug")
@ExtendWith(OutputCaptureExtension.class)
class AbortedRequestsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @Test
    void uploadWhoseSenderDisconnectsIsOneLineAndCountsAsAborted(CapturedOutput output) throws IOException {
        double before = aborted();
        byte[] form = new UploadBody().archive("a.tar", BadArchives.good())
                .archive("b.tar", BadArchives.truncated())
                .stream()
                .readAllBytes();
        int start = output.length();
        try (Socket socket = new Socket("127.0.0.1", this.port)) {
            socket.getOutputStream()
                    .write(("POST /api/comparisons HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                            + UploadBody.CONTENT_TYPE + "\r\nContent-Length: " + form.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(form, 0, form.length - 20_000);
            socket.getOutputStream().flush();
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> aborted() > before);
        Awaitility.await().until(() -> lines(output, start) > 0);
        assertThat(output.toString().substring(start)).doesNotContain("ERROR", "WARN", "\tat ");
        assertThat(lines(output, start)).isEqualTo(1);
    }

    private static long lines(CapturedOutput output, int start) {
        return output.toString().substring(start).lines().filter(line -> line.contains("DEBUG")).count();
    }

    private double aborted() {
        return this.meters.find("tare.inspections")
                .tag("outcome", "aborted")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
