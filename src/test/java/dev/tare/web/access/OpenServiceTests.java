package dev.tare.web.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class OpenServiceTests {

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.1.2.3", "::1" })
    void addressesOfThisMachineNeedNoPermission(String address, CapturedOutput output) {
        assertThatCode(() -> start(false, address, null, address)).doesNotThrowAnyException();
        assertThat(output).doesNotContain("no access control");
    }

    @ParameterizedTest
    @CsvSource({ "0.0.0.0", "::", "192.0.2.1", "''" })
    void otherAddressesNeedPermission(String address, CapturedOutput output) {
        assertThatExceptionOfType(OpenServiceException.class).isThrownBy(() -> start(false, address, null, address))
                .satisfies(ex -> assertThat(ex.getExitCode()).isEqualTo(2))
                .withMessageContaining("server.address");
        start(true, address, null, address);
        assertThat(output).contains("WARN").contains("no access control");
    }

    @Test
    void aManagementPortOfItsOwnNeedsPermissionToo() {
        assertThatExceptionOfType(OpenServiceException.class)
                .isThrownBy(() -> start(false, "127.0.0.1", 8081, "0.0.0.0"))
                .withMessageContaining("management.server.address");
        assertThatCode(() -> start(false, "127.0.0.1", 8081, "127.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> start(false, "127.0.0.1", -1, "0.0.0.0")).doesNotThrowAnyException();
    }

    @Test
    void failureNamesTheSettingThatPermitsIt() {
        FailureAnalysis analysis =
                new OpenServiceFailureAnalyzer().analyze(new OpenServiceException("server.address", "0.0.0.0"));
        assertThat(analysis.getAction()).contains("tare.security.open=true");
        assertThat(analysis.getDescription()).contains("0.0.0.0");
    }

    private static void start(boolean open, String address, Integer managementPort, String managementAddress) {
        ServerProperties server = new ServerProperties();
        server.setPort(8080);
        server.setAddress(parse(address));
        ManagementServerProperties management = new ManagementServerProperties();
        management.setPort(managementPort);
        management.setAddress(parse(managementAddress));
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("management", management);
        new OpenService(new SecurityProperties(open, List.of()), server,
                beans.getBeanProvider(ManagementServerProperties.class)).afterSingletonsInstantiated();
    }

    private static InetAddress parse(String address) {
        try {
            return address.isEmpty() ? null : InetAddress.getByName(address);
        } catch (UnknownHostException ex) {
            throw new IllegalArgumentException(ex);
        }
    }
}
