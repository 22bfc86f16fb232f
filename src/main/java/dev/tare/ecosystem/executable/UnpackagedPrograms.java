package dev.tare.ecosystem.executable;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;

/** Leaves the programs that no package stands for, so that nothing counts twice. */
public final class UnpackagedPrograms {

    /** The executable of a program stands for its libraries. */
    private static final Comparator<LanguagePackage> MAIN_FIRST =
            Comparator.comparing((LanguagePackage one) -> Program.isLibrary(one.path()))
                    .thenComparingInt(one -> one.path().length())
                    .thenComparing(LanguagePackage::path);

    private UnpackagedPrograms() {}

    /**
     * The packages without the programs that a package contains, and with one entry for each version of a program. A
     * package of an operating system or of conda contains a program if its list has the file. If no package of an
     * operating system lists files, the names decide. Other packages contain a program as described by
     * {@link ProgramPackages}. The name and the version alone do not count: the library {@code redis} is no server.
     *
     * @param packages with their {@link LanguagePackage#owner() owners}
     */
    public static Stream<LanguagePackage> in(List<LanguagePackage> packages, Collection<OsPackage> installed,
            FileOwners owners) {
        Set<String> names = new HashSet<>();
        if (!owners.isKnown()) {
            installed.forEach(one -> {
                names.add(one.name());
                names.add(one.source() == null ? one.name() : one.source());
            });
        }
        List<LanguagePackage> programs = packages.stream()
                .filter(UnpackagedPrograms::isProgram)
                .filter(one -> one.owner() == null && !names.contains(one.name()))
                .sorted(MAIN_FIRST)
                .toList();
        List<LanguagePackage> others = packages.stream().filter(Predicate.not(UnpackagedPrograms::isProgram)).toList();
        if (programs.isEmpty()) {
            return others.stream();
        }
        ProgramPackages containing = ProgramPackages.of(programs, others);
        Set<NamedVersion> listed = new HashSet<>();
        return Stream.concat(others.stream().map(containing::withVersion),
                programs.stream()
                        .filter(one -> !containing.contain(one))
                        .filter(one -> listed.add(new NamedVersion(one.name(), String.valueOf(one.version())))));
    }

    private static boolean isProgram(LanguagePackage one) {
        return one.manager().equals(ExecutableEcosystem.ID);
    }

    private record NamedVersion(String name, String version) {}
}
