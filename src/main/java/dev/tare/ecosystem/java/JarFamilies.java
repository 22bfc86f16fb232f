package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

/**
 * Infers groups of jars from the jars beside them. Jars of one folder are a family if they have the same version and
 * their names begin with the same word, such as spring-beans and spring-jdbc. The packages of one jar do not show where
 * its group ends: spring-jdbc has its classes in {@code org.springframework.jdbc}, and spring-boot in {@code
 * org.springframework.boot}. The common package of a family does.
 */
final class JarFamilies {

    private final List<Member> members = new ArrayList<>();

    /** @param common the package that contains the jar's classes, or {@code ""} */
    void add(Jar jar, String common) {
        this.members.add(new Member(jar, common));
    }

    /** All jars in the order in which they were added, with the inferred groups. */
    List<Jar> jars() {
        Map<Family, List<Member>> families = new HashMap<>();
        Map<String, List<Member>> folders = new HashMap<>();
        this.members.forEach(member -> {
            folders.computeIfAbsent(folder(member.jar.path()), key -> new ArrayList<>()).add(member);
            if (member.jar.version() != null) {
                families.computeIfAbsent(Family.of(member.jar), key -> new ArrayList<>()).add(member);
            }
        });
        Map<Family, String> groups = new HashMap<>();
        families.forEach((family, jars) -> {
            if (jars.size() > 1 && jars.stream().anyMatch(Member::isUnknown)) {
                String group = group(family, jars, folders.getOrDefault(family.folder(), List.of()));
                if (group != null) {
                    groups.put(family, outer(group, family, folders.getOrDefault(family.folder(), List.of())));
                }
            }
        });
        return this.members.stream()
                .map(member -> member.isUnknown() && member.jar.version() != null
                        ? complete(member, families.getOrDefault(Family.of(member.jar), List.of()), groups)
                        : member.jar)
                .toList();
    }

    private static Jar complete(Member member, List<Member> family, Map<Family, String> groups) {
        Jar jar = member.jar;
        Family own = Family.of(jar);
        return Optional.ofNullable(groups.get(own))
                .filter(group -> member.common.isEmpty() ? family.stream().anyMatch(member::extendsName)
                        : isIn(member.common, group))
                .map(group -> new Jar(jar.path(), group, jar.artifactId(), jar.version(), Evidence.PACKAGES,
                        Certainty.INFERRED, jar.size(), jar.content(), jar.layer(), jar.fingerprint(),
                        jar.libraries()))
                .orElse(jar);
    }

    /** The package of another jar of this version around this one, if that jar has its name: connect-api is Kafka's. */
    private static String outer(String group, Family family, List<Member> folder) {
        return folder.stream()
                .filter(member -> family.version.equals(member.jar.version()) && member.common.contains(".")
                        && isIn(group, member.common)
                        && member.common.endsWith("." + JarGroups.firstWord(member.jar.artifactId())))
                .map(Member::common)
                .min(Comparator.comparingInt(String::length))
                .orElse(group);
    }

    /** The group of a family: that of its known jars, or the common package. */
    private static @Nullable String group(Family family, List<Member> jars, List<Member> folder) {
        List<String> known =
                jars.stream().map(member -> member.jar.groupId()).filter(Objects::nonNull).distinct().toList();
        if (!known.isEmpty()) {
            return known.size() == 1 ? known.getFirst() : null;
        }
        List<String> packages = jars.stream().map(Member::common).filter(name -> !name.isEmpty()).distinct().toList();
        if (packages.size() < 2) {
            return null;
        }
        String common = packages.stream().reduce(JarFamilies::common).orElse("");
        boolean named = common.contains(".") && JarGroups.isDomain(common) && !common.contains("_")
                && Stream.of(common.split("\\.")).skip(1).anyMatch(part -> JarGroups.areRelated(part, family.word));
        boolean nested =
                packages.size() == 2 && packages.contains(common) && common.indexOf('.') != common.lastIndexOf('.');
        return named && !nested && !hasParts(packages, common)
                && folder.stream().noneMatch(member -> contradicts(member, family.word, common)) ? common : null;
    }

    /** Whether the common package consists of parts with several jars each, which may be groups of their own. */
    private static boolean hasParts(List<String> packages, String common) {
        Map<String, Long> parts = packages.stream()
                .collect(groupingBy(name -> name.equals(common) ? ""
                        : name.substring(common.length() + 1).split("\\.")[0], counting()));
        return parts.size() > 1 && !parts.containsValue(1L) && !parts.containsKey("");
    }

    /** Whether a jar with classes in this package is known to have a group elsewhere, as commons-io has. */
    private static boolean contradicts(Member member, String word, String common) {
        String group = member.jar.groupId();
        return group != null && isIn(member.common, common) && !isIn(group, common)
                && JarGroups.firstWord(member.jar.artifactId()).equals(word);
    }

    private static String common(String one, String other) {
        int end = 0;
        for (int i = 0; i <= Math.min(one.length(), other.length()); i++) {
            boolean oneEnds = i == one.length() || one.charAt(i) == '.';
            boolean otherEnds = i == other.length() || other.charAt(i) == '.';
            if (oneEnds && otherEnds) {
                end = i;
            }
            if (i == one.length() || i == other.length() || one.charAt(i) != other.charAt(i)) {
                break;
            }
        }
        return one.substring(0, end);
    }

    private static boolean isIn(String name, String parent) {
        return (name + ".").startsWith(parent + ".");
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The place, version and first word of the names of related jars. */
    private record Family(String folder, String version, String word) {

        static Family of(Jar jar) {
            return new Family(JarFamilies.folder(jar.path()), String.valueOf(jar.version()),
                    JarGroups.firstWord(jar.artifactId()));
        }
    }

    private record Member(Jar jar, String common) {

        boolean isUnknown() {
            return this.jar.groupId() == null;
        }

        boolean extendsName(Member other) {
            return !other.common.isEmpty() && this.jar.artifactId().startsWith(other.jar.artifactId() + "-");
        }
    }
}
