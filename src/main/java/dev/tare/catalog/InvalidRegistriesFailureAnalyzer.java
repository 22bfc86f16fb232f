package dev.tare.catalog;

import dev.tare.error.MaskedError;
import dev.tare.registry.InvalidRegistriesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains at the start of the service why its file of registries is not used. */
final class InvalidRegistriesFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRegistriesException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidRegistriesException cause) {
        return new FailureAnalysis(MaskedError.message(cause),
                "Correct the file, or change or remove the setting tare.registries.file.", failure);
    }
}
