package dev.tare.ecosystem.java.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.HashMap;
import java.util.Map;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.Unread;
import org.jspecify.annotations.Nullable;

/**
 * Reads the class {@code java.lang.VersionProps} in {@code lib/modules}, from which {@code java -version} takes its
 * texts. A file without this class still shows that there is a runtime.
 *
 * @see <a href=
 *      "https://github.com/openjdk/jdk/blob/master/src/java.base/share/classes/java/lang/VersionProps.java.template">
 *      VersionProps</a>
 */
final class ModulesCollector implements ContentCollector {

    private static final String CLASS = "java/lang/VersionProps";

    /** Names of the constants, and the facts that they state. */
    private static final Map<String, String> CONSTANTS = Map.of("java_version", RuntimeFacts.VERSION,
            "java_runtime_version", RuntimeFacts.RUNTIME_VERSION, "java_runtime_name", RuntimeFacts.RUNTIME_NAME,
            "launcher_name", RuntimeFacts.LAUNCHER, "VENDOR", RuntimeFacts.VENDOR);

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.JAVA_RUNTIME;
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), RuntimeSource.MODULES.file());
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        ModulesFile modules = ModulesFile.open(content);
        if (modules == null) {
            return null;
        }
        byte[] versions = modules.read("/java.base/" + CLASS + ".class");
        return new RuntimeFacts(RuntimeSource.MODULES, versions == null ? Map.of() : facts(versions));
    }

    private static Map<String, String> facts(byte[] versions) {
        Map<String, String> facts = new HashMap<>();
        try {
            ClassModel model = ClassFile.of().parse(versions);
            if (model.thisClass().name().equalsString(CLASS)) {
                model.fields().forEach(field -> addConstant(facts, field));
                model.constantPool().forEach(entry -> addProductVersion(facts, entry));
            }
            return facts;
        } catch (RuntimeException ex) {
            return Map.of(); // a damaged class; the parser has several exceptions for it, even ClassCastException
        }
    }

    private static void addConstant(Map<String, String> facts, FieldModel field) {
        String fact = CONSTANTS.get(field.fieldName().stringValue());
        if (fact != null) {
            field.findAttribute(Attributes.constantValue())
                    .filter(value -> value.constant() instanceof StringEntry)
                    .ifPresent(value -> facts.put(fact, ((StringEntry) value.constant()).stringValue()));
        }
    }

    /** The vendor's version is no constant, but the only string of its form. */
    private static void addProductVersion(Map<String, String> facts, PoolEntry entry) {
        if (entry instanceof StringEntry text && JavaProduct.isVersion(text.stringValue())) {
            facts.putIfAbsent(RuntimeFacts.PRODUCT_VERSION, text.stringValue());
        }
    }
}
