package dev.tare.policy.check;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;

/** Checks for CA certificates. Programs need them to verify servers over TLS. */
final class HasCertificates extends Check {

    HasCertificates() {
        super("ca-certificates", "CA certificates present",
                "CA certificates are in one of their usual files, or in a Java runtime.",
                "Without CA certificates, TLS connections to other hosts fail, unless the program has its own certificates.");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        return inspection.surface().has(SurfaceKind.CA_CERTIFICATES)
                ? pass("The CA certificates are in "
                        + Paths.listed(inspection.surface()
                                .of(SurfaceKind.CA_CERTIFICATES)
                                .stream()
                                .map(SurfaceItem::path)
                                .toList())
                        + ".")
                : warn("Tare found no CA certificates.",
                        "If the program connects to other hosts, add CA certificates, for example with the package "
                                + "ca-certificates.");
    }
}
