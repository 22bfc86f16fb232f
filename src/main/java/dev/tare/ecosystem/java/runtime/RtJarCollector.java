package dev.tare.ecosystem.java.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.StreamCollector;
import dev.tare.content.Unread;
import org.jspecify.annotations.Nullable;

/** Reads the manifest of {@code rt.jar}, which is at its beginning, while the jar streams by. */
final class RtJarCollector implements StreamCollector {

    /** Bytes of the jar to read. The manifest has some hundred. */
    private static final int START = 64 * 1024;

    private static final String TITLE = "Java Runtime Environment";

    private static final String SPECIFICATION = "Java Platform API Specification";

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.JAVA_RUNTIME;
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), RuntimeSource.RT_JAR.file());
    }

    @Override
    public Observation observe(TarEntry file) {
        return new Start();
    }

    private static @Nullable Finding facts(byte[] start) {
        Manifest manifest;
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(start), false)) {
            manifest = jar.getManifest();
        } catch (IOException | IllegalArgumentException | SecurityException ex) {
            return null; // the collector of jars reports it
        }
        if (manifest == null) {
            return null;
        }
        Attributes main = manifest.getMainAttributes();
        if (!TITLE.equals(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE))
                && !SPECIFICATION.equals(main.getValue(Attributes.Name.SPECIFICATION_TITLE))) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        put(values, RuntimeFacts.VERSION, main.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        put(values, RuntimeFacts.VENDOR, main.getValue(Attributes.Name.IMPLEMENTATION_VENDOR));
        return new RuntimeFacts(RuntimeSource.RT_JAR, values);
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    /** The first bytes of one jar. */
    private static final class Start implements Observation {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void update(byte[] content, int offset, int length) {
            this.bytes.write(content, offset, Math.min(length, START - this.bytes.size()));
        }

        @Override
        public @Nullable Finding finish() {
            return facts(this.bytes.toByteArray());
        }
    }
}
