package dev.tare.registry.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user and a secret for one registry.
 *
 * @param user            as which to log in
 * @param secret          the password, or a token that the registry's token server exchanges
 * @param isIdentityToken whether the secret is that token
 */
public record Credentials(String user, String secret, boolean isIdentityToken) {

    /** The header that sends the user and the password. */
    public String basic() {
        return "Basic " + Base64.getEncoder()
                .encodeToString((this.user + ":" + this.secret).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Credentials of " + this.user;
    }
}
