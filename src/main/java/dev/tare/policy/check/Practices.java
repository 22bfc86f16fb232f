package dev.tare.policy.check;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.inspection.Inspection;

/** The list of all checks. */
public final class Practices {

    private static final List<Practice> ALL = Stream.of(
            List.of(new BasePinned(), new VersionedTag(), new ContentTrust(), new NonRootUser(), new KnownUser(),
                    new ReadOnlyProgram(), new NoSensitiveData(), new NoEmptyPassword(), new UniqueAccounts(),
                    new DependenciesApart()),
            AbsentSurface.LEFTOVERS,
            List.of(new NoReplacedPackages(), new LittleWaste(), new FewLayers(), new RuntimeEnvironment(),
                    new PortExposed(), new NoSensitiveVolumes(), new ExecFormCommand(), new ProgramExists(),
                    new HealthChecked(), new WorkingDirectory(), new VersionLabels(), new HasCertificates(),
                    new NoSshServer()),
            AbsentSurface.TOOLS).<Practice>flatMap(List::stream).toList();

    private Practices() {}

    /** All of them, in a fixed order. */
    public static List<Practice> all() {
        return ALL;
    }

    /** The identifiers of all of them, in a fixed order. */
    public static List<String> ids() {
        return ALL.stream().map(Practice::id).toList();
    }

    /** Judges an image by all of them, in a fixed order. */
    public static List<PracticeFinding> judge(Inspection inspection) {
        return ALL.stream().map(practice -> practice.judge(inspection)).toList();
    }
}
