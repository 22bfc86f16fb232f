package dev.tare.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Digest;
import dev.tare.image.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image in a registry. The short names of Docker Hub are written in full.
 *
 * @param registry   a host with an optional port, such as {@code registry.example.com:5000}, in lower case;
 *                   {@code docker.io} for Docker Hub
 * @param repository such as {@code team/app}, or {@code library/nginx}
 * @param tag        {@code null} if only a digest is given
 * @param digest     the digest of a manifest or index, or {@code null}; it takes precedence over the tag
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests">OCI
 *      distribution specification, pulling manifests</a>
 */
public record ImageReference(String registry, String repository, @Nullable String tag, @Nullable Digest digest) {

    static final String DOCKER_HUB = "docker.io";

    private static final String EXPECTED = "[HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST], such as nginx, "
            + "registry.example.com:5000/team/app:1.4 or app@sha256:<64 hexadecimal characters>, with lower-case "
            + "letters in the repository";

    /** Longer than a host, a repository, a tag and a SHA-512 digest together. */
    private static final int MAX_LENGTH = 1024;

    /** The length of a host and a repository, as clients limit it. */
    private static final int MAX_NAME = 255;

    private static final int MAX_PORT = 0xffff;

    private static final Pattern HOST = Pattern.compile(
            "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*+(?<!-))?(?:[.][a-zA-Z0-9](?:[a-zA-Z0-9-]*+(?<!-))?)*+|\\[[0-9a-fA-F:.]+])"
                    + "(?::([0-9]{1,5}))?");

    private static final Pattern REPOSITORY = Pattern.compile(
            "[a-z0-9]++(?:(?:[.]|__?|-++)[a-z0-9]++)*+(?:/[a-z0-9]++(?:(?:[.]|__?|-++)[a-z0-9]++)*+)*+");

    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

    /** The ID of an image in an engine. No registry has images by ID. */
    private static final Pattern IMAGE_ID = Pattern.compile("[0-9a-f]{64}");

    /**
     * Parses these forms. {@code latest} is the tag if there is neither a tag nor a digest.
     * <ul>
     * <li>{@code REPOSITORY[:TAG][@DIGEST]}, in Docker Hub: {@code nginx} is {@code docker.io/library/nginx:latest},
     * {@code team/app:1} is {@code docker.io/team/app:1}
     * <li>{@code HOST[:PORT]/REPOSITORY[:TAG][@DIGEST]}: the part before the first slash is a host if it has a dot, a
     * colon or an upper-case letter, or is {@code localhost}
     * </ul>
     *
     * @throws InvalidValueException if the text has another form
     */
    public static ImageReference parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw invalid(text);
        }
        int at = text.indexOf('@');
        Digest digest = at < 0 ? null : digest(text, text.substring(at + 1));
        String named = at < 0 ? text : text.substring(0, at);
        int colon = named.lastIndexOf(':');
        boolean hasTag = colon > named.lastIndexOf('/');
        String name = hasTag ? named.substring(0, colon) : named;
        String tag = hasTag ? named.substring(colon + 1) : digest == null ? "latest" : null;
        int slash = name.indexOf('/');
        boolean hasHost = slash > 0 && isHost(name.substring(0, slash));
        String registry = hasHost ? registry(text, name.substring(0, slash)) : DOCKER_HUB;
        String repository = repository(registry, hasHost ? name.substring(slash + 1) : name);
        if ((tag != null && !TAG.matcher(tag).matches()) || !REPOSITORY.matcher(repository).matches()
                || registry.length() + 1 + repository.length() > MAX_NAME || IMAGE_ID.matcher(name).matches()) {
            throw invalid(text);
        }
        return new ImageReference(registry, repository, tag, digest);
    }

    /**
     * Parses the name of another image in this image. A registry on this machine has plain HTTP, so an image from elsewhere
     * must not send a request there.
     *
     * @throws InvalidValueException if the text has another form, or names a registry on this machine although this image
     *                               is elsewhere
     */
    public ImageReference parseNamed(String text) {
        ImageReference named = parse(text);
        if (named.isOnThisMachine() && !isOnThisMachine()) {
            throw new InvalidValueException("image reference", text,
                    "a registry on another machine, because the image that names it is from there too");
        }
        return named;
    }

    /** The digest or else the tag, by which the registry has the manifest. */
    public String version() {
        return this.digest == null ? String.valueOf(this.tag) : this.digest.toString();
    }

    /** As far as the name of the registry shows that. */
    private boolean isOnThisMachine() {
        return Origin.isLoopback(URI.create("http://" + this.registry).getHost());
    }

    @Override
    public String toString() {
        return this.registry + "/" + this.repository + (this.tag == null ? "" : ":" + this.tag)
                + (this.digest == null ? "" : "@" + this.digest);
    }

    private static boolean isHost(String first) {
        return first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost")
                || first.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static String registry(String text, String host) {
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches() || (matcher.group(1) != null && !isPort(Integer.parseInt(matcher.group(1))))
                || !isAddress(host)) {
            throw invalid(text);
        }
        String lower = host.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "index.docker.io", "registry-1.docker.io" -> DOCKER_HUB;
            default -> lower;
        };
    }

    /** A last label of digits, such as in {@code 1.2.3}, is neither a name nor an address. */
    private static boolean isAddress(String host) {
        try {
            return new URI("https://" + host).getHost() != null;
        } catch (URISyntaxException ex) {
            return false;
        }
    }

    private static boolean isPort(int port) {
        return port > 0 && port <= MAX_PORT;
    }

    private static String repository(String registry, String repository) {
        return registry.equals(DOCKER_HUB) && repository.indexOf('/') < 0 ? "library/" + repository : repository;
    }

    private static Digest digest(String text, String digest) {
        try {
            return Digest.parse(digest);
        } catch (InvalidValueException ex) {
            throw invalid(text);
        }
    }

    private static InvalidValueException invalid(String text) {
        return new InvalidValueException("image reference", text, EXPECTED);
    }
}
