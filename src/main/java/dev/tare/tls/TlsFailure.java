package dev.tare.tls;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

import dev.tare.image.ErrorText;
import org.jspecify.annotations.Nullable;

/** The causes of TLS failures in words. */
public final class TlsFailure {

    private static final int MAX_CAUSES = 10;

    private static final int MAX_SHOWN = 300;

    private TlsFailure() {}

    /**
     * The cause and its remedy, in sentences after a colon. "It" is the server.
     *
     * @param trust  how to trust an authority, as a sentence
     * @param client how to configure a client certificate, as a sentence
     * @param plain  how to use no TLS, as a sentence
     */
    public static String describe(SSLException problem, String trust, String client, String plain) {
        Throwable cause = problem;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            String known = known(cause, trust);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        String message = shown(problem);
        if (message.contains("Unsupported or unrecognized SSL message") || message.contains("plaintext connection")) {
            return "it answers without TLS. " + plain;
        }
        if (isBroken(problem)) {
            return "it ends the TLS handshake without a reason. It may require a client certificate. "
                    + client + " Try again later if it does not.";
        }
        if (message.contains("fatal alert") && (message.contains("certificate") || message.contains("handshake_failure")
                || message.contains("unknown_ca") || message.contains("access_denied"))) {
            return "it ends the TLS handshake (" + message + "). It may require another client certificate. " + client;
        }
        return "TLS failed (" + message + "). Its operator can find the cause.";
    }

    /** Whether the connection ended during the handshake. The server may have sent its reason, but it did not arrive. */
    public static boolean isBroken(SSLException problem) {
        return String.valueOf(problem.getMessage()).contains("terminated the handshake")
                || (problem.getCause() instanceof IOException cause && !(cause instanceof SSLException));
    }

    private static @Nullable String known(Throwable cause, String trust) {
        String message = shown(cause);
        return switch (cause) {
            case CertificateExpiredException _ -> "its certificate, or that of an issuer, expired (" + message
                    + "). Its operator must renew it.";
            case CertificateNotYetValidException _ -> "its certificate is not valid yet (" + message
                    + "). Check the clock of this machine.";
            case CertPathBuilderException _ -> untrusted(trust);
            case CertPathValidatorException path when path.getReason() == BasicReason.INVALID_SIGNATURE
                    || path.getReason() == PKIXReason.NO_TRUST_ANCHOR ->
                    untrusted(trust);
            case CertificateException _ when message.startsWith("No subject alternative")
                    || message.startsWith("No name matching") ->
                    "its certificate is for another host name (" + message
                            + "). Use a name of the certificate, or let its operator add this one.";
            default -> null;
        };
    }

    /** The server chooses parts of some messages, such as the names in its certificate. */
    private static String shown(Throwable problem) {
        return ErrorText.start(String.valueOf(problem.getMessage()), MAX_SHOWN, UnaryOperator.identity());
    }

    private static String untrusted(String trust) {
        return "its certificate is from an authority that is not trusted. " + trust;
    }
}
