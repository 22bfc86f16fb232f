package dev.tare.images;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ProcessStatusTests {

    private final ProcessStatus status = ProcessStatus.parse("""
            Name:\tjava
            Uid:\t65532\t65532\t65532\t65532
            Groups:\t\s
            VmRSS:\t  170144 kB
            """);

    @Test
    void numbersAreSplit() {
        assertThat(this.status.numbers("Uid")).containsExactly(65532, 65532, 65532, 65532);
    }

    @Test
    void numbersOfAnEmptyFieldAreEmpty() {
        assertThat(this.status.numbers("Groups")).isEmpty();
    }

    @Test
    void bytesAreKilobytesTimes1024() {
        assertThat(this.status.bytes("VmRSS")).isEqualTo(174_227_456);
    }

    @Test
    void fieldThatTheKernelDoesNotReportThrowsException() {
        assertThatIllegalStateException().isThrownBy(() -> this.status.field("Seccomp"))
                .withMessageContaining("Seccomp");
    }

}
