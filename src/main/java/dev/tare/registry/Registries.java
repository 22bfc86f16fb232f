package dev.tare.registry;

import java.nio.file.Path;
import java.util.List;

import dev.tare.limits.Deadline;
import dev.tare.network.NetworkPolicy;
import dev.tare.network.RefusedHostException;

/** Opens clients of registries, all under one configuration. Safe for use by several threads. */
public final class Registries {

    private final NetworkPolicy policy;

    private final CredentialFiles credentials;

    private final Patience patience;

    Registries(NetworkPolicy policy, CredentialFiles credentials, Patience patience) {
        this.policy = policy;
        this.credentials = credentials;
        this.patience = patience;
    }

    /** All registries that the user that runs Tare can reach, with the credentials of this user. */
    public static Registries ofThisUser() {
        return new Registries(NetworkPolicy.EVERYTHING,
                CredentialFiles.of(System::getenv, Path.of(System.getProperty("user.home", ""))), Patience.USUAL);
    }

    /** Registries that clients of a service may name. They use no credentials. */
    public static Registries ofService(NetworkPolicy policy) {
        return new Registries(policy, new CredentialFiles(List.of()), Patience.USUAL);
    }

    /**
     * Opens a client for the repository of an image. The caller closes it.
     *
     * @param deadline of all requests together
     * @throws RegistryException if the registry may not be asked
     */
    public RegistryClient client(ImageReference image, Deadline deadline) {
        try {
            this.policy.requireAllowed(image.registry());
        } catch (RefusedHostException ex) {
            throw RegistryException.refused(image, ex);
        }
        return new RegistryClient(image, this.policy, this.credentials, this.patience, deadline);
    }
}
