package dev.tare.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** This process's output. That its reader went away, as {@code head} does, is no error; that a disk is full is one. */
final class StandardOutput extends FilterOutputStream {

    private static final String READER_GONE = "Broken pipe";

    private boolean gone;

    private StandardOutput(OutputStream target) {
        super(target);
    }

    static OutputStream open() {
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
