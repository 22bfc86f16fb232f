package dev.tare.network;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NetworkPolicyTests {

    private static final List<String> NONE = List.of();

    @ParameterizedTest
    @CsvSource({ "r.io, r.io, true", "r.io, r.io:443, true", "r.io, R.IO, true", "r.io, r.io:5000, false",
            "r.io:5000, r.io:5000, true", "r.io:5000, r.io, false", "r.io, a.r.io, false", "r.io, ar.io, false",
            "*.r.io, a.r.io, true", "*.r.io, a.b.r.io, true", "*.r.io, r.io, false", "*.r.io, ar.io, false",
            "*.r.io:5000, a.r.io:5000, true", "*.r.io:5000, a.r.io, false", "docker.io, docker.io, true",
            "index.docker.io, docker.io, true", "registry-1.docker.io, docker.io, true",
            "bücher.de, xn--bcher-kva.de, true",
            "[::1]:5000, [0:0:0:0:0:0:0:1]:5000, true", "10.1.2.3, 10.1.2.3, true", "r.io., r.io, true" })
    void onlyListedRegistriesAreAllowed(String listed, String registry, boolean allowed) {
        assertThat(isAllowed(policy(List.of(listed), NONE, NONE), registry)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({ "r.io, r.io, true", "r.io, r.io:5000, true", "r.io:5000, r.io, false", "*.r.io, a.r.io:5000, true",
            "docker.io, docker.io, true", "10.1.2.3, 10.1.2.3:5000, true" })
    void deniedRegistryIsRefusedOnEachPort(String listed, String registry, boolean denied) {
        assertThat(isAllowed(policy(NONE, List.of(listed), NONE), registry)).isNotEqualTo(denied);
        assertThat(isAllowed(policy(List.of(registry), List.of(listed), NONE), registry)).isNotEqualTo(denied);
    }

    @Test
    void everyRegistryIsAllowedWithoutAList() {
        assertThat(isAllowed(policy(NONE, NONE, NONE), "r.example.com:5000")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "", "r.io:0", "r.io:70000", "r.io:x", "https://r.io", "r.io/team", "*", "*.", "a.*.io", "r io",
                    "[::1", "user@r.io", "10.0.0.0/8", "10.0.0.0/33" })
    void registryThatIsNoHostIsInvalid(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(List.of(text), NONE, NONE))
                .withMessageStartingWith("allowed: ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.0.0.0/33", "10.0.0/8", "r.io/8", "fe80::1%eth0" })
    void networkThatIsInvalidIsAnError(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(NONE, List.of(text), NONE))
                .withMessageContaining(text);
        assertThatIllegalArgumentException().isThrownBy(() -> policy(NONE, NONE, List.of(text)))
                .withMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource({ "r.corp:5000, https://r.corp:5000, 10.1.2.3, true", "r.corp:5000, https://r.corp:22, 10.1.2.3, false",
            "r.corp, https://r.corp, fd12::1, true", "r.corp, https://r.corp, 127.0.0.1, true",
            "r.corp, https://r.corp, 100.64.0.1, true", "r.corp, https://r.corp, 169.254.169.254, false",
            "r.corp, https://r.corp, 169.254.1.1, false", "r.corp, https://r.corp, 0.0.0.0, false",
            "r.corp, https://r.corp, 100.100.100.200, false", "r.corp, https://r.corp, fd00:ec2::254, false",
            "r.corp, https://r.corp, 64:ff9b::a01:203, true", "r.corp, https://r.corp, 64:ff9b::a9fe:a9fe, false",
            "10.0.0.0/8, https://r.corp:5000, 10.1.2.3, true", "10.0.0.0/8, https://r.corp, 192.168.0.1, false",
            "10.0.0.0/8, https://r.corp, 64:ff9b::a01:203, true",
            "169.254.169.254, https://r.corp, 169.254.169.254, true",
            "*.corp, https://r.corp, 10.1.2.3, true", "*.corp, https://r.corp.example, 10.1.2.3, false",
            "10.1.2.3:5000, https://10.1.2.3:5000, 10.1.2.3, true",
            "10.1.2.3:5000, https://10.1.2.3, 10.1.2.3, false" })
    void internalHostMayHaveAddressesOfPrivateNetworks(String listed, URI uri, String address, boolean allowed) {
        NetworkPolicy policy = policy(NONE, NONE, List.of(listed));
        Host host = Host.of(uri);
        assertThat(policy.allows(host, InetAddress.ofLiteral(address), true)).isEqualTo(allowed);
        assertThat(policy.allows(host, InetAddress.ofLiteral(address), false)).isFalse();
    }

    @Test
    void deniedNetworkIsRefusedAlsoBehindTranslationAndIfItIsInternal() {
        NetworkPolicy policy = policy(NONE, List.of("8.8.8.0/24", "10.9.0.0/16"), List.of("10.0.0.0/8", "r.corp"));
        Host host = Host.of("r.corp");
        assertThat(List.of("8.8.8.8", "64:ff9b::8.8.8.8", "10.9.1.1"))
                .noneMatch(address -> policy.allows(host, InetAddress.ofLiteral(address), true));
        assertThat(policy.allows(host, InetAddress.ofLiteral("8.8.4.4"), false)).isTrue();
        assertThat(policy.allows(host, InetAddress.ofLiteral("10.8.1.1"), true)).isTrue();
    }

    @Test
    void everythingIsAllowedForTheCommand() {
        assertThat(NetworkPolicy.EVERYTHING.allows(Host.of("x"), InetAddress.ofLiteral("169.254.169.254"), false))
                .isTrue();
        assertThat(NetworkPolicy.EVERYTHING.deniesName(Host.of("localhost"), true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "localhost, true", "LOCALHOST, true", "localhost., true", "a.localhost, true", "printer, true",
            "metadata.google.internal, true", "METADATA.GOOGLE.INTERNAL., true", "nas.local, true",
            "nas.home.arpa, true",
            "r.example.com, false", "local.example.com, false", "1.1.1.1, false" })
    void proxyMayNotLookUpNamesOfPrivateNetworks(String name, boolean denied) {
        NetworkPolicy policy = policy(NONE, NONE, NONE);
        assertThat(policy.deniesName(Host.of(name), true)).isEqualTo(denied);
        assertThat(policy.deniesName(Host.of(name), false)).isFalse();
        assertThat(policy(NONE, NONE, List.of(name)).deniesName(Host.of(name), true)).isFalse();
    }

    /** Java rejects most of these addresses, which others read as 127.0.0.1, or as that of an interface. */
    @ParameterizedTest
    @ValueSource(strings = { "https://0x7f.1/", "https://2130706433/", "https://127.1/", "https://0177.0.0.1/",
            "https://127.0.0.1./", "https://127%2e0.0.1/", "https://%31%32%37.0.0.1/", "https://[fe80::1%25eth0]/",
            "https://[fe80::1%eth0]/", "https://127.0.0.0x1/", "https://①②⑦.0.0.1/", "https://127。0。0。1/",
            "https://0x7f000001/", "https://00000177.1/", "https://127.0.0.01/",
            "https://[::ffff:0177.0.0.1]/" })
    void addressInAnUnusualFormIsNoHost(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException ex) {
            return;
        }
        assertThat(uri.getHost() == null || policy(NONE, NONE, List.of("fe80::/10")).deniesName(Host.of(uri), false))
                .isTrue();
    }

    @Test
    void refusalOfAnAddressIsLoggedWithTheAddress() {
        assertThatExceptionOfType(RefusedHostException.class)
                .isThrownBy(() -> policy(NONE, List.of("r.io"), NONE).requireAllowed("r.io"));
        assertThat(RefusedHostException.ofAddresses("r.io:443", List.of(InetAddress.ofLiteral("10.1.2.3"))))
                .hasMessageContaining("10.1.2.3, a private address");
    }

    private static boolean isAllowed(NetworkPolicy policy, String registry) {
        try {
            policy.requireAllowed(registry);
            return true;
        } catch (RefusedHostException ex) {
            return false;
        }
    }

    private static NetworkPolicy policy(List<String> allowed, List<String> denied, List<String> internal) {
        return NetworkPolicy.of(allowed, denied, internal, _ -> {
        });
    }
}
