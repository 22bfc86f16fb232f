package dev.tare.command.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The output of this process. A closed pipe, as of {@code head}, is not an error. A full disk is one. */
public final class StandardOutput extends FilterOutputStream {

    /** The message if a writer of standard output has failed. */
    public static final String UNWRITABLE = "standard output cannot be written to its end; is the disk full?";

    private static final String READER_GONE = "Broken pipe";

    private boolean gone;

    private StandardOutput(OutputStream target) {
        super(target);
    }

    /** The standard output of this process. */
    public static PrintWriter open() {
        return writer(over(new FileOutputStream(FileDescriptor.out)));
    }

    /** A writer that is always UTF-8, independent of the terminal, because programs may read the output. */
    public static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
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
