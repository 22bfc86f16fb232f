package dev.tare.command.terminal;

import java.io.IOException;
import java.io.OutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class StandardOutputTests {

    @Test
    void writeWhenThePipeIsClosedDoesNotFail() {
        assertThatNoException().isThrownBy(() -> failing("Broken pipe").write(new byte[10]));
    }

    @Test
    void writeWhenTheDiskIsFullThrowsException() {
        assertThatIOException().isThrownBy(() -> failing("No space left on device").write('a'))
                .withMessage("No space left on device");
    }

    private static OutputStream failing(String message) {
        return StandardOutput.over(new OutputStream() {

            @Override
            public void write(int value) throws IOException {
                throw new IOException(message);
            }
        });
    }
}
