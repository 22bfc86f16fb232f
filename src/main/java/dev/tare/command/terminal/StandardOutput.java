package dev.tare.command.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The output of this process. A closed pipe, as of {@code head}, is not an error. A full disk is one. */
public final class StandardOutput extends FilterOutputStream {

    private static final String READER_GONE = "Broken pipe";

    private boolean gone;

    private StandardOutput(OutputStream target) {
        super(target);
    }

    /** The standard output of this process. */
    public static OutputStream open() {
        return over(new FileOutputStream(FileDescriptor.out));
    }

    static OutputStream over(OutputStream target) {
        return new StandardOutput(target);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] { (byte) value }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (this.gone) {
            return;
        }
        try {
            this.out.write(bytes, offset, length);
        } catch (IOException ex) {
            if (!READER_GONE.equals(ex.getMessage())) {
                throw ex;
            }
            this.gone = true;
        }
    }
}
