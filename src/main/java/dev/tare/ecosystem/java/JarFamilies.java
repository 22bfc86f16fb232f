package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.groupingBy;

/**
 * Infers groups of jars from the jars beside them. Jars of one folder are a family if they have the same version and
 * their names begin with the same word, such as spring-beans and spring-jdbc. The packages of one jar do not show where
 * its group ends: spring-jdbc has its classes in {@code org.springframework.jdbc}, and spring-boot in {@code
 * org.springframework.boot}. The common package of a family does.
 */
final class JarFamilies {

    /** Jars to compare with each family. More would cost time, and real folders have fewer with one word or version. */
    private static final int MAX_COMPARED = 200;

    private final List<Member> members = new ArrayList<>();

    private final Map<Family, List<Member>> families = new HashMap<>();

    /** The jars of a folder with the same version, or with the same first word. */
    private final Map<Family, List<Member>> compared = new HashMap<>();

    /** @param place of the jar's classes */
    void add(Jar jar, JarPlace place) {
        Member member = new Member(jar, place);
        this.members.add(member);
        Family family = Family.of(jar);
        if (jar.version() != null) {
            this.families.computeIfAbsent(family, key -> new ArrayList<>()).add(member);
            compare(family.withVersion(), member);
        }
        compare(family.withWord(), member);
    }

    private void compare(Family family, Member member) {
        List<Member> jars = this.compared.computeIfAbsent(family, key -> new ArrayList<>());
        if (jars.size() < MAX_COMPARED) {
            jars.add(member);
        }
    }

    /** All jars in the order in which they were added, with the inferred groups. */
    List<Jar> jars() {
        Map<Family, List<String>> groups = new HashMap<>();
        this.families.forEach((family, jars) -> {
            if (jars.size() > 1 && jars.stream().anyMatch(Member::isUnknown)) {
                groups.put(family, groups(family, jars));
            }
        });
        return this.members.stream()
                .map(member -> groups.getOrDefault(Family.of(member.jar), List.of())
                        .stream()
                        .filter(group -> member.isUnknown() && isOf(member, group))
                        .findFirst()
                        .map(member::with)
                        .orElse(member.jar))
                .toList();
    }

    /**
     * Whether a jar of a family has its classes in the group, and no name outside of it. Without classes, its name
     * continues that of another jar.
     */
    private boolean isOf(Member member, String group) {
        return member.place.isNone()
                ? this.families.getOrDefault(Family.of(member.jar), List.of())
                        .stream()
                        .limit(MAX_COMPARED)
                        .anyMatch(other -> member.extendsName(other) && isIn(other.packageName(), group))
                : isIn(member.place.agreed(), group) && !member.isOfPart(group);
    }

    /**
     * The groups of a family: that of its known jars, if it is only one, and the common package of the jars outside of
     * known groups. Spring Boot and Spring Data may have the same version by chance.
     */
    private List<String> groups(Family family, List<Member> jars) {
        List<String> known =
                jars.stream().map(member -> member.jar.groupId()).filter(Objects::nonNull).distinct().toList();
        List<Member> others = jars.stream()
                .filter(member -> !member.place.isNone() && member.isUnknown()
                        && known.stream().noneMatch(group -> isIn(member.packageName(), group)))
                .toList();
        return Stream.concat(known.stream().filter(group -> known.size() == 1),
                Stream.ofNullable(commonPackage(family, others))).toList();
    }

    private @Nullable String commonPackage(Family family, List<Member> jars) {
        String common = common(jars);
        List<Member> main = mainPart(jars, common);
        if (main.size() < jars.size()) {
            common = common(main);
        } else if (!areParts(jars, common)) {
            return null;
        }
        String group = common;
        boolean named = JarGroups.isDomain(group) && !group.contains("_")
                && Stream.of(group.split("\\.")).skip(1).anyMatch(part -> JarGroups.areRelated(part, family.word));
        return named && !isContradicted(group, family) ? outer(group, family) : null;
    }

    private static String common(List<Member> jars) {
        return jars.stream().map(Member::packageName).distinct().reduce(JarPlace::common).orElse("");
    }

    /** The jars below one part of the package, if they are by far the most: the others have this version by chance. */
    private static List<Member> mainPart(List<Member> jars, String common) {
        return jars.stream()
                .collect(groupingBy(member -> member.partAfter(common)))
                .entrySet()
                .stream()
                .filter(part -> !part.getKey().isEmpty() && part.getValue().size() > 2
                        && part.getValue().size() * 4L >= jars.size() * 3L)
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(jars);
    }

    /**
     * Whether the jars are parts of this group, and neither a library with an extension nor several groups. A jar may be
     * one of several groups if its name continues that of its part, as spring-session-core in {@code
     * org.springframework.session}.
     */
    private static boolean areParts(List<Member> jars, String common) {
        List<String> places = jars.stream().map(Member::packageName).distinct().toList();
        boolean extension = places.contains(common) && common.indexOf('.') != common.lastIndexOf('.');
        return jars.stream().filter(member -> !member.isOfPart(common)).map(Member::packageName).distinct().count() > 1
                && places.size() > (extension ? 2 : 1);
    }

    /**
     * Whether a jar with classes in this package is known to have a group elsewhere: commons-io by its name, and Tomcat's
     * {@code org.apache.catalina} by its version.
     */
    private boolean isContradicted(String common, Family family) {
        return Stream.of(family.withWord(), family.withVersion())
                .flatMap(key -> this.compared.getOrDefault(key, List.of()).stream())
                .anyMatch(member -> {
                    String group = member.jar.groupId();
                    return group != null && isIn(member.packageName(), common) && !isIn(group, common);
                });
    }

    /** The package of another jar of this version around this one, if that jar has its name: connect-api is Kafka's. */
    private String outer(String group, Family family) {
        return this.compared.getOrDefault(family.withVersion(), List.of())
                .stream()
                .filter(member -> isIn(group, member.packageName()) && member.packageName().contains(".")
                        && member.packageName().endsWith("." + JarGroups.firstWord(member.jar.artifactId())))
                .map(Member::packageName)
                .min(Comparator.comparingInt(String::length))
                .orElse(group);
    }

    private static boolean isIn(String name, String parent) {
        return (name + ".").startsWith(parent + ".");
    }

    /** The place, version and first word of the names of related jars. */
    private record Family(String folder, String version, String word) {

        static Family of(Jar jar) {
            return new Family(jar.path().substring(0, jar.path().lastIndexOf('/') + 1), String.valueOf(jar.version()),
                    JarGroups.firstWord(jar.artifactId()));
        }

        Family withVersion() {
            return new Family(this.folder, this.version, "");
        }

        Family withWord() {
            return new Family(this.folder, "", this.word);
        }
    }

    private record Member(Jar jar, JarPlace place) {

        String packageName() {
            return this.place.name();
        }

        boolean isUnknown() {
            return this.jar.groupId() == null;
        }

        /** The next part of the jar's package below this one. */
        String partAfter(String common) {
            return packageName().length() <= common.length() ? ""
                    : packageName().substring(common.isEmpty() ? 0 : common.length() + 1).split("\\.", 2)[0];
        }

        /** Whether the name of the jar continues that of its part of the package. */
        boolean isOfPart(String common) {
            List<String> words = JarGroups.words(this.jar.artifactId());
            return words.size() > 2 && words.get(1).equals(partAfter(common));
        }

        boolean extendsName(Member other) {
            return !other.place.isNone() && this.jar.artifactId().startsWith(other.jar.artifactId() + "-");
        }

        Jar with(String groupId) {
            return new Jar(this.jar.path(), groupId, this.jar.artifactId(), this.jar.version(), Evidence.PACKAGES,
                    Certainty.INFERRED, this.jar.size(), this.jar.content(), this.jar.layer(), this.jar.fingerprint(),
                    this.jar.libraries(), this.jar.licenses(), this.jar.storedSize());
        }
    }
}
