package dev.tare.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.limits.Deadline;
import dev.tare.registry.login.Credentials;
import dev.tare.registry.login.Logins;
import dev.tare.registry.login.RegistryJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gets the right to pull from one repository when the registry asks for it, and again when a token has expired.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token authentication of Distribution</a>
 */
final class Authorizer {

    /** A token is sent as a header, which servers limit to less. */
    private static final int MAX_TOKEN = 1 << 15;

    private final ImageReference image;

    private final Origin registry;

    private final Exchange exchange;

    private final Logins logins;

    private final Deadline deadline;

    private volatile @Nullable String header;

    Authorizer(ImageReference image, Origin registry, Exchange exchange, Logins logins, Deadline deadline) {
        this.image = image;
        this.registry = registry;
        this.exchange = exchange;
        this.logins = logins;
        this.deadline = deadline;
    }

    /**
     * The value of the header {@code Authorization}, or {@code null}. It waits for no token, because a registry may ask for
     * one for the list of referrers only.
     */
    @Nullable
    String header() {
        return this.header;
    }

    /**
     * Fulfills the challenge of an answer with the status 401. Only one thread at a time asks the token server.
     *
     * @param used the header of the request, or {@code null}
     * @return whether a further attempt may succeed
     * @throws IOException       if the token server fails for a time
     * @throws RegistryException if there are no credentials, or the token server refuses them
     */
    synchronized boolean renew(Answer answer, @Nullable String used) throws IOException {
        if (!Objects.equals(this.header, used)) {
            return true;
        }
        Challenge challenge = Challenge.of(answer.headers().all("WWW-Authenticate"));
        if (challenge == null) {
            return false;
        }
        String renewed = challenge.scheme().equals(Challenge.BEARER) ? "Bearer " + token(challenge) : basic();
        this.header = renewed;
        return !renewed.equals(used);
    }

    private @Nullable Credentials credentials() {
        return this.logins.find(this.image.registry(), this.image.repository(), this.deadline);
    }

    private String basic() {
        Credentials credentials = credentials();
        if (credentials == null || credentials.isIdentityToken()) {
            throw this.exchange.withoutCredentials("a user and a password");
        }
        return credentials.basic();
    }

    private String token(Challenge challenge) throws IOException {
        URI realm = realm(challenge);
        Credentials credentials = credentials();
        String name = "a token, sent to " + realm.getHost() + ",";
        Answer answer = request(name, realm, challenge.parameter("service"), credentials);
        if (answer.status() != 200) {
            throw this.exchange.failure(name, answer, Exchange.start(answer),
                    credentials == null ? List.of() : secrets(credentials));
        }
        JsonNode document;
        try (BodyStream body = answer.body()) {
            document = RegistryJson.parse(body.readNBytes(Exchange.MAX_SMALL_BODY));
        }
        String token = document == null ? null : RegistryJson.text(document, "token");
        String either = token != null || document == null ? token : RegistryJson.text(document, "access_token");
        if (either == null || either.length() > MAX_TOKEN || !either.matches("[\\x21-\\x7e]++")) {
            throw RegistryException.invalid(this.image, "its token server " + realm.getHost()
                    + " sends no token that can be used. Its operator can find the cause.");
        }
        return either;
    }

    /** As the requests contain them, because an answer may repeat its request. */
    private static List<String> secrets(Credentials credentials) {
        return Stream.concat(Stream.of(credentials.secret(), encoded(credentials.secret())),
                Credentials.secretsIn(credentials.basic())).toList();
    }

    private Answer request(String name, URI realm, @Nullable String service,
            @Nullable Credentials credentials) throws IOException {
        String query = (service == null ? "" : "service=" + encoded(service) + "&") + "scope="
                + encoded("repository:" + this.image.repository() + ":pull");
        if (credentials != null && credentials.isIdentityToken()) {
            return this.exchange.post(realm, query + "&grant_type=refresh_token&client_id=tare&refresh_token="
                    + encoded(credentials.secret()));
        }
        String address = realm.toString();
        Redirects redirects = new Redirects(this.image, name,
                URI.create(address + (realm.getRawQuery() == null ? "?" : "&") + query));
        while (true) {
            Answer answer = this.exchange.get(redirects.address(),
                    credentials == null || !redirects.isHome() ? Map.of()
                            : Map.of("Authorization", credentials.basic()));
            if (!Redirects.isRedirect(answer.status())) {
                return answer;
            }
            Exchange.start(answer);
            redirects.follow(answer);
        }
    }

    /** Credentials are sent to this address, so nobody on the way may read them. */
    private URI realm(Challenge challenge) {
        String realm = Objects.toString(challenge.parameter("realm"), "");
        URI uri = Origin.resolve(URI.create("about:blank"), realm);
        if (uri == null || uri.getRawFragment() != null || !this.registry.mayTrustTokensOf(Origin.of(uri))) {
            throw RegistryException.invalid(this.image, "it names " + Origin.shown(uri) + " as its token server, but "
                    + "tokens must come over https. Its operator must configure another address.");
        }
        return uri;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
