package dev.tare.policy.check;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;

/** Checks for CA certificates. Without them, no program can verify a server over TLS. */
final class HasCertificates extends Check {

    HasCertificates() {
        super("ca-certificates", "Has CA certificates",
                "Certificates of authorities are where programs look for them, or in a Java runtime.",
                "Without them every connection over TLS to others fails, unless the program brings its own.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        return inspection.surface().has(SurfaceKind.CA_CERTIFICATES)
                ? pass("They are in "
                        + Paths.listed(inspection.surface()
                                .of(SurfaceKind.CA_CERTIFICATES)
                                .stream()
                                .map(SurfaceItem::path)
                                .toList())
                        + ".")
                : warn("No CA certificates are in the files.",
                        "Add them, such as with the package ca-certificates, if the program connects to others.");
    }
}
