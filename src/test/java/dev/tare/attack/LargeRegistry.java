package dev.tare.attack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry in which every tag is an image with the largest documents that a registry may send: an index, and manifests
 * of attestations with very many layers. It sends the documents, and nothing of the only layer.
 */
final class LargeRegistry implements AutoCloseable {

    /** As many manifests of 4 MiB as the limit of all documents of an image allows. */
    private static final int ATTESTATIONS = 7;

    /** Descriptors in each. The limits are 4 MiB and 250,000 tokens of JSON, and a descriptor has six tokens. */
    private static final int DESCRIPTORS = 40_000;

    private static final ImageBuilder IMAGE = ImageBuilder.anImage("").layer(layer -> layer.file("app", "x"));

    private final Map<String, byte[]> documents = new HashMap<>();

    private final CountDownLatch end = new CountDownLatch(1);

    private final RawServer server;

    private byte[] index = {};

    private LargeRegistry() {
        this.server = RawServer.start(this::answer);
    }

    /** @param strength selects the size of the documents */
    static LargeRegistry start(Attack.Strength strength) {
        LargeRegistry registry = new LargeRegistry();
        registry.add(strength.of(DESCRIPTORS));
        return registry;
    }

    String host() {
        return this.server.host();
    }

    @Override
    public void close() {
        this.end.countDown();
        this.server.close();
    }

    private void add(int descriptors) {
        IMAGE.ociLayout().files().values().forEach(this::keep);
        String image = IMAGE.ociManifestDigest().toString();
        List<Map<String, Object>> manifests = new ArrayList<>();
        manifests.add(descriptor(MediaType.OCI_MANIFEST, this.documents.get(image)));
        for (int i = 0; i < ATTESTATIONS; i++) {
            Map<String, Object> attestation = descriptor(MediaType.OCI_MANIFEST, attestation(i, descriptors));
            attestation.put("annotations", Map.of("vnd.docker.reference.type", "attestation-manifest",
                    "vnd.docker.reference.digest", image));
            manifests.add(attestation);
        }
        String text = JsonMapper.shared().writeValueAsString(Map.of("manifests", manifests));
        // Tare requests no artifacts. Their type takes two more tokens each.
        String others = descriptors(ATTESTATIONS, descriptors * 3 / 4 - 20, ",\"artifactType\":\"a\"");
        this.index = (text.substring(0, text.length() - 2) + "," + others + "]}").getBytes(StandardCharsets.UTF_8);
        keep(this.index);
        IMAGE.ociLayerDigests().forEach(layer -> this.documents.remove(layer.toString()));
    }

    private byte[] attestation(int number, int descriptors) {
        byte[] attestation = ("{\"config\":" + descriptors(number, 1, "") + ",\"layers\":["
                + descriptors(number, descriptors, "") + "]}").getBytes(StandardCharsets.UTF_8);
        keep(attestation);
        return attestation;
    }

    /** Descriptors with different digests. */
    private static String descriptors(int number, int count, String more) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",")
                    .append("{\"digest\":\"sha256:%024x%040x\",\"size\":1%s}".formatted(number, i, more));
        }
        return all.toString();
    }

    private static Map<String, Object> descriptor(MediaType type, byte[] content) {
        return ArchiveBuilder.descriptor(type.value(), content);
    }

    private void keep(byte[] document) {
        this.documents.put(Digest.sha256Of(document).toString(), document);
    }

    private void answer(Request request, OutputStream out) throws IOException {
        String version = request.path().substring(request.path().lastIndexOf('/') + 1);
        byte[] document = version.startsWith("sha256:") ? this.documents.get(version) : this.index;
        if (request.path().contains("/referrers/") || version.startsWith("sha256-")) {
            RawServer.answer(out, 404, "");
        } else if (document != null) {
            RawServer.answer(out, 200, document,
                    "Content-Type: " + (document == this.index ? MediaType.OCI_INDEX : MediaType.OCI_MANIFEST));
        } else {
            stall(out);
        }
    }

    /** Sends the headers of the layer. */
    private void stall(OutputStream out) throws IOException {
        RawServer.head(out, 200, -1);
        out.flush();
        try {
            this.end.await();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }
}
