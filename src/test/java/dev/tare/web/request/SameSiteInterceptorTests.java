package dev.tare.web.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SameSiteInterceptorTests {

    private final SameSiteInterceptor interceptor = new SameSiteInterceptor();

    @Test
    void requestsOfProgramsAreAccepted() {
        assertThat(passes(request("POST"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "Sec-Fetch-Site,same-origin", "Sec-Fetch-Site,none", "Origin,http://tare.example:8080" })
    void requestsOfOwnPagesAreAccepted(String header, String value) {
        MockHttpServletRequest request = request("POST");
        request.addHeader(header, value);
        assertThat(passes(request)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Origin,http://evil.example",
            "Origin,http://tare.example", "Origin,null", "Origin,http://[" })
    void requestsOfOtherSitesAreRejected(String header, String value) {
        MockHttpServletRequest request = request("POST");
        request.addHeader(header, value);
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> passes(request))
                .satisfies(ex -> assertThat(ex.status().value()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "HEAD", "OPTIONS" })
    void otherSitesMayLinkHere(String method) {
        MockHttpServletRequest request = request(method);
        request.addHeader("Sec-Fetch-Site", "cross-site");
        assertThat(passes(request)).isTrue();
    }

    private boolean passes(MockHttpServletRequest request) {
        return this.interceptor.preHandle(request, new MockHttpServletResponse(), this);
    }

    private static MockHttpServletRequest request(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/comparisons");
        request.addHeader("Host", "tare.example:8080");
        return request;
    }
}
