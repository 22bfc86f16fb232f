package dev.tare.ecosystem.executable;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import org.jspecify.annotations.Nullable;

/** Leaves the programs that no package stands for, so that nothing counts twice. */
public final class UnpackagedPrograms {

    /** The executable of a program stands for its libraries. */
    private static final Comparator<LanguagePackage> MAIN_FIRST =
            Comparator.comparing((LanguagePackage one) -> Program.isLibrary(one.path()))
                    .thenComparingInt(one -> one.path().length())
                    .thenComparing(LanguagePackage::path);

    private UnpackagedPrograms() {}

    /**
     * The packages without the programs that a package owns, and with one entry for each version of a program. A
     * package owns the program if its list has the file. If no package lists files, the names decide. A package of
     * another ecosystem with the same version stands for a program too, if it has the same name, or came from the same
     * file, as the main module of a Go program does.
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
        Set<Stated> stated = new HashSet<>();
        packages.stream().filter(one -> !isProgram(one)).forEach(one -> {
            stated.add(new Stated(one.name(), one.version()));
            stated.add(new Stated(one.path(), one.version()));
        });
        Set<Stated> listed = new HashSet<>();
        List<LanguagePackage> programs = packages.stream()
                .filter(UnpackagedPrograms::isProgram)
                .filter(one -> one.owner() == null && !names.contains(one.name()) && !isStated(one, stated))
                .sorted(MAIN_FIRST)
                .filter(one -> listed.add(new Stated(one.name(), one.version())))
                .toList();
        return Stream.concat(packages.stream().filter(one -> !isProgram(one)), programs.stream());
    }

    private static boolean isProgram(LanguagePackage one) {
        return one.manager().equals(ExecutableEcosystem.ID);
    }

    /** Modules of Go have a {@code v} before the version. */
    private static boolean isStated(LanguagePackage program, Set<Stated> stated) {
        return stated.contains(new Stated(program.name(), program.version()))
                || stated.contains(new Stated(program.path(), "v" + program.version()));
    }

    /** @param of name of a package, or path of its file */
    private record Stated(String of, @Nullable String version) {}
}
