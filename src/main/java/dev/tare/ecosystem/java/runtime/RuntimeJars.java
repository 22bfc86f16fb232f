package dev.tare.ecosystem.java.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * The jars that belong to the Java runtimes of an image, so that they are no libraries. They are at a place that only
 * runtimes have, and below {@code lib} of Java 8 they also have a known name. They came in the same layer as the
 * runtime's classes, or packages of the operating system own both. The caller must not hide a jar that states its own
 * coordinates, because an application may be in the folder of a runtime.
 */
public final class RuntimeJars {

    /** Jars that are part of a runtime even if a later layer replaces them. */
    private static final Set<String> CLASSES = Set.of("lib/rt.jar", "jre/lib/rt.jar", "lib/jrt-fs.jar");

    /** Jars of a runtime before Java 9: those of OpenJDK, Oracle, OpenJ9 and IBM, and of extensions that builds add. */
    private static final Pattern OLD_FILES = Pattern.compile("""
            (jre/)?lib/(
            (charsets|cldrdata|deploy|dt|ir\\.idl|java-atk-wrapper|javaws|jce|jconsole|jfr|jfr-default|jfxrt|jfxswt|jsse
            |management-agent|plugin|resources|sa-jdi|tools|ant-javafx|javafx-mx|packager|servicetag
            |ibm[a-z0-9]*|dataaccess|cuda4j|healthcenter|jdmpview|se-service)\\.jar
            |ext/(access-bridge(-32|-64)?|cldrdata|dnsns|icedtea-sound|jaccess|java-atk-wrapper|jfxrt|localedata|nashorn
            |openjsse|legacy8ujsse|crs-agent|sunec|sunjce_provider|sunmscapi|sunpkcs11|ucrypto|zipfs
            |dtfj(-interface|view)?|traceformat|openj9-[a-z-]+|ibm[a-z0-9]*|CmpCrmf|gskikm|xmlencfw)\\.jar
            |security/(policy/(limited|unlimited)/)?(local|US_export)_policy\\.jar
            |(ddr|missioncontrol|visualvm|[a-z0-9]+/default/jclSC180)/.+
            )|(demo/(applets|jfc|jpda|jvmti|management|nbproject|scripting)|sample/(jmx|nio|scripting))/.+
            """, Pattern.COMMENTS);

    /** Folders with jars of a runtime since Java 9, and of GraalVM. */
    private static final List<String> FOLDERS = List.of("lib/graalvm/", "lib/jvmci/", "lib/missioncontrol/",
            "lib/polyglot/", "lib/svm/", "lib/svm-preview/", "lib/truffle/", "lib/visualvm/", "demo/jfc/");

    /** Folders of GraalVM that an application in the folder of another runtime may have too. */
    private static final List<String> GRAALVM_FOLDERS = List.of("lib/installer/", "languages/", "tools/");

    private static final Set<String> FILES = Set.of("lib/javafx-swt.jar");

    private final TreeMap<String, JavaRuntime> runtimes = new TreeMap<>();

    private final FileTree files;

    private final FileOwners owners;

    public RuntimeJars(List<JavaRuntime> runtimes, FileTree files, FileOwners owners) {
        runtimes.forEach(runtime -> this.runtimes.put(runtime.path(), runtime));
        this.files = files;
        this.owners = owners;
    }

    /**
     * Whether a jar is at a place and in a layer of a runtime's own jars.
     *
     * @param path  of the file, without a leading slash
     * @param layer index of the layer of the file
     */
    public boolean contain(String path, int layer) {
        for (String folder = FilePaths.parent(path); !folder.isEmpty(); folder = FilePaths.parent(folder)) {
            JavaRuntime runtime = this.runtimes.get(folder);
            if (runtime != null && runtime.classes() != null) {
                return isOwn(runtime, path, layer);
            }
        }
        return false;
    }

    private boolean isOwn(JavaRuntime runtime, String path, int layer) {
        String inside = path.substring(runtime.path().length() + 1);
        if (CLASSES.contains(inside)) {
            return true;
        }
        String classes = Objects.requireNonNull(runtime.classes());
        FileEntry file = this.files.get(classes);
        boolean hasJars = FilePaths.isNamed(classes, RuntimeSource.RT_JAR.file())
                ? OLD_FILES.matcher(inside).matches()
                : FILES.contains(inside) || isBelow(inside, FOLDERS)
                        || (runtime.build().product().isGraalVm() && isBelow(inside, GRAALVM_FOLDERS));
        boolean together = file != null && file.layer() == layer;
        return hasJars && (together || (owner(classes) != null && owner(path) != null));
    }

    private @Nullable String owner(String path) {
        return this.owners.ownerOf(path);
    }

    private static boolean isBelow(String path, List<String> folders) {
        return folders.stream().anyMatch(path::startsWith);
    }
}
