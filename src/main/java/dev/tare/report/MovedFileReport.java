package dev.tare.report;

import java.util.List;

import dev.tare.comparison.file.Aspect;

/**
 * A file whose content the other image has at another path; it is not among those added or removed.
 *
 * @param fromPath without a leading slash
 * @param toPath   likewise
 * @param aspects  what else is different about it, such as its mode; mostly nothing
 */
public record MovedFileReport(String fromPath, String toPath, List<Aspect> aspects, FileStateReport from,
        FileStateReport to) {}
