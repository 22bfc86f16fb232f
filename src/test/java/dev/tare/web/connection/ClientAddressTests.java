package dev.tare.web.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientAddressTests {

    private final ClientAddress clients = new ClientAddress(List.of("10.0.0.0/8", "2001:db8:1::/48", "192.0.2.1"));

    @ParameterizedTest
    @CsvSource({ "198.51.100.7, 198.51.100.7", "2001:db8:9:8:7:6:5:4, 2001:db8:9:8:0:0:0:0/64",
            "2001:db8:9:8::1, 2001:db8:9:8:0:0:0:0/64", "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
            "::ffff:198.51.100.7, 198.51.100.7" })
    void peerIsTheClient(String peer, String client) {
        assertThat(client(peer)).isEqualTo(client);
        assertThat(client(peer, "203.0.113.5")).as("a header that anybody can send").isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "10.1.2.3 | 203.0.113.5 | 203.0.113.5",
            "10.1.2.3 | 198.51.100.9, 203.0.113.5 | 203.0.113.5",
            "10.1.2.3 | 198.51.100.9, 203.0.113.5, 192.0.2.1 | 203.0.113.5", "10.1.2.3 | 10.9.9.9 | 10.9.9.9",
            "10.1.2.3 | 203.0.113.5, nonsense | 10.1.2.3", "10.1.2.3 | '' | 10.1.2.3",
            "2001:db8:1::5 | 2001:db8:7:7::9 | 2001:db8:7:7:0:0:0:0/64",
            "10.1.2.3 | [2001:db8:7:7::9] | 2001:db8:7:7:0:0:0:0/64" })
    void trustedProxiesStateTheClient(String peer, String forwarded, String client) {
        assertThat(client(peer, forwarded)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({ "10.255.0.1, true", "11.0.0.1, false", "192.0.2.1, true", "192.0.2.2, false",
            "2001:db8:1:ffff::1, true", "2001:db8:2::1, false" })
    void networksAreComparedByTheirFirstBits(String address, boolean proxy) {
        assertThat(this.clients.isProxy(address)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @ValueSource(strings = { "proxy.example", "10.0.0.0/33", "10.0.0.0/x", "", "10.0.0/8/8", "10/8" })
    void aSettingThatIsNoNetworkIsRejected(String network) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress(List.of(network)))
                .withMessageContaining("tare.connection.trusted-proxies");
    }

    @ParameterizedTest
    @ValueSource(strings = { "999.1.1.1", "1.2.3.4.5", "10.0.0.1.", "abcd.ef", "1:2", "fe80::1%nowhere", "" })
    void textThatIsNoAddressIsNotLookedUp(String text) throws UnknownHostException {
        assertThat(client("10.1.2.3", text)).isEqualTo("10.1.2.3");
        assertThat(RecordedLookups.NAMES).doesNotContain(text);
        assertThat(InetAddress.getAllByName("localhost")).isNotEmpty();
        assertThat(RecordedLookups.NAMES).contains("localhost");
    }

    private String client(String peer, String... forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        this.clients.store(request, peer, List.of(forwarded));
        return ClientAddress.of(request);
    }
}
