package dev.tare.image;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The images that a build read, as BuildKit attests them.
 *
 * @param images without the image of the frontend, which interprets the Dockerfile
 * @see <a href="https://github.com/moby/buildkit/blob/v0.25.0/docs/attestations/slsa-definitions.md">SLSA definitions of
 *      BuildKit</a>
 */
public record Provenance(List<Source> images) {

    private static final String PREDICATE = "https://slsa.dev/provenance/";

    private static final String METADATA = "https://mobyproject.org/buildkit@v1#metadata";

    private static final String IMAGE_SOURCE = "docker-image://";

    /** The default image that writes bills of materials. It is a material of builds that attest one. */
    private static final String SCANNER = "docker/buildkit-syft-scanner";

    /** Far more than any build reads. Each is kept with the image. */
    private static final int MAX_IMAGES = 64;

    private static final int MAX_NAME = 1024;

    private static final int MAX_CHAINS = 8;

    private static final int MAX_LAYERS = 4096;

    public Provenance {
        images = List.copyOf(images);
    }

    /** Whether a type of predicate is a provenance that this class reads: SLSA 0.2 or 1. */
    public static boolean isPredicate(String type) {
        return type.equals(PREDICATE + "v0.2") || type.equals(PREDICATE + "v1");
    }

    /**
     * Parses an in-toto statement with a SLSA provenance predicate.
     *
     * @param name     the name of the document for errors
     * @param manifest the digest of the manifest that the statement must be about
     * @throws InvalidDocumentException if it has another form, is about another image, or is unreasonably large
     */
    public static Provenance parse(String name, byte[] json, Digest manifest) {
        return JsonDocument.read(name, json, document -> {
            JsonNode statement = document.node();
            if (!isPredicate(statement.path("predicateType").stringValue(""))) {
                throw new InvalidDocumentException(name, "predicateType is not SLSA provenance v0.2 or v1", null);
            }
            if (!isAbout(statement, manifest)) {
                throw new InvalidDocumentException(name, "its subject is not the manifest " + manifest, null);
            }
            return new Provenance(sources(name, statement.path("predicate")));
        });
    }

    /** A copy with masked names and without layers, which takes little memory. */
    public Provenance masked(UnaryOperator<String> masking) {
        return new Provenance(this.images.stream()
                .map(image -> new Source(masking.apply(image.name()), image.digest(), List.of()))
                .toList());
    }

    private static boolean isAbout(JsonNode statement, Digest manifest) {
        return statement.path("subject")
                .valueStream()
                .anyMatch(subject -> subject.path("digest")
                        .path(manifest.algorithm())
                        .stringValue("")
                        .equals(manifest.hex()));
    }

    private static List<Source> sources(String name, JsonNode predicate) {
        JsonNode definition = predicate.path("buildDefinition");
        boolean isFirst = definition.isMissingNode();
        JsonNode config = isFirst ? predicate.path("buildConfig")
                : definition.path("internalParameters").path("buildConfig");
        JsonNode metadata = isFirst ? predicate.path("metadata").path(METADATA)
                : predicate.path("runDetails").path("metadata").path("buildkit_metadata");
        JsonNode arguments = isFirst ? predicate.path("invocation").path("parameters").path("args")
                : definition.path("externalParameters").path("request").path("args");
        List<Source> sources = new ArrayList<>();
        config.path("llbDefinition").forEach(step -> addStep(sources, step, metadata.path("layers")));
        (isFirst ? predicate.path("materials") : definition.path("resolvedDependencies"))
                .forEach(material -> addMaterial(sources, material));
        List<String> frontends = Stream.of("source", "cmdline")
                .map(key -> repository(arguments.path(key).stringValue("")))
                .toList();
        if (sources.size() > MAX_IMAGES) {
            throw new InvalidDocumentException(name, "it lists more than " + MAX_IMAGES + " images", null);
        }
        return sources.stream()
                .filter(source -> !frontends.contains(repository(source.name()))
                        && !repository(source.name()).equals(SCANNER))
                .toList();
    }

    private static void addStep(List<Source> sources, JsonNode step, JsonNode layers) {
        String identifier = step.path("op").path("Op").path("source").path("identifier").stringValue("");
        if (identifier.startsWith(IMAGE_SOURCE)) {
            String reference = identifier.substring(IMAGE_SOURCE.length());
            int at = reference.lastIndexOf('@');
            add(sources, familiar(at < 0 ? reference : reference.substring(0, at)),
                    at < 0 ? null : digest(reference.substring(at + 1)),
                    chains(layers.path(step.path("id").stringValue("") + ":0")));
        }
    }

    /** The layers of an image in each of its forms, the lowest first. */
    private static List<List<Digest>> chains(JsonNode chains) {
        return chains.valueStream()
                .limit(MAX_CHAINS)
                .filter(chain -> chain.size() <= MAX_LAYERS)
                .map(chain -> chain.valueStream().map(layer -> digest(layer.path("digest").stringValue(""))).toList())
                .filter(chain -> chain.stream().allMatch(layer -> layer != null))
                .<List<Digest>>map(ArrayList::new)
                .toList();
    }

    /** A material is an image if its URI is a package URL for one: {@code pkg:docker/debian@13?platform=…}. */
    private static void addMaterial(List<Source> sources, JsonNode material) {
        String uri = material.path("uri").stringValue("");
        int type = Stream.of("pkg:docker/", "pkg:oci/").filter(uri::startsWith).mapToInt(String::length).sum();
        if (type > 0) {
            String path = uri.substring(type).split("[?#]", 2)[0];
            int at = path.lastIndexOf('@');
            String name = decoded(at < 0 ? path : path.substring(0, at));
            String version = at < 0 ? "" : decoded(path.substring(at + 1));
            boolean tagged = !version.isEmpty() && !version.contains(":");
            add(sources, familiar(tagged ? name + ":" + version : name),
                    digest("sha256:" + material.path("digest").path("sha256").stringValue("")), List.of());
        }
    }

    /** A step of the build and a material may be the same image. The step comes first and has the layers. */
    private static void add(List<Source> sources, String name, @Nullable Digest digest, List<List<Digest>> layers) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return;
        }
        for (int i = 0; i < sources.size(); i++) {
            Source before = sources.get(i);
            boolean isSame = (digest == null || before.digest() == null) ? before.name().equals(name)
                    : digest.equals(before.digest());
            if (isSame) {
                sources.set(i, new Source(before.name(), before.digest() == null ? digest : before.digest(),
                        before.layers().isEmpty() ? layers : before.layers()));
                return;
            }
        }
        if (sources.size() <= MAX_IMAGES) {
            sources.add(new Source(name, digest, layers));
        }
    }

    private static @Nullable Digest digest(String text) {
        try {
            return Digest.parse(text);
        } catch (InvalidValueException ex) {
            return null;
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ex) {
            return text;
        }
    }

    /** The short form of a name of Docker Hub. */
    private static String familiar(String name) {
        String hub = "docker.io/";
        String library = "library/";
        String path = name.startsWith(hub) ? name.substring(hub.length()) : name;
        return path.startsWith(library) ? path.substring(library.length()) : path;
    }

    private static String repository(String reference) {
        String name = familiar(reference.split("@", 2)[0]);
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        return colon < 0 ? name : name.substring(0, colon);
    }

    /**
     * An image that a build read.
     *
     * @param name   such as {@code debian:13}
     * @param digest of its manifest or index, or {@code null} if it is not stated
     * @param layers the digests of its layers, the lowest first, in each form in which BuildKit has them; empty if they
     *               are not stated
     */
    public record Source(String name, @Nullable Digest digest, List<List<Digest>> layers) {

        public Source {
            layers = layers.stream().map(List::copyOf).toList();
        }
    }
}
