package dev.tare.registry.login;

import dev.tare.image.InvalidImageException;

/** Credentials for a registry are configured, but cannot be read. The message never contains them. */
public class LoginException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    /** @param problem the problem and the next step, as the rest of a sentence */
    public LoginException(String registry, String problem) {
        super("registry-login", registry, "The registry " + registry + " asks for credentials, but " + problem, null);
    }
}
