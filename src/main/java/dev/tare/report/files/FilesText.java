package dev.tare.report.files;

import java.io.IOException;

import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.FileEntry;

/** The merged tree in the style of {@code ls -l}: mode, owner, size, layer, path. */
final class FilesText {

    private static final int OWNER_WIDTH = 11;

    private static final int SIZE_WIDTH = 12;

    private static final int LAYER_WIDTH = 4;

    private static final String PERMISSIONS = "rwxrwxrwx";

    private FilesText() {}

    /** Writes one line for each path, in the given order. */
    static void write(Iterable<FileEntry> files, Appendable out) throws IOException {
        for (FileEntry entry : files) {
            out.append(line(entry)).append('\n');
        }
    }

    /** Writes the evidence as a comment before the lines. */
    static void writeListed(Iterable<FileEntry> files, Appendable out) throws IOException {
        out.append("# ").append(FileRow.LISTED).append('\n');
        write(files, out);
    }

    private static String line(FileEntry entry) {
        FileRow row = FileRow.of(entry);
        boolean hardLink = entry.sameFileAs() != null;
        String target = row.target() == null ? ""
                : (hardLink ? " link to /" : " -> ") + FileRow.onOneLine(row.target());
        return letter(hardLink ? EntryType.HARD_LINK : entry.type()) + mode(entry.mode())
                + right(entry.uid() + ":" + entry.gid(), OWNER_WIDTH)
                + right(Long.toString(row.size()), SIZE_WIDTH) + right("#" + entry.layer(), LAYER_WIDTH) + "  /"
                + FileRow.onOneLine(row.path()) + target;
    }

    private static char letter(EntryType type) {
        return switch (type) {
            case FILE -> '-';
            case HARD_LINK -> 'h';
            case DIRECTORY -> 'd';
            case SYMBOLIC_LINK -> 'l';
            case CHARACTER_DEVICE -> 'c';
            case BLOCK_DEVICE -> 'b';
            case FIFO -> 'p';
        };
    }

    private static String mode(int mode) {
        char[] letters = PERMISSIONS.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (mode & 0400 >> i) == 0 ? '-' : letters[i];
        }
        special(letters, 2, (mode & 04000) != 0, 's');
        special(letters, 5, (mode & 02000) != 0, 's');
        special(letters, 8, (mode & 01000) != 0, 't');
        return new String(letters);
    }

    /** Setuid, setgid and sticky bits take the place of execution, in capitals if there is no execution. */
    private static void special(char[] letters, int at, boolean set, char letter) {
        if (set) {
            letters[at] = letters[at] == 'x' ? letter : Character.toUpperCase(letter);
        }
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }
}
