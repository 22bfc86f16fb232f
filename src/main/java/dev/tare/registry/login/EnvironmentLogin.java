package dev.tare.registry.login;

import java.util.function.UnaryOperator;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Credentials for one registry in variables: {@value #REGISTRY}, {@value #USER} and {@value #PASSWORD}. The registry has
 * the form of a key in Docker's file. Without it, nobody knows to whom the password may be sent.
 */
public final class EnvironmentLogin implements Logins {

    private static final String REGISTRY = "TARE_REGISTRY";

    private static final String USER = "TARE_REGISTRY_USERNAME";

    private static final String PASSWORD = "TARE_REGISTRY_PASSWORD";

    private final UnaryOperator<@Nullable String> environment;

    /** @param environment returns the value of a variable, or {@code null} */
    public EnvironmentLogin(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /** @throws LoginException if only some of the variables are set */
    @Override
    public @Nullable Credentials find(String registry, String repository, Deadline deadline) {
        String key = value(REGISTRY);
        String user = value(USER);
        String password = value(PASSWORD);
        if (user == null && password == null) {
            return null;
        }
        if (key == null || user == null || password == null) {
            throw new LoginException(registry, "only some of the variables " + REGISTRY + ", " + USER + " and "
                    + PASSWORD + " are set. Set all of them, or none.");
        }
        return LoginKey.matching(registry, repository).anyMatch(LoginKey.normalized(key)::equals)
                ? new Credentials(user, password, false)
                : null;
    }

    private @Nullable String value(String variable) {
        String value = this.environment.apply(variable);
        return value == null || value.isEmpty() ? null : value;
    }
}
