package dev.tare.ecosystem.java.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Builds a {@code lib/modules} with the one class that states the version. */
final class ModulesBuilder {

    private static final int HEADER = 28;

    private final Map<String, String> constants = new LinkedHashMap<>();

    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    private boolean compressed;

    private String productVersion = "";

    ModulesBuilder constant(String name, String value) {
        this.constants.put(name, value);
        return this;
    }

    /** A string that a static initializer assigns. */
    ModulesBuilder productVersion(String text) {
        this.productVersion = text;
        return this;
    }

    ModulesBuilder bigEndian() {
        this.order = ByteOrder.BIG_ENDIAN;
        return this;
    }

    ModulesBuilder compressed() {
        this.compressed = true;
        return this;
    }

    byte[] build() {
        byte[] content = versions();
        int size = content.length;
        byte[] stored = this.compressed ? compress(content) : content;
        byte[] names = "\0class\0java.base\0java/lang\0VersionProps\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer location = ByteBuffer.allocate(32);
        location.put((byte) (5 << 3 | 3)).putInt(3);
        location.put((byte) (6 << 3 | 1)).putShort((short) (this.compressed ? stored.length : 0));
        location.put((byte) (7 << 3 | 1)).putShort((short) size);
        location.put((byte) 0);
        int places = location.position();
        ByteBuffer all = ByteBuffer.allocate(HEADER + 8 + places + names.length + 3 + stored.length).order(this.order);
        all.putInt(0xcafedada).putInt(0x10000).putInt(0).putInt(1).putInt(1).putInt(places).putInt(names.length);
        all.putInt(-1).putInt(0);
        all.put(location.array(), 0, places).put(names).put(new byte[3]).put(stored);
        return all.array();
    }

    private byte[] versions() {
        return ClassFile.of().build(ClassDesc.of("java.lang.VersionProps"), type -> {
            this.constants.forEach((name, value) -> type.withField(name, ConstantDescs.CD_String, field -> field
                    .withFlags(AccessFlag.STATIC, AccessFlag.FINAL)
                    .with(ConstantValueAttribute.of(value))));
            type.withMethodBody("init", MethodTypeDesc.of(ConstantDescs.CD_void), ClassFile.ACC_STATIC,
                    code -> code.ldc(this.productVersion).pop().return_());
        });
    }

    private byte[] compress(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(29)
                .order(this.order)
                .putInt(0xcafefafa)
                .putLong(content.length)
                .putLong(content.length)
                .putInt(1)
                .putInt(-1)
                .put((byte) 1)
                .array());
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }
}
