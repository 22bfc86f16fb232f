package dev.tare.registry.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * A user and a secret for one registry.
 *
 * @param user            as which to log in
 * @param secret          the password, or a token that the registry's token server exchanges
 * @param isIdentityToken whether the secret is that token
 */
public record Credentials(String user, String secret, boolean isIdentityToken) {

    private static final String BASIC = "Basic ";

    /** The header that sends the user and the password. */
    public String basic() {
        return BASIC + Base64.getEncoder()
                .encodeToString((this.user + ":" + this.secret).getBytes(StandardCharsets.UTF_8));
    }

    /** The secrets in the value of a header {@code Authorization}. */
    public static Stream<String> secretsIn(String header) {
        String value = header.substring(header.indexOf(' ') + 1);
        if (!header.startsWith(BASIC)) {
            return Stream.of(value);
        }
        String login = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        return Stream.of(value, login.substring(login.indexOf(':') + 1));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Credentials of " + this.user;
    }
}
