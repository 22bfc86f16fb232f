package dev.tare.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpecialAddressTests {

    @ParameterizedTest
    @CsvSource({ "127.0.0.1, a loopback address", "127.255.255.255, a loopback address", "::1, a loopback address",
            "0.0.0.0, an unspecified address", "0.255.0.1, an unspecified address", "::, an unspecified address",
            "10.0.0.1, a private address", "10.255.255.255, a private address", "172.16.0.1, a private address",
            "172.31.255.255, a private address", "192.168.0.1, a private address", "fc00::1, a private address",
            "fdff:ffff::1, a private address", "100.64.0.1, a carrier-grade NAT address",
            "100.127.255.255, a carrier-grade NAT address", "169.254.0.1, a link-local address",
            "fe80::1, a link-local address", "febf::1, a link-local address", "fec0::1, a site-local address",
            "169.254.169.254, a cloud metadata address", "168.63.129.16, a cloud metadata address",
            "100.100.100.200, a cloud metadata address", "fd00:ec2::254, a cloud metadata address",
            "fd20:ce::254, a cloud metadata address", "224.0.0.1, a multicast address",
            "239.255.255.255, a multicast address", "ff02::1, a multicast address", "240.0.0.1, a reserved address",
            "255.255.255.255, a reserved address", "192.0.0.8, a reserved address",
            "192.0.2.1, a documentation address",
            "198.51.100.1, a documentation address", "203.0.113.1, a documentation address",
            "2001:db8::1, a documentation address", "3fff:fff::1, a documentation address",
            "198.18.0.1, a benchmark address", "198.19.255.255, a benchmark address", "2001:2::1, a benchmark address",
            "192.88.99.1, a 6to4 address", "2002:7f00:1::1, a 6to4 address", "2002:808:808::1, a 6to4 address",
            "2001::7f00:1, a Teredo address", "2001:20::1, a reserved address",
            "::127.0.0.1, an IPv4-compatible address",
            "::8.8.8.8, an IPv4-compatible address", "64:ff9b:1::808:808, a private NAT64 address",
            "100::1, a reserved address", "5f00::1, a reserved address", "4000::1, a reserved address",
            "200::1, a reserved address", "::ffff:0:7f00:1, a reserved address", "64:ff9c::1, a reserved address" })
    void addressForASpecialPurposeIsNamed(String address, String purpose) {
        assertThat(Objects.requireNonNull(SpecialAddress.find(InetAddress.ofLiteral(address))).purpose())
                .isEqualTo(purpose);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
            "126.255.255.255", "128.0.0.1", "169.253.0.1", "169.255.0.1", "172.15.255.255", "172.32.0.0", "192.0.1.1",
            "192.167.0.1", "192.169.0.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "2001:200::1",
            "2606:4700::1111", "2a00:1450::1", "2003::1", "3ffe::1" })
    void addressOfTheInternetHasNoSpecialPurpose(String address) {
        assertThat(SpecialAddress.find(InetAddress.ofLiteral(address))).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "64:ff9b::7f00:1, a loopback address", "64:ff9b::a9fe:a9fe, a cloud metadata address",
            "64:ff9b::10.1.2.3, a private address", "::ffff:127.0.0.1, a loopback address",
            "::ffff:a9fe:a9fe, a cloud metadata address", "::ffff:100.64.1.1, a carrier-grade NAT address" })
    void addressThatContainsAnotherHasItsPurpose(String address, String purpose) {
        addressForASpecialPurposeIsNamed(address, purpose);
    }

    @Test
    void translatedAddressOfTheInternetIsOneOfTheInternet() {
        assertThat(SpecialAddress.find(InetAddress.ofLiteral("64:ff9b::8.8.8.8"))).isNull();
        assertThat(SpecialAddress.find(InetAddress.ofLiteral("::ffff:8.8.8.8"))).isNull();
    }

    /** A name server may send it, too. */
    @Test
    void mappedAddressInSixteenBytesIsThatOfIpv4() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;
        assertThat(SpecialAddress.find(InetAddress.getByAddress("name", mapped))).isNotNull();
    }
}
