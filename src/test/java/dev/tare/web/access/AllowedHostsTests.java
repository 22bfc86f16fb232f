package dev.tare.web.access;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AllowedHostsTests {

    private static final List<String> CONFIGURED = List.of("Tare.example.com", "192.0.2.1", "[2001:db8::1]");

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]", "[::1]:8080",
            "tare.example.com", "tare.EXAMPLE.com:443", "192.0.2.1:80", "[2001:db8::1]:8080" })
    void namesOfThisMachineAndConfiguredOnesAreAllowed(String host) {
        assertThat(AllowedHosts.with(CONFIGURED).contain(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "evil.example", "localhost.evil.example", "evil.example.tare.example.com", "192.0.2.2",
            "127.0.0.2", "10.0.0.1:8080", "[2001:db8::2]", "::1", "", "localhost:8080:80", "localhost:x",
            "user@localhost", "localhost." })
    void otherNamesAndUnlistedAddressesAreNotAllowed(String host) {
        assertThat(AllowedHosts.with(CONFIGURED).contain(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "", "http://tare.example.com", "tare.example.com:80", "2001:db8::1", "a b" })
    void aSettingThatIsNoHostIsRejected(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> AllowedHosts.with(List.of(host)))
                .withMessageContaining("tare.security.allowed-hosts");
    }

    @ParameterizedTest
    @CsvSource({ "localhost:8080, localhost, true", "evil.example, evil.example, false",
            "evil.example, localhost, false", "localhost, evil.example, false", ", localhost, true" })
    void headerAndForwardedHostMustBothBeAllowed(String header, String forwarded, boolean allowed) throws Exception {
        assertThat(answer(request("/", header, forwarded)).getStatus()).isEqualTo(allowed ? 200 : 421);
    }

    @Test
    void rejectionIsAProblemDetailThatDoesNotRepeatTheHost() throws Exception {
        MockHttpServletResponse answer = answer(request("/", "evil.example", "evil.example"));
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.getContentAsByteArray()).path("rule").asString())
                .isEqualTo("host-not-allowed");
        assertThat(answer.getContentAsString()).doesNotContain("evil");
    }

    @ParameterizedTest
    @CsvSource({ "/livez, 200", "/readyz, 200", "/livez/, 421", "/actuator/health, 421", "/v3/api-docs, 421" })
    void onlyProbesAreExempt(String path, int status) throws Exception {
        assertThat(answer(request(path, "10.1.2.3:8080", "10.1.2.3")).getStatus()).isEqualTo(status);
    }

    private static MockHttpServletResponse answer(MockHttpServletRequest request)
            throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new AllowedHostFilter(new SecurityProperties(false, CONFIGURED)).doFilter(request, response,
                new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest request(String path, String header, String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path) {

            @Override
            public String getServerName() {
                return forwarded;
            }
        };
        if (header != null) {
            request.addHeader("Host", header);
        }
        return request;
    }
}
