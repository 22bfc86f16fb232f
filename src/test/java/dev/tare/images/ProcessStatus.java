package dev.tare.images;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first process of a container as the kernel sees it, from
 * <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">/proc/1/status</a>. The slim image's
 * cat reads it from another container, because distroless has no cat.
 */
record ProcessStatus(Map<String, String> fields) {

    static ProcessStatus of(TareContainer container) {
        return parse(Program.of(Flavour.SLIM, "cat", "/proc/1/status").runBeside(container).output());
    }

    static ProcessStatus parse(String status) {
        return new ProcessStatus(status.lines()
                .map((line) -> line.split(":\\s*", 2))
                .collect(Collectors.toMap((field) -> field[0], (field) -> field[1].strip())));
    }

    String field(String name) {
        String value = this.fields.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The kernel does not report %s, only %s".formatted(name, this.fields.keySet()));
        }
        return value;
    }

    /**
     * A field of several numbers, such as the four user IDs: real, effective, saved and of the file system.
     */
    List<Integer> numbers(String name) {
        return Stream.of(field(name).split("\\s+"))
                .filter((number) -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /**
     * A field of kilobytes, such as the resident set size.
     */
    long bytes(String name) {
        return Long.parseLong(field(name).replace(" kB", "")) * 1024;
    }

}
