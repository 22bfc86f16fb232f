package dev.tare.command;

import java.util.List;
import java.util.function.Function;

import dev.tare.report.PolicyReport;
import dev.tare.report.VulnerabilitiesReport;
import dev.tare.report.json.PlatformReports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Remarks about a report on standard error. */
final class Remarks {

    private Remarks() {}

    /** An unneeded waiver would hide the next finding, and an expired one explains why a check fails again. */
    static void unused(@Nullable CommandSpec spec, List<PolicyReport.Waiver> waivers) {
        waivers.stream()
                .filter(PolicyReport.Waiver::expired)
                .forEach(waiver -> TareCommand.remark(spec, "the waiver of " + waiver.check() + " expired on "
                        + waiver.expires() + ", so the check counts again"));
        waivers.stream()
                .filter(PolicyReport.Waiver::waivesNothing)
                .forEach(waiver -> TareCommand.remark(spec, "the waiver of " + waiver.check()
                        + " waives nothing, since every image passes that check; remove it"));
    }

    /** A doubt about a report of a scanner is a doubt about the verdict. */
    static void scanned(@Nullable CommandSpec spec, @Nullable VulnerabilitiesReport report) {
        if (report != null) {
            report.remarks().forEach(remark -> TareCommand.remark(spec, remark));
        }
    }

    /** Names the platforms that are left out, and the waivers that no platform needs. */
    static <R> void platforms(@Nullable CommandSpec spec, PlatformReports<R> reports,
            Function<R, PolicyReport> policy) {
        reports.notCompared()
                .forEach(left -> TareCommand.remark(spec, left.platform() + " is not compared, because only "
                        + String.join(", ", left.images()) + (left.images().size() == 1 ? " has it" : " have it")));
        List<List<PolicyReport.Waiver>> waivers = reports.platforms()
                .stream()
                .map(one -> policy.apply(one.report()).waivers())
                .toList();
        unused(spec, waivers.getFirst()
                .stream()
                .filter(waiver -> waivers.stream()
                        .flatMap(List::stream)
                        .filter(other -> other.check().equals(waiver.check()))
                        .allMatch(other -> other.expired() || other.waivesNothing()))
                .toList());
    }
}
