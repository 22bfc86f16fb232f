package dev.tare.web.request;

import java.util.List;

import dev.tare.image.InvalidDocumentException;
import dev.tare.image.InvalidValueException;
import dev.tare.secret.FakeTokens;
import dev.tare.source.format.AmbiguousImageException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProblemsTests {

    private static final String TOKEN = FakeTokens.withBase62Crc32("gh" + "p", 30);

    /** Problem details, the error page, the log and the command line all show the message of the exception. */
    @Test
    void problemShowsNoSecret() {
        for (Exception ex : List.of(new InvalidValueException("digest", "https://me:Leak@host/" + TOKEN, "another"),
                new InvalidDocumentException("config/" + TOKEN, "config.Env.DB_PASS=Leak is not a string", null),
                new AmbiguousImageException(TOKEN, List.of(TOKEN, "https://me:Leak@host/x")),
                new InvalidParameterException("TOKEN=Leak is odd"))) {
            assertThat(Problems.of(ex).toString()).doesNotContain("Leak", TOKEN.substring(4, 12)).contains("(hidden)");
        }
    }

    @Test
    void problemShowsNoHalfOfASecret() {
        for (int before = 0; before < 130; before++) {
            String text = "x".repeat(before) + " " + TOKEN;
            for (Exception ex : List.of(new InvalidValueException("digest", text, "another"),
                    new AmbiguousImageException("a", List.of(text, "b")),
                    new InvalidDocumentException("y".repeat(1_200) + text + " z".repeat(2_000), "it is odd", null))) {
                assertThat(Problems.of(ex).toString()).doesNotContain(TOKEN.substring(0, 8),
                        TOKEN.substring(TOKEN.length() - 8));
            }
        }
    }

    @Test
    void problemOfARefusedRequestHasItsStatusRuleAndMessage() {
        ProblemDetail problem =
                Problems.of(new RequestException(HttpStatus.FORBIDDEN, "cross-site", "Sent by another site."));
        assertThat(problem.getStatus()).isEqualTo(403);
        assertThat(problem.getType()).hasToString("urn:problem-type:tare:cross-site");
        assertThat(problem.getTitle()).isEqualTo("Cross site");
        assertThat(problem.getDetail()).isEqualTo("Sent by another site.");
    }

    @Test
    void parameterWithoutAValidValueIsABadRequest() {
        PolicyParameters parameters = new PolicyParameters(null, "lots", null, null);
        assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(parameters::toPolicy)
                .satisfies(ex -> assertThat(Problems.of(ex).getTitle()).isEqualTo("Invalid parameter"))
                .satisfies(ex -> assertThat(Problems.of(ex).getStatus()).isEqualTo(400))
                .withMessageContaining("lots");
    }
}
