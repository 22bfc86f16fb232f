package dev.tare.catalog;

import dev.tare.error.MaskedError;
import dev.tare.tls.InvalidPemException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains at the start of the service why a file with certificates or a key is not used. */
final class InvalidPemFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPemException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidPemException cause) {
        return new FailureAnalysis(MaskedError.message(cause),
                "Correct the file, or change its path in the file of the setting tare.registries.file or in the variable "
                        + "SSL_CERT_FILE.",
                failure);
    }
}
