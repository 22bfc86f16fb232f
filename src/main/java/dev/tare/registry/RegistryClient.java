package dev.tare.registry;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Reads the manifests and blobs of one repository. Several threads may use one client.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pull">OCI distribution
 *      specification, pull</a>
 */
public final class RegistryClient implements Closeable {

    /** Bytes of a manifest or index, as registries limit it. */
    private static final int MAX_MANIFEST = 4 << 20;

    private static final int MAX_REDIRECTS = 5;

    private static final int MAX_BLOBS_AT_ONCE = 4;

    private static final String ACCEPT = String.join(", ", MediaType.OCI_INDEX.value(),
            MediaType.DOCKER_MANIFEST_LIST.value(), MediaType.OCI_MANIFEST.value(), MediaType.DOCKER_MANIFEST.value());

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

    private final Deadline deadline;

    private final HttpClient http;

    private final Exchange exchange;

    private final Authorizer authorizer;

    private final Retries retries;

    private final Semaphore blobs = new Semaphore(MAX_BLOBS_AT_ONCE);

    RegistryClient(ImageReference image, CredentialFiles credentials, Patience patience, Deadline deadline) {
        this.image = image;
        this.address = Origin.of(image);
        this.deadline = deadline;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .build();
        this.exchange = new Exchange(this.http, image, patience, deadline);
        this.authorizer = new Authorizer(image, Origin.of(this.address), this.exchange, credentials);
        this.retries = new Retries(image, patience, deadline);
    }

    /**
     * Reads a manifest or index. It has the digest of the request, if that is a digest.
     *
     * @param version a tag or a digest
     * @throws RegistryException if the registry does not send it, or sends more than 4 MiB
     */
    public StoredManifest manifest(String version) {
        String request = "the manifest " + version;
        return this.retries.run(request, () -> {
            HttpResponse<BodyStream> response = get(request, "manifests/" + version, Map.of("Accept", ACCEPT));
            try (BodyStream body = response.body()) {
                return verified(version, response.headers(), decoded(response.headers(), body));
            }
        });
    }

    /**
     * Opens a blob. The stream has exactly the size of the descriptor, and continues after a connection broke. The caller
     * verifies the digest. At most four blobs are open at once; further calls wait.
     *
     * @throws IOException if the thread is interrupted
     */
    public InputStream blob(Descriptor blob) throws IOException {
        try {
            while (!this.blobs.tryAcquire(Math.max(0, this.deadline.nanosLeft()), TimeUnit.NANOSECONDS)) {
                this.deadline.check();
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Waiting for a connection was interrupted");
        }
        return new ResumedBlob(this.image, blob, offset -> open(blob, offset), this.retries, this.blobs::release);
    }

    /** Ends all requests. */
    @Override
    public void close() {
        this.http.shutdownNow();
    }

    private StoredManifest verified(String version, HttpHeaders headers, byte[] content) {
        StoredManifest manifest = new StoredManifest(
                new MediaType(headers.firstValue("Content-Type").orElse("")), content);
        Digest actual = manifest.descriptor().digest();
        String stated = version.startsWith("sha256:") ? version
                : headers.firstValue("Docker-Content-Digest").orElse(actual.toString());
        if (stated.startsWith("sha256:") && !stated.equals(actual.toString())) {
            throw RegistryException.invalid(this.image, "the manifest " + version + " should have the digest " + stated
                    + ", but has " + actual + ". It was changed or damaged: push the image again.");
        }
        return manifest;
    }

    /** Some proxies compress what they were asked to send plain. */
    private byte[] decoded(HttpHeaders headers, BodyStream body) throws IOException {
        byte[] content = bounded(body);
        OptionalLong length = headers.firstValueAsLong("Content-Length");
        if (length.isPresent() && length.getAsLong() != content.length) {
            throw new EOFException("the manifest ends after " + content.length + " of " + length.getAsLong()
                    + " bytes");
        }
        if (!headers.firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
            return content;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return bounded(plain);
        }
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
        Map<String, String> range = offset == 0 ? Map.of() : Map.of("Range", "bytes=" + offset + "-");
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
                    + blob.digest() + " after " + offset + " of " + blob.size() + " bytes has the range \"" + range
                    + "\". Try again later.");
        }
    }

    private void verifyWhole(Descriptor blob, HttpHeaders headers) {
        long length = headers.firstValueAsLong("Content-Length").orElse(blob.size());
        String encoding = headers.firstValue("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw RegistryException.invalid(this.image, "it sends the blob " + blob.digest() + " in the encoding \""
                    + encoding + "\", which Tare did not request. A proxy on the way may change it.");
        }
        if (length != blob.size()) {
            throw RegistryException.invalid(this.image, "the blob " + blob.digest() + " should have " + blob.size()
                    + " bytes, but has " + length + ". The image was changed or damaged: push it again.");
        }
    }

    /** One attempt, with redirects and at most one new authorization. */
    private HttpResponse<BodyStream> get(String request, String path, Map<String, String> headers)
            throws IOException {
        URI first = URI.create(this.address + "/v2/" + this.image.repository() + "/" + path);
        URI uri = first;
        boolean renewed = false;
        for (int redirects = 0; redirects <= MAX_REDIRECTS;) {
            boolean isRegistry = Origin.of(uri).equals(Origin.of(first));
            String authorization = isRegistry ? this.authorizer.header() : null;
            HttpResponse<BodyStream> response = this.exchange.get(uri, with(headers, authorization));
            switch (response.statusCode()) {
                case 200, 206 -> {
                    return response;
                }
                case 301, 302, 303, 307, 308 -> {
                    Exchange.start(response);
                    uri = redirected(uri, response.headers());
                    redirects++;
                }
                case 401 -> {
                    if (renewed || !isRegistry || !this.authorizer.renew(response.headers(), authorization)) {
                        throw this.exchange.failure(request, response);
                    }
                    Exchange.start(response);
                    renewed = true;
                }
                default -> throw this.exchange.failure(request, response);
            }
        }
        throw RegistryException.invalid(this.image, "the request for " + request + " is redirected more than "
                + MAX_REDIRECTS + " times. Its operator can find the cause.");
    }

    private URI redirected(URI from, HttpHeaders headers) {
        String location = headers.firstValue("Location").orElse("");
        URI to = location.isEmpty() ? null : Origin.resolve(from, location);
        if (to == null || !Origin.of(from).mayRedirectTo(Origin.of(to))) {
            throw RegistryException.invalid(this.image, "it redirects to "
                    + (to == null ? "an invalid address" : to.getScheme() + "://" + to.getHost())
                    + ", but a redirect must lead to https. Its operator must configure another address.");
        }
        return to;
    }

    private static Map<String, String> with(Map<String, String> headers,
            @Nullable String authorization) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Accept-Encoding", "identity");
        if (authorization != null) {
            all.put("Authorization", authorization);
        }
        return all;
    }
}
