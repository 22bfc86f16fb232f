package dev.tare.filetree;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileCapabilitiesTests {

    /** Each attribute is from setcap, and the text is the output of {@code getcap -n} of libcap 2.66. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0100000200040000000000000000000000000000|cap_net_bind_service=ep",
            "0000000200200000000000000000000000000000|cap_net_raw=p",
            "0100000200300000003000000000000000000000|cap_net_admin,cap_net_raw=eip",
            "01000002ffffffff00000000ff01000000000000|=ep",
            "0000000200000000010000000000000000000000|cap_chown=i",
            "01000002feffffff00000000ff01000000000000|=ep cap_chown-ep",
            "0000000281000000a00000000000000000000000|cap_setuid=ip cap_kill+i cap_chown+p",
            "0100000201000000200000000000000000000000|cap_kill=ei cap_chown+ep",
            "0100000200000000000000000000100000000000|= 52+ep",
            "0100000300200000000000000000000000000000a0860100|cap_net_raw=ep [rootid=100000]" })
    void parseReadsAttributesOfSetcap(String xattr, String text) {
        assertThat(FileCapabilities.parse(HexFormat.of().parseHex(xattr))).hasToString(text);
    }

    @Test
    void parseReadsTheFirstRevisionWithItsSingleWords() {
        assertThat(FileCapabilities.parse(HexFormat.of().parseHex("010000010004000000000000")))
                .hasToString("cap_net_bind_service=ep");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "01", "01000002", "010000020004000000000000000000000000000000",
            "0100000300040000000000000000000000000000", "0100000400040000000000000000000000000000",
            "0200000200040000000000000000000000000000" })
    void parseOfAttributesThatTheKernelRejectsIsNull(String xattr) {
        assertThat(FileCapabilities.parse(HexFormat.of().parseHex(xattr))).isNull();
    }
}
