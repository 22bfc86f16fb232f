package dev.tare.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Distinguishes builds of Tare by the sizes and times of the files that it runs from, like compiler caches distinguish
 * compilers. A build of the same version may have another scanner.
 */
final class CodeFingerprint {

    private long files;

    private long size;

    private long newest;

    private CodeFingerprint() {}

    /** @param classPath jars and folders of classes, as in the property {@code java.class.path} */
    static String of(String classPath) {
        CodeFingerprint fingerprint = new CodeFingerprint();
        for (String part : classPath.split(File.pathSeparator, -1)) {
            fingerprint.add(Path.of(part));
        }
        return fingerprint.files + " files, " + fingerprint.size + " bytes, " + fingerprint.newest;
    }

    private void add(Path part) {
        try {
            Files.walkFileTree(part, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.toString();
                    if (name.endsWith(".class") || name.endsWith(".jar")) {
                        CodeFingerprint.this.files++;
                        CodeFingerprint.this.size += attributes.size();
                        CodeFingerprint.this.newest =
                                Math.max(CodeFingerprint.this.newest, attributes.lastModifiedTime().toMillis());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException ex) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException ex) {
            // A part that does not exist has no code.
            this.files += 0;
        }
    }
}
