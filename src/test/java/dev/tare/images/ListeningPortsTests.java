package dev.tare.images;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListeningPortsTests {

    @Test
    void parseFindsListeningTcpAndUnconnectedUdpSockets() {
        assertThat(ListeningPorts.parse("""
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:A8D1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0
                   1: 0100007F:0BB8 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 2 1 0
                  sl  local_address                         remote_address                        st tx_queue rx_queue
                   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000
                   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref
                  281: 00000000:0044 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 3 2 0 0
                """)).containsExactly(68, 8080, 43217);
    }

    @Test
    void parseWhenNothingListensFindsNothing() {
        assertThat(ListeningPorts.parse("")).isEmpty();
    }

}
