package dev.tare.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.tare.limits.Deadline;
import dev.tare.registry.login.EnvironmentLogin;
import dev.tare.registry.login.LoginFiles;
import dev.tare.registry.login.Logins;
import org.jspecify.annotations.Nullable;

/** Opens clients of registries, all under one configuration. Safe for use by several threads. */
public final class Registries {

    private final Logins logins;

    private final Patience patience;

    Registries(Logins logins, Patience patience) {
        this.logins = logins;
        this.patience = patience;
    }

    /** All registries that the user that runs Tare can reach, with the credentials of this user. */
    public static Registries ofThisUser() {
        UnaryOperator<@Nullable String> environment = System::getenv;
        return new Registries(Logins.firstOf(List.of(new EnvironmentLogin(environment),
                LoginFiles.of(environment, Path.of(System.getProperty("user.home", ""))))), Patience.USUAL);
    }

    /** Registries that clients of a service may name. They use no credentials. */
    public static Registries ofService() {
        return new Registries(Logins.none(), Patience.USUAL);
    }

    /**
     * Opens a client for the repository of an image. The caller closes it.
     *
     * @param deadline of all requests together
     */
    public RegistryClient client(ImageReference image, Deadline deadline) {
        return new RegistryClient(image, this.logins, this.patience, deadline);
    }
}
