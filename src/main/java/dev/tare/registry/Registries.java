package dev.tare.registry;

import java.nio.file.Path;
import java.util.List;

import dev.tare.limits.Deadline;

/** Opens clients of registries, all under one configuration. Safe for use by several threads. */
public final class Registries {

    private final CredentialFiles credentials;

    private final Patience patience;

    Registries(CredentialFiles credentials, Patience patience) {
        this.credentials = credentials;
        this.patience = patience;
    }

    /** All registries that the user that runs Tare can reach, with the credentials of this user. */
    public static Registries ofThisUser() {
        return new Registries(CredentialFiles.of(System::getenv, Path.of(System.getProperty("user.home", ""))),
                Patience.USUAL);
    }

    /** Registries that clients of a service may name. They use no credentials. */
    public static Registries ofService() {
        return new Registries(new CredentialFiles(List.of()), Patience.USUAL);
    }

    /**
     * Opens a client for the repository of an image. The caller closes it.
     *
     * @param deadline of all requests together
     */
    public RegistryClient client(ImageReference image, Deadline deadline) {
        return new RegistryClient(image, this.credentials, this.patience, deadline);
    }
}
