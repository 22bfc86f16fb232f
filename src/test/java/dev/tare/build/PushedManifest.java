package dev.tare.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The manifest that a registry receives. Jib's archives do not contain it, but Jib writes its digest next to them. The
 * digest proves that a manifest written again is equal.
 */
record PushedManifest(String json) {

    static PushedManifest of(String configDigest, long configSize, List<BuiltLayer> layers) {
        String config = descriptor("application/vnd.docker.container.image.v1+json", configDigest, configSize);
        String descriptors = layers.stream()
                .map(layer -> descriptor("application/vnd.docker.image.rootfs.diff.tar.gzip", layer.digest(),
                        layer.compressedSize()))
                .collect(Collectors.joining(","));
        return new PushedManifest("""
                {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",\
                "config":%s,"layers":[%s]}""".formatted(config, descriptors));
    }

    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.json.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java runtime has SHA-256", ex);
        }
    }

    private static String descriptor(String mediaType, String digest, long size) {
        return """
                {"mediaType":"%s","digest":"%s","size":%d}""".formatted(mediaType, digest, size);
    }

}
