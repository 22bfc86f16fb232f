package dev.tare.ecosystem.executable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of programs, and the programs that a file may be by its name. */
final class ProgramTable {

    /** The first column with a text. */
    private static final int TEXTS = 2;

    static final List<Program> ALL = read();

    private static final Map<String, List<Program>> BY_FILE = byFile();

    private ProgramTable() {}

    /** The programs that the file may be; empty for most files. */
    static List<Program> of(String path) {
        return BY_FILE.getOrDefault(Program.key(path), List.of());
    }

    private static List<Program> read() {
        try (InputStream table = ProgramTable.class.getResourceAsStream("/program/programs.tsv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> program(line.split("\t")))
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException("The table of programs cannot be read", ex);
        }
    }

    private static Program program(String[] cells) {
        return new Program(cells[0], List.of(cells[1].split(" ")),
                Arrays.stream(cells).skip(TEXTS).flatMap(text -> Evidence.parse(text, cells[0]).stream()).toList());
    }

    private static Map<String, List<Program>> byFile() {
        Map<String, List<Program>> programs = new HashMap<>();
        ALL.forEach(program -> program.files()
                .forEach(file -> programs.computeIfAbsent(file, absent -> new ArrayList<>()).add(program)));
        return Map.copyOf(programs);
    }
}
