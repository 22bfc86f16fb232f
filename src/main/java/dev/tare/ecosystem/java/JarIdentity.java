package dev.tare.ecosystem.java;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.ecosystem.java.Jar.Evidence;

/**
 * Identifies the library of a jar. The evidence counts in this order:
 * <ol>
 * <li>a pom.properties with the name of the file; else one with a name and version of the manifest; else the only one,
 * if the file name has no other version and the manifest confirms it
 * <li>the version in the file name
 * <li>the manifest
 * <li>the rest of the file name
 * </ol> All other pom.properties belong to libraries that were unpacked into the jar. {@link JarGroups} infers the group
 * of a jar without a pom.properties.
 *
 * @param place of the classes
 */
record JarIdentity(JarCoordinates coordinates, List<ShadedLibrary> libraries, JarPlace place) {

    /** A new major version often has new packages: the module of okhttp is okhttp3. */
    private static final Pattern MAJOR = Pattern.compile("\\d{1,2}");

    /** @param poms the coordinates in all pom.properties of the jar */
    static JarIdentity of(JarFileName name, JarManifest manifest, List<JarCoordinates> poms, JarNames names) {
        Optional<JarCoordinates> own = own(name, manifest, poms);
        String common = names.commonPackage();
        JarCoordinates coordinates = own.map(pom -> checked(pom, name))
                .orElseGet(() -> JarGroups.complete(withoutGroup(name, manifest), name, manifest, names, common));
        return new JarIdentity(coordinates,
                poms.stream().filter(pom -> !own.equals(Optional.of(pom))).map(ShadedLibrary::from).toList(),
                JarGroups.place(coordinates.artifactId(), name, manifest, names, common));
    }

    private static JarCoordinates withoutGroup(JarFileName name, JarManifest manifest) {
        return name.version() == null ? unversioned(name, manifest) : versioned(name, manifest);
    }

    private static Optional<JarCoordinates> own(JarFileName name, JarManifest manifest, List<JarCoordinates> poms) {
        return poms.stream()
                .filter(name::isOf)
                .max(Comparator.comparingInt(pom -> pom.artifactId().length()))
                .or(() -> poms.stream().filter(pom -> isNamed(manifest, pom)).findFirst())
                .or(() -> poms.size() != 1 ? Optional.empty()
                        : Optional.of(poms.getFirst())
                                .filter(pom -> name.mayHave(pom.version()) && confirms(manifest, pom)));
    }

    private static boolean isNamed(JarManifest manifest, JarCoordinates pom) {
        return manifest.names().contains(pom.artifactId()) && hasVersion(manifest, pom);
    }

    /** Whether the manifest has the version of the only pom.properties, or is Maven's and states nothing else. */
    private static boolean confirms(JarManifest manifest, JarCoordinates pom) {
        return hasVersion(manifest, pom) || (manifest.version() == null && manifest.byMaven()
                && (manifest.title() == null || pom.artifactId().equals(manifest.title())));
    }

    private static boolean hasVersion(JarManifest manifest, JarCoordinates pom) {
        return pom.version() != null && manifest.versions().contains(pom.version());
    }

    /** Some builds only change the version after they pack the pom.properties. Other files are renamed or replaced. */
    private static JarCoordinates checked(JarCoordinates pom, JarFileName name) {
        String longer = name.longerThan(pom.version());
        if (longer != null) {
            return pom.withVersion(longer);
        }
        return name.mayHave(pom.version()) ? pom : pom.withVersion(pom.version());
    }

    private static JarCoordinates unversioned(JarFileName name, JarManifest manifest) {
        JarCoordinates stated = manifest.coordinates();
        if (stated != null) {
            // In Ivy's form, the artifact is often only the name of a Gradle project, such as "server".
            boolean named = Stream.of(stated.artifactId(), String.valueOf(stated.groupId()))
                    .anyMatch(other -> names(name.artifactId(), other));
            return JarCoordinates.unknown(named ? name.artifactId() : stated.artifactId(),
                    stated.version() == null ? manifest.release() : stated.version(), Evidence.MANIFEST);
        }
        return manifest.names().isEmpty() && manifest.release() == null
                ? JarCoordinates.unknown(name.artifactId(), null, Evidence.FILE_NAME)
                : JarCoordinates.unknown(artifact(name.artifactId(), manifest), manifest.release(), Evidence.MANIFEST);
    }

    /** The name in the manifest that completes the file name, or one of both. */
    private static String artifact(String file, JarManifest manifest) {
        return manifest.names()
                .stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(name -> name.endsWith("-" + file) || isOfProduct(name, file, manifest))
                .findFirst()
                .or(() -> manifest.names().stream().anyMatch(name -> names(file, name)) ? Optional.of(file)
                        : manifest.names().stream().findFirst())
                .orElse(file);
    }

    /** The same part of the product in the title: catalina-tribes is tomcat-tribes of "Apache Tomcat". */
    private static boolean isOfProduct(String name, String file, JarManifest manifest) {
        int first = name.indexOf('-');
        return first > 0 && manifest.titleWords().contains(name.substring(0, first))
                && !file.startsWith(name.substring(0, first)) && file.endsWith(name.substring(first));
    }

    /** Whether the manifest has the name of the file in another form, as for a bundle, or with a major version. */
    private static boolean names(String file, String name) {
        if (name.startsWith(file) && MAJOR.matcher(name.substring(file.length())).matches()) {
            return true;
        }
        return name.contains(".") ? Stream.of(file.split("[._-]"))
                .anyMatch(word -> Stream.of(name.split("\\.")).anyMatch(part -> JarGroups.areRelated(word, part)))
                : file.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Takes the version from the file name, as build tools write it. The manifest only shows where that version begins
     * and ends, because it may state versions of products, bundles and builds too.
     */
    private static JarCoordinates versioned(JarFileName name, JarManifest manifest) {
        return manifest.versions()
                .stream()
                .flatMap(version -> name.endingWith(version).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(manifest.version()).flatMap(name::classified))
                .map(found -> JarCoordinates.unknown(found.artifactId(), found.version(), Evidence.MANIFEST))
                .orElseGet(() -> JarCoordinates.unknown(name.artifactId(), name.version(), Evidence.FILE_NAME));
    }
}
