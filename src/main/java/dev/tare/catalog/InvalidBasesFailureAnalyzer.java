package dev.tare.catalog;

import dev.tare.error.MaskedError;
import dev.tare.image.InvalidBasesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains at the start of the service why its file of known base images is not used. */
final class InvalidBasesFailureAnalyzer extends AbstractFailureAnalyzer<InvalidBasesException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidBasesException cause) {
        return new FailureAnalysis(MaskedError.message(cause),
                "Correct the file, or change or remove the setting tare.bases.", failure);
    }
}
