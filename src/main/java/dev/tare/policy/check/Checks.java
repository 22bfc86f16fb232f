package dev.tare.policy.check;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.image.Platform;
import dev.tare.inspection.Inspection;

/** The list of all checks. */
public final class Checks {

    private static final List<Check> ALL = Stream.of(
            List.of(new BasePinned(), new VersionedTag(), new Signed(), new NonRootUser(), new UserExists(),
                    new EntrypointNotWritable(), new NoSensitiveData(), new NoEmptyPassword(), new UniqueAccounts(),
                    new SeparateDependencyLayer()),
            AbsentSurface.LEFTOVERS,
            List.of(new NoReplacedPackages(), new LowWaste(), new FewLayers(), new RuntimeEnvironment(),
                    new PortExposed(), new NoSensitiveVolumes(), new ExecFormCommand(), new EntrypointExists(),
                    new HealthChecked(), new WorkingDirectory(), new VersionLabels(), new HasCertificates(),
                    new NoSshServer()),
            AbsentSurface.TOOLS).<Check>flatMap(List::stream).toList();

    private Checks() {}

    /** All checks, in a fixed order. */
    public static List<Check> all() {
        return ALL;
    }

    /** The identifiers of all checks, in a fixed order. */
    public static List<String> ids() {
        return ALL.stream().map(Check::id).toList();
    }

    /** Judges an image by all checks, in a fixed order. */
    public static List<CheckFinding> judge(Inspection inspection) {
        return ALL.stream().map(check -> judge(check, inspection)).toList();
    }

    static CheckFinding judge(Check check, Inspection inspection) {
        Platform platform = inspection.image().config().platform();
        return check.isOnlyForLinux() && !platform.isLinux()
                ? check.notApplicable("This image is for " + platform + ". The check applies to Linux images only.")
                : check.judge(inspection);
    }
}
