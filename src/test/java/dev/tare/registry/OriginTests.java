package dev.tare.registry;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OriginTests {

    @ParameterizedTest
    @CsvSource({ "nginx, https://registry-1.docker.io", "r.example.com:5000/app, https://r.example.com:5000",
            "127.0.0.1:5000/app, http://127.0.0.1:5000", "localhost/app, http://localhost",
            "[::1]:5/app, http://[::1]:5",
            "localhost:443/app, https://localhost:443", "10.0.0.1:5000/app, https://10.0.0.1:5000",
            "127.0.0.1.example.com/app, https://127.0.0.1.example.com",
            "localhost.example.com/app, https://localhost.example.com" })
    void onlyLoopbackAddressesHavePlainHttp(String reference, URI address) {
        assertThat(RegistryLogins.connections(RegistriesSettings.NONE).address(ImageReference.parse(reference)))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({ "https://r.io, https://cdn.io, true", "https://r.io, http://r.io, false",
            "https://r.io, http://127.0.0.1, false", "http://localhost:1, http://127.0.0.1:2, true",
            "http://localhost:1, https://cdn.io, true", "http://localhost:1, http://cdn.io, false",
            "http://localhost:1, http://169.254.169.254, false" })
    void redirectLeadsToHttpsOrFromLoopbackToLoopback(URI from, URI to, boolean may) {
        assertThat(Origin.of(from).mayRedirectTo(Origin.of(to))).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({ "https://r.io, https://auth.io/token, true", "https://r.io, http://r.io/token, false",
            "https://localhost, http://localhost/token, false", "http://localhost:1, http://localhost:2/token, true",
            "http://localhost:1, http://127.0.0.1:1/token, false", "http://localhost:1, https://auth.io/token, true",
            "http://localhost:1, http://169.254.169.254/token, false" })
    void tokensComeOverHttpsOrFromTheSameLoopbackHost(URI registry, URI realm, boolean may) {
        assertThat(Origin.of(registry).mayTrustTokensOf(Origin.of(realm))).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "ftp://r.io/x", "file:///etc/passwd", "https://user@r.io/", "https:///x", "http://[",
            "https://a b/", "mailto:x@y", "https://a_b/x", "https://r.io./x" })
    void resolveWhenTheLocationIsNoWebAddressReturnsNull(String location) {
        assertThat(Origin.resolve(URI.create("about:blank"), location)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "/x?y, https://r.io/x?y", "//cdn.io/x, https://cdn.io/x", "HTTP://r.io/x, HTTP://r.io/x" })
    void resolveFollowsRelativeLocations(String location, URI expected) {
        assertThat(Origin.resolve(URI.create("https://r.io/v2/"), location)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "https://R.io, https://r.io:443, true", "http://r.io, https://r.io, false",
            "https://r.io:1, https://r.io:2, false", "https://a.r.io, https://r.io, false" })
    void originIsSchemeHostAndPort(URI one, URI other, boolean same) {
        assertThat(Origin.of(one).equals(Origin.of(other))).isEqualTo(same);
    }
}
