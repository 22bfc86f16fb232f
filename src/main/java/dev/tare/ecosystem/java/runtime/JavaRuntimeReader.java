package dev.tare.ecosystem.java.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import dev.tare.content.Collector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Java runtimes of an image. A folder is a runtime if it has a {@code release} file, or a file with classes
 * that is readable or has the command {@code java} beside it.
 */
public final class JavaRuntimeReader {

    /** Real images have one runtime, or one for each release under test. */
    private static final int MAX_RUNTIMES = 1_000;

    private static final String COMPILER = "jdk.compiler";

    /** The module that requires all others of Java SE. */
    private static final String WHOLE = "java.se";

    /** The folder with the runtime of a JDK before Java 9. */
    private static final String JRE = "jre";

    /** Files with the classes: one image since Java 9, a jar before. */
    private static final List<String> CLASSES = List.of("lib/modules", "lib/rt.jar", "jre/lib/rt.jar");

    /** Folders that only OpenJ9 has. Before Java 9 they are below a folder for the architecture. */
    private static final List<String> OPENJ9 = List.of("j9vm", "compressedrefs");

    private static final List<String> HOTSPOT = List.of("server/libjvm.so", "client/libjvm.so", "minimal/libjvm.so",
            "server/jvm.dll", "client/jvm.dll");

    /** The libraries of Windows are in {@code bin}. */
    private static final List<String> LIBRARIES = List.of("lib", "lib/amd64", "lib/aarch64", "jre/lib/amd64",
            "jre/lib/aarch64", "bin", "jre/bin");

    private final CountedTree files;

    /** The facts about each folder. */
    private final NavigableMap<String, List<Stated>> folders = new TreeMap<>();

    /** Release files by their path. */
    private final Map<String, Stated> releases = new HashMap<>();

    private JavaRuntimeReader(CountedTree files) {
        this.files = files;
    }

    /** The collectors whose findings {@link #read(VisibleFindings)} needs. */
    public static List<Collector> collectors() {
        return List.of(new ReleaseCollector(), new ModulesCollector(), new LauncherCollector(), new RtJarCollector());
    }

    /** The types of their findings. */
    public static List<Class<? extends Finding>> findings() {
        return List.of(RuntimeFacts.class);
    }

    /** The visible runtimes, ordered by path. */
    public static SoftwareReading read(VisibleFindings findings) {
        JavaRuntimeReader reader = new JavaRuntimeReader(findings.files());
        findings.forEach(RuntimeFacts.class, reader::add);
        reader.joinInnerRuntimes();
        reader.joinLinkedReleases();
        return reader.read();
    }

    private void add(FileEntry file, RuntimeFacts facts) {
        Stated stated = new Stated(file, facts);
        String folder = FilePaths.parent(file.path());
        boolean below = facts.source().file().indexOf('/') > 0;
        this.folders.computeIfAbsent(below ? FilePaths.parent(folder) : folder, _ -> new ArrayList<>()).add(stated);
        if (facts.source() == RuntimeSource.RELEASE) {
            this.releases.put(file.path(), stated);
        }
    }

    /** Before Java 9, the runtime of a JDK is in its folder {@code jre}. */
    private void joinInnerRuntimes() {
        for (String folder : List.copyOf(this.folders.keySet())) {
            List<Stated> outer = this.folders.get(FilePaths.parent(folder));
            if (FilePaths.name(folder).equals(JRE) && outer != null
                    && (has(outer, RuntimeSource.RELEASE) || has(outer, RuntimeSource.LAUNCHER))) {
                outer.addAll(Objects.requireNonNull(this.folders.remove(folder)));
            }
        }
    }

    /** Packages of distributions may have a link to a {@code release} file elsewhere. */
    private void joinLinkedReleases() {
        for (String folder : List.copyOf(this.folders.keySet())) {
            List<Stated> facts = this.folders.get(folder);
            if (facts == null || has(facts, RuntimeSource.RELEASE) || classes(folder) == null) {
                continue;
            }
            FileEntry release =
                    this.files.resolveToFirstName(FilePaths.join(folder, RuntimeSource.RELEASE.file()));
            Stated linked = release == null ? null : this.releases.get(release.path());
            if (linked != null) {
                facts.add(linked);
                String other = FilePaths.parent(linked.file.path());
                if (!other.equals(folder) && classes(other) == null) {
                    this.folders.remove(other);
                }
            }
        }
    }

    private SoftwareReading read() {
        List<JavaRuntime> runtimes = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (Map.Entry<String, List<Stated>> one : this.folders.entrySet()) {
            FileEntry classes = classes(one.getKey());
            if (!isRuntime(one.getValue(), classes)) {
                continue;
            }
            if (runtimes.size() == MAX_RUNTIMES) {
                unread.add(unread(one.getKey(), one.getValue(),
                        "Only the first " + MAX_RUNTIMES + " Java runtimes of an image are listed."));
                break;
            }
            JavaRuntime runtime = runtime(one.getKey(), one.getValue(), classes);
            runtimes.add(runtime);
            if (runtime.build().version() == null) {
                unread.add(unread(runtime.path(), one.getValue(), "Its version is unknown: it has no release file,"
                        + " and neither its classes nor its command java state a version in a known form."));
            }
        }
        return new SoftwareReading(List.copyOf(runtimes), List.of(), unread);
    }

    private static boolean isRuntime(List<Stated> facts, @Nullable FileEntry classes) {
        return has(facts, RuntimeSource.RELEASE) || has(facts, RuntimeSource.MODULES)
                || has(facts, RuntimeSource.RT_JAR) || (has(facts, RuntimeSource.LAUNCHER) && classes != null);
    }

    private static boolean has(List<Stated> facts, RuntimeSource source) {
        return facts.stream().anyMatch(one -> one.facts.source() == source);
    }

    private static Unread unread(String folder, List<Stated> facts, String because) {
        return new Unread(Unread.Subject.JAVA_RUNTIME, folder, because, facts.getFirst().file.layer());
    }

    private JavaRuntime runtime(String folder, List<Stated> stated, @Nullable FileEntry classes) {
        List<RuntimeFacts> facts = stated.stream().map(Stated::facts).toList();
        List<String> modules = facts.stream()
                .filter(one -> one.source() == RuntimeSource.RELEASE)
                .findFirst()
                .map(RuntimeFacts::modules)
                .orElse(List.of());
        int layer = stated.stream()
                .filter(one -> one.facts.source() == RuntimeSource.RELEASE)
                .findFirst()
                .map(Stated::file)
                .orElse(classes == null ? stated.getFirst().file : classes)
                .layer();
        Judgement judgement = judge(folder, modules, classes != null);
        return new JavaRuntime(folder, JavaBuild.of(facts, vm(folder)), modules, layer, judgement.kind,
                judgement.because, classes == null ? null : classes.path(), null);
    }

    private Judgement judge(String folder, List<String> modules, boolean hasClasses) {
        if (!hasClasses) {
            return new Judgement(Kind.UNKNOWN, "it has neither lib/modules nor lib/rt.jar");
        }
        if (isThere(folder, "bin/javac") || isThere(folder, "bin/javac.exe")) {
            return new Judgement(Kind.JDK, "it has bin/javac");
        }
        if (modules.contains(COMPILER)) {
            return new Judgement(Kind.JDK, "it has the module " + COMPILER + ", though " + JavaRuntime.NO_JAVAC);
        }
        return modules.isEmpty() ? withoutModules(folder) : withoutCompiler(modules);
    }

    private Judgement withoutModules(String folder) {
        return isThere(folder, "lib/modules")
                ? new Judgement(Kind.UNKNOWN,
                        "it has " + JavaRuntime.NO_JAVAC + ", and no release file lists its modules")
                : new Judgement(Kind.JRE, "it has lib/rt.jar and no bin/javac");
    }

    private static Judgement withoutCompiler(List<String> modules) {
        return modules.contains(WHOLE)
                ? new Judgement(Kind.JRE, "it has the module " + WHOLE + " and neither " + COMPILER + " nor bin/javac")
                : new Judgement(Kind.CUSTOM, "it has neither the module " + WHOLE + " nor " + COMPILER);
    }

    private JavaVm vm(String folder) {
        return hasAny(folder, OPENJ9) ? JavaVm.OPENJ9 : hasAny(folder, HOTSPOT) ? JavaVm.HOTSPOT : JavaVm.UNKNOWN;
    }

    private boolean hasAny(String folder, List<String> names) {
        return LIBRARIES.stream()
                .flatMap(library -> names.stream().map(name -> FilePaths.join(library, name)))
                .anyMatch(path -> this.files.resolve(FilePaths.join(folder, path)) != null);
    }

    private @Nullable FileEntry classes(String folder) {
        for (String path : CLASSES) {
            FileEntry file = this.files.resolveToFirstName(FilePaths.join(folder, path));
            if (file != null && file.isFile()) {
                return file;
            }
        }
        return null;
    }

    private boolean isThere(String folder, String path) {
        FileEntry file = this.files.resolve(FilePaths.join(folder, path));
        return file != null && file.isFile();
    }

    /** Facts and their file. */
    private record Stated(FileEntry file, RuntimeFacts facts) {}

    private record Judgement(Kind kind, String because) {}
}
