package dev.tare.ecosystem.java;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.ecosystem.java.Jar.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Infers the group of a jar that does not state it in a pom.properties. The first rule with an answer counts. A rule
 * without enough evidence has no answer, because a wrong group makes scanners find another library, or none.
 */
final class JarGroups {

    /** By strength of the evidence. {@code docs/FORMATS.md} explains them. */
    private static final List<Rule> RULES = List.of(
            new Rule(Evidence.FILE_NAME, JarGroups::fileName),
            new Rule(Evidence.MANIFEST, JarGroups::stated),
            new Rule(Evidence.FOLDER, JarGroups::folder),
            new Rule(Evidence.MANIFEST, JarGroups::vendor),
            new Rule(Evidence.MANIFEST, JarGroups::formerName),
            new Rule(Evidence.MANIFEST, JarGroups::documentation),
            new Rule(Evidence.MANIFEST, JarGroups::symbolicName),
            new Rule(Evidence.MODULE, JarGroups::module));

    /** Country codes have two letters. */
    private static final Set<String> DOMAINS =
            Set.of("com", "org", "net", "edu", "gov", "info", "biz", "dev", "app", "cloud", "software", "tools");

    private static final Pattern SEPARATOR = Pattern.compile("[._-]");

    /** The start of a word, but not of a number as in {@code kafka_2.13}. */
    private static final Pattern PART = Pattern.compile("\\.(?!\\d)");

    /** Sites of GitHub's users. */
    private static final String PAGES = "io.github.";

    /** The version of Scala in the name of an artifact. */
    private static final Pattern SCALA = Pattern.compile("_(2\\.1\\d|3)$");

    private JarGroups() {}

    /** The coordinates with an inferred group; the same ones if no rule has an answer. */
    static JarCoordinates complete(JarCoordinates coordinates, JarFileName name, JarManifest manifest, JarNames names,
            String common) {
        Facts facts = new Facts(coordinates.artifactId(), name, manifest, names, common);
        return RULES.stream().flatMap(rule -> rule.apply(facts, coordinates).stream()).findFirst().orElse(coordinates);
    }

    /** The package that contains the classes; none if another name of the jar places it deeper. */
    static JarPlace place(String artifactId, JarFileName name, JarManifest manifest, JarNames names, String common) {
        return new Facts(artifactId, name, manifest, names, common).isProject(common) ? JarPlace.NONE
                : JarPlace.of(common,
                        Stream.of(manifest.bundle(), manifest.module()).filter(Objects::nonNull).toList());
    }

    private static @Nullable Library stated(Facts facts) {
        JarCoordinates stated = facts.manifest.coordinates();
        return stated == null || stated.groupId() == null ? null : new Library(stated.groupId(), facts.artifactId);
    }

    /** The folder of Maven or GraalVM in {@code META-INF} that has the name of the artifact. */
    private static @Nullable Library folder(Facts facts) {
        return Optional.ofNullable(facts.names.groupOf(facts.artifactId))
                .or(() -> Optional.ofNullable(facts.names.groupOf(facts.artifact())))
                .filter(group -> group.contains("."))
                .map(facts::with)
                .orElse(null);
    }

    /**
     * The form {@code group.artifact} of Quarkus and sbt. A bundle may have a name with dots too, so either the artifact
     * has a hyphen or repeats the end of the group, or the folder is one of Quarkus.
     */
    private static @Nullable Library fileName(Facts facts) {
        String name = facts.name.artifactId();
        List<String> parts = List.of(PART.split(name));
        boolean grouped = facts.name.grouped() && parts.size() > 1;
        if (!grouped && (parts.size() < 3 || !isDomain(name))) {
            return null;
        }
        // An artifact with dots begins with the same word as its group: jakarta.inject.jakarta.inject-api.
        int again = parts.lastIndexOf(parts.getFirst());
        int start = again > 0 ? again : parts.size() - 1;
        String artifact = String.join(".", parts.subList(start, parts.size()));
        boolean split = grouped || again > 0 || artifact.equals(parts.get(start - 1))
                || (artifact.contains("-") && !name.equals(facts.manifest.bundle()));
        return split ? new Library(String.join(".", parts.subList(0, start)), artifact) : null;
    }

    /**
     * {@code Implementation-Vendor-Id}. It must be the place of the classes, or stand in another name of the jar. It is
     * often too general: commons-logging and Velocity state {@code org.apache}.
     */
    private static @Nullable Library vendor(Facts facts) {
        String id = facts.manifest.vendorId();
        if (id == null || (!isDomain(id) && !isIn(facts.common, id)) || facts.isProject(id)
                || namesAnother(facts, id)) {
            return null;
        }
        String last = last(id);
        boolean deep = id.indexOf('.') != id.lastIndexOf('.');
        boolean place = facts.common.equals(id) || (isIn(facts.common, id)
                && (deep || (areRelated(last, facts.firstWord()) && parts(facts.common) <= parts(id) + 1)));
        return place || id.equals(facts.manifest.vendor()) || id.equals(facts.manifest.bundle())
                || (deep && isIn(facts.manifest.bundle(), id)) ? facts.with(id) : null;
    }

    /**
     * The group from before the artifact had its current name, "MySQL Connector/J". In those days, groups were no domains
     * but single words.
     */
    private static @Nullable Library formerName(Facts facts) {
        String id = facts.manifest.vendorId();
        return id != null && isIn(facts.common, id) && namesAnother(facts, id) ? facts.with(facts.firstWord()) : null;
    }

    /** Whether the title is the name of another artifact: "MySQL Connector/J" is not mysql-connector-java. */
    private static boolean namesAnother(Facts facts, String id) {
        List<String> title = facts.manifest.titleWords();
        return title.size() == facts.words().size() && title.size() > 1 && title.getFirst().equals(last(id))
                && title.getFirst().equals(facts.firstWord()) && !title.equals(facts.words());
    }

    /**
     * {@code http://asm.ow2.org}, if its first label is the first word of the artifact. If the packages have this name too,
     * they are no second evidence: many projects have a site below that of their organisation.
     */
    private static @Nullable Library documentation(Facts facts) {
        String host = facts.manifest.reversedHost();
        return host != null && parts(host) == 3 && last(host).equals(facts.firstWord()) && !isIn(facts.common, host)
                && !host.startsWith(PAGES) ? facts.with(host) : null;
    }

    /** {@code Bundle-SymbolicName}: {@code group.artifact}, or {@code organisation.product-part}, or the group alone. */
    private static @Nullable Library symbolicName(Facts facts) {
        String bundle = facts.manifest.bundle();
        if (bundle == null) {
            return null;
        }
        String group = beforeArtifact(bundle, facts);
        if (group == null) {
            return parts(bundle) == 2 && isDomain(bundle) && areRelated(last(bundle), facts.firstWord())
                    && !facts.common.equals(bundle) ? facts.with(bundle) : null;
        }
        if (areRelated(last(group), facts.firstWord())) {
            return facts.with(group);
        }
        if (facts.words().size() == 1) {
            // org.example.name may be the artifact "name" of org.example or of org.example.name.
            return facts.common.isEmpty() || isIn(squeezed(facts.common), squeezed(group)) ? null : facts.with(group);
        }
        if (parts(group) == 2 && facts.manifest.vendorWords().contains(last(group))) {
            // The organisation's name stands before the product's.
            return facts.names.isMixed(group) ? null : facts.with(group + "." + facts.firstWord());
        }
        return facts.with(group);
    }

    private static @Nullable String beforeArtifact(String name, Facts facts) {
        return Stream.of(facts.artifactId, facts.artifact())
                .filter(artifact -> name.endsWith("." + artifact))
                .map(artifact -> name.substring(0, name.length() - artifact.length() - 1))
                .filter(group -> group.contains("."))
                .findFirst()
                .orElse(null);
    }

    /** A module with the name of the organisation, if all classes are in it. */
    private static @Nullable Library module(Facts facts) {
        String module = facts.manifest.module();
        return module != null && parts(module) == 2 && isDomain(module) && module.equals(facts.common)
                && areRelated(last(module), facts.firstWord()) ? facts.with(module) : null;
    }

    static boolean isDomain(String name) {
        String first = name.substring(0, Math.max(0, name.indexOf('.')));
        return first.length() == 2 || DOMAINS.contains(first);
    }

    /** Whether one text is a part of the other, without regard to case and separators. */
    static boolean areRelated(String one, String other) {
        String first = squeezed(one);
        String second = squeezed(other);
        return Math.min(first.length(), second.length()) > 1 && (first.contains(second) || second.contains(first));
    }

    /** In lower case. */
    static List<String> words(String artifactId) {
        return List.of(SEPARATOR.split(artifactId.toLowerCase(Locale.ROOT)));
    }

    static String firstWord(String artifactId) {
        return SEPARATOR.split(artifactId, 2)[0].toLowerCase(Locale.ROOT);
    }

    private static boolean isIn(@Nullable String name, String parent) {
        return name != null && (name + ".").startsWith(parent + ".");
    }

    private static String squeezed(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static int parts(String name) {
        return name.split("\\.").length;
    }

    /** The facts of a jar. */
    private record Facts(String artifactId, JarFileName name, JarManifest manifest, JarNames names, String common) {

        Library with(String groupId) {
            return new Library(groupId, this.artifactId);
        }

        /** The artifact without a version of Scala. */
        String artifact() {
            return SCALA.matcher(this.artifactId).replaceFirst("");
        }

        List<String> words() {
            return JarGroups.words(artifact());
        }

        String firstWord() {
            return JarGroups.firstWord(this.artifactId);
        }

        /** Whether another name of the jar has a project below this group that the artifact does not name. */
        boolean isProject(String group) {
            return Stream.of(this.manifest.bundle(), this.manifest.module())
                    .filter(name -> isIn(name, group) && parts(String.valueOf(name)) > parts(group) + 1)
                    .map(name -> String.valueOf(name).split("\\.")[parts(group)])
                    .anyMatch(part -> !squeezed(artifact()).contains(squeezed(part))
                            && !this.manifest.titleWords().contains(part));
        }
    }

    /** A group and an artifact. */
    private record Library(String groupId, String artifactId) {}

    /** @param find has no answer if the evidence is not enough */
    private record Rule(Evidence evidence, Function<Facts, @Nullable Library> find) {

        Optional<JarCoordinates> apply(Facts facts, JarCoordinates coordinates) {
            return Optional.ofNullable(this.find.apply(facts))
                    .map(library -> JarCoordinates.inferred(library.groupId(), library.artifactId(),
                            coordinates.version(), this.evidence));
        }
    }
}
