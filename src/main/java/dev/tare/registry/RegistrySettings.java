package dev.tare.registry;

import java.nio.file.Path;
import java.util.List;

import dev.tare.registry.login.Credentials;
import dev.tare.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one registry.
 *
 * @param login              the credentials, or {@code null}
 * @param user               as which to log in with the password in a file, or {@code null}
 * @param passwordFile       the file with that password, read each time it is needed, or {@code null}
 * @param tls                certificates and keys
 * @param plainHttp          whether the registry has no TLS, or {@code null} if the settings leave it open
 * @param mirrors            registries to ask before this one, in their order
 * @param publicToAllClients whether a service may use the credentials and the client certificate for everybody
 */
record RegistrySettings(@Nullable Credentials login, @Nullable String user, @Nullable Path passwordFile, TlsFiles tls,
        @Nullable Boolean plainHttp, List<Mirror> mirrors, boolean publicToAllClients) {

    static final RegistrySettings NONE =
            new RegistrySettings(null, null, null, TlsFiles.NONE, null, List.of(), false);

    RegistrySettings {
        mirrors = List.copyOf(mirrors);
    }

    /** Whether there is anything that identifies the owner of the configuration. */
    boolean hasIdentity() {
        return this.login != null || this.passwordFile != null || this.tls.certificate() != null;
    }

    RegistrySettings withoutIdentity() {
        return new RegistrySettings(null, null, null, new TlsFiles(this.tls.authorities(), null, null), this.plainHttp,
                this.mirrors, false);
    }
}
