package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.inspection.surface.SurfaceKind;

import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.WARN;

class HasCertificatesTests extends CheckContract {

    private static final Check CHECK = new HasCertificates();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image().surface(SurfaceKind.CA_CERTIFICATES, "etc/ssl/cert.pem")),
                is(CHECK, WARN, image()));
    }
}
