package dev.tare.registry;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
import dev.tare.registry.login.Logins;
import org.jspecify.annotations.Nullable;

/**
 * Reads the manifests and blobs of a repository from one registry.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pull">OCI distribution
 *      specification, pull</a>
 */
final class RegistryClient implements Repository {

    /** Bytes of a manifest or index, as registries limit it. */
    private static final int MAX_MANIFEST = 4 << 20;

    private static final String ACCEPT = String.join(", ", MediaType.OCI_INDEX.value(),
            MediaType.DOCKER_MANIFEST_LIST.value(), MediaType.OCI_MANIFEST.value(), MediaType.DOCKER_MANIFEST.value());

    private static final String RANGE = "Range";

    private static final String IDENTITY = "identity";

    /** Bytes to skip at most if a server ignores the range of a request. */
    private static final long MAX_IGNORED = 1 << 20;

    /** Characters of a header in an error. */
    private static final int MAX_SHOWN = 100;

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|[*])");

    private final ImageReference image;

    private final URI address;

    private final Exchange exchange;

    private final Authorizer authorizer;

    private final Retries retries;

    RegistryClient(ImageReference image, Connections connections, Logins logins, Patience patience,
            Deadline deadline, Traffic traffic) {
        this.image = image;
        this.address = connections.address(image);
        this.exchange = new Exchange(connections, image, patience, deadline, traffic);
        this.authorizer = new Authorizer(image, Origin.of(this.address), this.exchange, logins, deadline);
        this.retries = new Retries(image, patience, deadline);
    }

    @Override
    public StoredManifest manifest(String version) {
        String request = "the manifest " + version;
        return this.retries.run(request, () -> {
            Answer answer = get(request, "manifests/" + version, Map.of("Accept", ACCEPT));
            try (BodyStream body = answer.body()) {
                return verified(version, answer, decoded("the manifest", answer, body));
            }
        });
    }

    @Override
    public @Nullable StoredManifest find(String version) {
        try {
            return manifest(version);
        } catch (RegistryException ex) {
            if (ex.status() != 404) {
                throw ex;
            }
            return null;
        }
    }

    @Override
    public @Nullable ReferrersPage referrers(String request) {
        URI root = URI.create(this.address + "/v2/" + this.image.repository() + "/");
        try {
            return this.retries.run("referrers", () -> {
                Answer answer = get("referrers", request, Map.of("Accept", MediaType.OCI_INDEX.value()));
                try (BodyStream body = answer.body()) {
                    return ReferrersAnswer.isPage(answer) ? Optional.<ReferrersPage>empty()
                            : Optional.ofNullable(ReferrersAnswer.read(this.image, root, request, answer,
                                    decoded(ReferrersAnswer.NAME, answer, body)));
                }
            }).orElse(null);
        } catch (RegistryException ex) {
            if (!ReferrersAnswer.isWithoutApi(ex.status())) {
                throw ex;
            }
            return null;
        }
    }

    @Override
    public InputStream blob(Descriptor blob) {
        return new ResumedBlob(this.image, blob, offset -> open(blob, offset), this.retries);
    }

    @Override
    public byte[] part(Descriptor blob, long offset, int length) {
        String request = "a part of the blob " + blob.digest();
        Map<String, String> range = Map.of(RANGE, "bytes=" + offset + "-" + (offset + length - 1));
        return this.retries.run(request, () -> {
            Answer answer = get(request, "blobs/" + blob.digest(), range);
            try (BodyStream body = answer.body()) {
                if (answer.status() == 206) {
                    verifyRange(blob, offset, answer.header("Content-Range"));
                    return part(body, length, length + 1);
                }
                rejectIgnoredRange(blob, offset);
                verifyWhole(blob, answer);
                body.skipNBytes(offset);
                return part(body, length, length);
            }
        });
    }

    @Override
    public void close() {
        this.exchange.close();
    }

    private StoredManifest verified(String version, Answer answer, byte[] content) {
        StoredManifest manifest = new StoredManifest(
                new MediaType(answer.header("Content-Type")), content);
        Digest actual = manifest.descriptor().digest();
        String stated = version.startsWith("sha256:") ? version
                : Objects.requireNonNullElse(answer.headers().first("Docker-Content-Digest"), actual.toString());
        if (stated.startsWith("sha256:") && !stated.equals(actual.toString())) {
            throw RegistryException.invalid(this.image, "the manifest " + version + " should have the digest "
                    + RegistryError.shown(stated, MAX_SHOWN) + ", but has " + actual
                    + ". It was changed or damaged: push the image again.");
        }
        return manifest;
    }

    /** Some proxies compress what they were asked to send plain. */
    private byte[] decoded(String name, Answer answer, BodyStream body) throws IOException {
        byte[] content = bounded(name, body);
        return switch (encoding(answer)) {
            case IDENTITY -> content;
            case "gzip", "x-gzip" -> {
                try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(content))) {
                    yield bounded(name, plain);
                }
            }
            default -> throw encoded(name, answer);
        };
    }

    private byte[] bounded(String name, InputStream in) throws IOException {
        byte[] content = in.readNBytes(MAX_MANIFEST + 1);
        if (content.length > MAX_MANIFEST) {
            throw RegistryException.invalid(this.image, name.equals(ReferrersAnswer.NAME)
                    ? name + " that it sends has more than " + MAX_MANIFEST + " bytes, so Tare does not read it."
                    : "a manifest has more than " + MAX_MANIFEST
                            + " bytes. Registries do not accept such manifests; do not trust this one.");
        }
        return content;
    }

    private ResumedBlob.Part open(Descriptor blob, long offset) {
        String request = "the blob " + blob.digest();
        Map<String, String> range = offset == 0 ? Map.of() : Map.of(RANGE, "bytes=" + offset + "-");
        Answer answer = this.retries.run(request, () -> get(request, "blobs/" + blob.digest(), range));
        BodyStream body = answer.body();
        try {
            if (answer.status() == 206) {
                verifyRange(blob, offset, answer.header("Content-Range"));
                return new ResumedBlob.Part(body, offset);
            }
            verifyWhole(blob, answer);
            return new ResumedBlob.Part(body, 0);
        } catch (RuntimeException ex) {
            body.close();
            throw ex;
        }
    }

    /** @param read bytes to read at most: more than the part reach the end of the body, which keeps its connection open */
    private static byte[] part(InputStream body, int length, int read) throws IOException {
        byte[] part = body.readNBytes(read);
        if (part.length != length) {
            throw new EOFException("the part should have " + length + " bytes, but has "
                    + (part.length < length ? String.valueOf(part.length) : "more"));
        }
        return part;
    }

    private void rejectIgnoredRange(Descriptor blob, long offset) {
        if (offset > MAX_IGNORED) {
            throw RegistryException.invalid(this.image, "it sends the blob " + blob.digest()
                    + " from its beginning when asked for a part of it, so only the whole blob of " + blob.size()
                    + " bytes can be read. A proxy on the way may remove the range. Leave out --toc-only.");
        }
    }

    private void verifyRange(Descriptor blob, long offset, String range) {
        Matcher matcher = CONTENT_RANGE.matcher(range);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) != offset
                || !(matcher.group(2).equals("*") || Long.parseLong(matcher.group(2)) == blob.size())) {
            throw RegistryException.invalid(this.image, "the answer to the request for a part of the blob "
                    + blob.digest() + " after " + offset + " of " + blob.size() + " bytes has the range \""
                    + RegistryError.shown(range, MAX_SHOWN) + "\". Try again later.");
        }
    }

    /** Some storage states the encoding of the blob itself. Only the reader of the digest detects another content. */
    private void verifyWhole(Descriptor blob, Answer answer) {
        OptionalLong length = answer.length();
        if (!encoding(answer).equals(IDENTITY) && (length.isEmpty() || length.getAsLong() != blob.size())) {
            throw encoded("the blob " + blob.digest(), answer);
        }
        if (length.isPresent() && length.getAsLong() != blob.size()) {
            throw RegistryException.invalid(this.image, "the blob " + blob.digest() + " should have " + blob.size()
                    + " bytes, but has " + length.getAsLong() + ". The image was changed or damaged: push it again.");
        }
    }

    private RegistryException encoded(String content, Answer answer) {
        return RegistryException.invalid(this.image, "it sends " + content + " in the encoding \""
                + RegistryError.shown(encoding(answer), MAX_SHOWN)
                + "\", which Tare did not request. A proxy on the way may change it.");
    }

    private static String encoding(Answer answer) {
        String encoding = answer.header("Content-Encoding").toLowerCase(Locale.ROOT);
        return encoding.isEmpty() ? IDENTITY : encoding;
    }

    /** One attempt, with redirects and at most one new authorization. */
    private Answer get(String request, String path, Map<String, String> headers)
            throws IOException {
        Redirects redirects = new Redirects(this.image, request,
                URI.create(this.address + "/v2/" + this.image.repository() + "/" + path));
        boolean renewed = false;
        while (true) {
            String authorization = redirects.isHome() ? this.authorizer.header() : null;
            Answer answer = this.exchange.get(redirects.address(), with(headers, authorization));
            int status = answer.status();
            if (status == 200 || (status == 206 && headers.containsKey(RANGE))) {
                return answer;
            }
            byte[] body = Exchange.start(answer);
            if (Redirects.isRedirect(status)) {
                redirects.follow(answer);
            } else if (status == 401 && !renewed && redirects.isHome()
                    && this.authorizer.renew(answer, authorization)) {
                renewed = true;
            } else {
                throw this.exchange.failure(redirects.name(), answer, body, List.of());
            }
        }
    }

    private static Map<String, String> with(Map<String, String> headers, @Nullable String authorization) {
        Map<String, String> all = new HashMap<>(headers);
        if (authorization != null) {
            all.put("Authorization", authorization);
        }
        return all;
    }
}
