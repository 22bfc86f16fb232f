package dev.tare.web.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNetworkTests {

    @ParameterizedTest
    @CsvSource({ "192.0.2.1, 192.0.2.1, true", "192.0.2.1, 192.0.2.2, false", "2001:db8::1, 2001:db8::ffff:2, true",
            "2001:db8::1, 2001:db8:0:1::1, false", "192.0.2.1, 2001:db8::1, false" })
    void clientIsAnAddressOrANetworkOfIpv6(String client, String other, boolean same) throws UnknownHostException {
        assertThat(ClientAddress.networkOf(InetAddress.getByName(client)).contains(InetAddress.getByName(other)))
                .isEqualTo(same);
    }

}
