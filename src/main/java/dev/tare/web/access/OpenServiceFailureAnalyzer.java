package dev.tare.web.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains why Tare does not start. */
final class OpenServiceFailureAnalyzer extends AbstractFailureAnalyzer<OpenServiceException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenServiceException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
