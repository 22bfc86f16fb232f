package dev.tare.registry.proxy;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpProxiesTests {

    @ParameterizedTest
    @CsvSource({ "http://p.io:3128, http://p.io:3128", "p.io:3128, http://p.io:3128", "HTTP://p.io, http://p.io:80",
            "http://p.io:3128/path, http://p.io:3128", "http://10.0.0.1:1, http://10.0.0.1:1",
            "http://[::1]:1, http://[::1]:1" })
    void addressIsParsed(String value, String proxy) {
        assertThat(find(Map.of("HTTPS_PROXY", value), "https://r.io")).hasToString(proxy);
    }

    @ParameterizedTest
    @CsvSource({ "http://u:p@p.io:1, dTpw", "http://u:p%40q@p.io:1, dTpwQHE=", "http://u:p@q@p.io:1, dTpwQHE=",
            "http://u:p+q@p.io:1, dTpwK3E=", "http://u:50%@p.io:1, dTo1MCU=", "http://u@p.io:1, dTo=",
            "u:p@p.io:1, dTpw", "http://u:a/b#c@p.io:1, dTphL2IjYw==" })
    void loginIsDecoded(String value, String encoded) {
        HttpProxy proxy = find(Map.of("HTTPS_PROXY", value), "https://r.io");
        assertThat(proxy).isNotNull();
        assertThat(proxy.authorization()).isEqualTo("Basic " + encoded);
        assertThat(proxy.toString()).isEqualTo("http://p.io:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "https://u:geheim@p.io", "socks5://u:geheim@p.io", "http://u:geheim@", "u:geheim@p.io:99999",
                    "http://u:geheim@p.io:0", "http://u:geheim@a b", "http://:3128" })
    void otherValuesFailWithoutBeingShown(String value) {
        assertThatExceptionOfType(InvalidProxyException.class)
                .isThrownBy(() -> find(Map.of("HTTPS_PROXY", value), "https://r.io"))
                .withMessageContaining("HTTPS_PROXY")
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void schemeSelectsTheVariable() {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "s.io:1", "http_proxy", "p.io:1");
        assertThat(find(environment, "https://r.io")).hasToString("http://s.io:1");
        assertThat(find(environment, "http://r.io")).hasToString("http://p.io:1");
        assertThat(find(Map.of("https_proxy", "s.io:1"), "http://r.io")).isNull();
        assertThat(find(Map.of("HTTPS_PROXY", " "), "https://r.io")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "* | r.io", "r.io | r.io", "r.io | a.r.io", ".r.io | a.r.io",
            "*.r.io | a.r.io", "a.io, r.io | r.io", "a.io r.io | r.io", "R.IO | r.io", "r.io | R.io",
            "r.io:5000 | r.io:5000", "r.io:443 | r.io", "10.0.0.0/8 | 10.1.2.3", "10.1.2.3 | 10.1.2.3:5000",
            "fd00::/8 | [fd12::1]", "[fd12::1]:5 | [fd12::1]:5", "fd12::1 | [fd12:0::1]", "none | localhost",
            "none | 127.0.0.1:5000", "none | [::1]", "10.0.0.0/0 | 8.8.8.8" })
    void hostIsReachedDirectly(String variable, String authority) {
        assertThat(find(Map.of("HTTPS_PROXY", "p.io:1", "NO_PROXY", variable), "https://" + authority)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { ".r.io | r.io", "r.io | ar.io", "r.io:5000 | r.io", "10.0.0.0/8 | 11.1.2.3",
            "10.0.0.0/8 | [fd12::1]", "10.0.0.0/x | 10.1.2.3", "10.0.0.0/ | 10.1.2.3", ", | r.io", "r | r.io",
            "10 | 10.1.2.3", "/ | r.io",
            "10 | 0.0.0.10", "10.0.0.0/33 | 10.0.0.0", "010.1.2.3 | 10.1.2.3" })
    void hostIsReachedThroughTheProxy(String variable, String authority) {
        assertThat(find(Map.of("HTTPS_PROXY", "p.io:1", "no_proxy", variable), "https://" + authority)).isNotNull();
    }

    private static @Nullable HttpProxy find(Map<String, String> environment, String address) {
        return HttpProxies.of(environment::get).find(URI.create(address));
    }
}
