package dev.tare.registry;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Characters of a header in an error. */
    private static final int MAX_SHOWN = 100;

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|[*])");

    /** The JDK reads this property once, for all its clients. */
    private static final String BUFFER = "jdk.httpclient.bufsize";

    /** Bytes that the client reads at once. With its default of 16 KiB, pulling a layer takes twice the time. */
    private static final int BUFFER_SIZE = 1 << 17;

    static {
        if (System.getProperty(BUFFER) == null) {
            System.setProperty(BUFFER, String.valueOf(BUFFER_SIZE));
        }
    }

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
            HttpResponse<BodyStream> response = get(request, "manifests/" + version, Map.of("Accept", ACCEPT));
            try (BodyStream body = response.body()) {
                return verified(version, response.headers(), decoded(response.headers(), body));
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
                HttpResponse<BodyStream> response = get("referrers", request,
                        Map.of("Accept", MediaType.OCI_INDEX.value()));
                try (BodyStream body = response.body()) {
                    return ReferrersAnswer.isIndex(response.headers())
                            ? Optional.of(ReferrersAnswer.read(root.resolve(request), root, response.headers(),
                                    decoded(response.headers(), body)))
                            : Optional.<ReferrersPage>empty();
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
    public void close() {
        this.exchange.close();
    }

    private StoredManifest verified(String version, HttpHeaders headers, byte[] content) {
        StoredManifest manifest = new StoredManifest(
                new MediaType(headers.firstValue("Content-Type").orElse("")), content);
        Digest actual = manifest.descriptor().digest();
        String stated = version.startsWith("sha256:") ? version
                : headers.firstValue("Docker-Content-Digest").orElse(actual.toString());
        if (stated.startsWith("sha256:") && !stated.equals(actual.toString())) {
            throw RegistryException.invalid(this.image, "the manifest " + version + " should have the digest "
                    + RegistryError.shown(stated, MAX_SHOWN) + ", but has " + actual
                    + ". It was changed or damaged: push the image again.");
        }
        return manifest;
    }

    /** Some proxies compress what they were asked to send plain. */
    private byte[] decoded(HttpHeaders headers, BodyStream body) throws IOException {
        byte[] content = bounded(body);
        OptionalLong length = length(headers);
        if (length.isPresent() && length.getAsLong() != content.length) {
            throw new EOFException("the manifest ends after " + content.length + " of " + length.getAsLong()
                    + " bytes");
        }
        return switch (encoding(headers)) {
            case IDENTITY -> content;
            case "gzip", "x-gzip" -> {
                try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(content))) {
                    yield bounded(plain);
                }
            }
            default -> throw encoded("the manifest", headers);
        };
    }

    private byte[] bounded(InputStream in) throws IOException {
        byte[] content = in.readNBytes(MAX_MANIFEST + 1);
        if (content.length > MAX_MANIFEST) {
            throw RegistryException.invalid(this.image, "a manifest has more than " + MAX_MANIFEST
                    + " bytes. Registries do not accept such manifests; do not trust this one.");
        }
        return content;
    }

    private BodyStream open(Descriptor blob, long offset) throws IOException {
        String request = "the blob " + blob.digest();
        Map<String, String> range = offset == 0 ? Map.of() : Map.of(RANGE, "bytes=" + offset + "-");
        HttpResponse<BodyStream> response = this.retries.run(request,
                () -> get(request, "blobs/" + blob.digest(), range));
        BodyStream body = response.body();
        try {
            if (response.statusCode() == 206) {
                verifyRange(blob, offset, response.headers());
            } else {
                verifyWhole(blob, response.headers());
                body.skipNBytes(offset);
            }
            return body;
        } catch (IOException | RuntimeException ex) {
            body.close();
            throw ex;
        }
    }

    private void verifyRange(Descriptor blob, long offset, HttpHeaders headers) {
        String range = headers.firstValue("Content-Range").orElse("");
        Matcher matcher = CONTENT_RANGE.matcher(range);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) != offset
                || !(matcher.group(2).equals("*") || Long.parseLong(matcher.group(2)) == blob.size())) {
            throw RegistryException.invalid(this.image, "the answer to the request for the rest of the blob "
                    + blob.digest() + " after " + offset + " of " + blob.size() + " bytes has the range \""
                    + RegistryError.shown(range, MAX_SHOWN) + "\". Try again later.");
        }
    }

    /** Some storage states the encoding of the blob itself. Only the reader of the digest detects another content. */
    private void verifyWhole(Descriptor blob, HttpHeaders headers) {
        OptionalLong length = length(headers);
        if (!encoding(headers).equals(IDENTITY) && (length.isEmpty() || length.getAsLong() != blob.size())) {
            throw encoded("the blob " + blob.digest(), headers);
        }
        if (length.isPresent() && length.getAsLong() != blob.size()) {
            throw RegistryException.invalid(this.image, "the blob " + blob.digest() + " should have " + blob.size()
                    + " bytes, but has " + length.getAsLong() + ". The image was changed or damaged: push it again.");
        }
    }

    private RegistryException encoded(String content, HttpHeaders headers) {
        return RegistryException.invalid(this.image, "it sends " + content + " in the encoding \""
                + RegistryError.shown(encoding(headers), MAX_SHOWN)
                + "\", which Tare did not request. A proxy on the way may change it.");
    }

    /** The stated length of a body. Chunks have their own lengths. */
    private static OptionalLong length(HttpHeaders headers) {
        return headers.firstValue("Transfer-Encoding").isPresent() ? OptionalLong.empty()
                : headers.firstValueAsLong("Content-Length");
    }

    private static String encoding(HttpHeaders headers) {
        return headers.firstValue("Content-Encoding").orElse(IDENTITY).toLowerCase(Locale.ROOT);
    }

    /** One attempt, with redirects and at most one new authorization. */
    private HttpResponse<BodyStream> get(String request, String path, Map<String, String> headers)
            throws IOException {
        Redirects redirects = new Redirects(this.image, request,
                URI.create(this.address + "/v2/" + this.image.repository() + "/" + path));
        boolean renewed = false;
        while (true) {
            String authorization = redirects.isHome() ? this.authorizer.header() : null;
            HttpResponse<BodyStream> response = this.exchange.get(redirects.address(), with(headers, authorization));
            int status = response.statusCode();
            if (status == 200 || (status == 206 && headers.containsKey(RANGE))) {
                return response;
            }
            byte[] body = Exchange.start(response);
            if (Redirects.isRedirect(status)) {
                redirects.follow(response.headers());
            } else if (status == 401 && !renewed && redirects.isHome()
                    && this.authorizer.renew(response.headers(), authorization)) {
                renewed = true;
            } else {
                throw this.exchange.failure(redirects.name(), response, body, List.of());
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
