package dev.tare.ecosystem.dpkg;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.ecosystem.license.Licenses;

import static java.util.stream.Collectors.joining;

/**
 * Maps the licenses of copyright files to SPDX: {@code GPL-2+ and Expat} to {@code GPL-2.0-or-later} and {@code MIT}.
 * A statement that does not become an expression of known identifiers stays as it is.
 *
 * @see <a href="https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/#license-short-name">Short names</a>
 */
final class DebianLicenses {

    /** A comma separates before other words: {@code A or B, and C}. */
    private static final Pattern GROUPS = Pattern.compile("(?i),\\s*and\\s+");

    private static final Pattern AND = Pattern.compile("(?i)\\s+and\\s+");

    private static final Pattern OR = Pattern.compile("(?i),?\\s+(?:and/)?or\\s+");

    private static final Pattern JOINED_OTHERWISE = Pattern.compile("(?i),|\\s(?:(?:and/)?or|with)\\s");

    private static final Pattern WITH = Pattern
            .compile("(?i)(?<name>\\S+)\\s+with\\s+(?:the\\s+)?(?<exception>.+?)[\\s-]exceptions?");

    private static final Pattern GNU = Pattern
            .compile("(?i)(?<name>A?GPL|LGPL|GFDL)(?<niv>-NIV)?-(?<major>\\d)(?:\\.(?<minor>\\d))?(?<later>\\+?)");

    private static final Pattern BSD = Pattern.compile("(?i)BSD-(?<clauses>[1-4])(?:-clause)?(?<regents>-UC)?");

    /** SPDX always states two numbers. */
    private static final Pattern SHORT_VERSION =
            Pattern.compile(
                    "(?i)(?<name>AFL|Apache|Artistic|BSL|CC0|CC-BY[A-Z-]*|CDDL|EPL|MPL|OFL|PSF|ZPL)-(?<major>\\d)");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("artistic", "Artistic-1.0-Perl"),
            Map.entry("boost-1.0", "BSL-1.0"),
            Map.entry("cc0", "CC0-1.0"),
            Map.entry("expat", "MIT"),
            Map.entry("mit/x11", "MIT"),
            Map.entry("openldap-2.8", "OLDAP-2.8"),
            Map.entry("perl", "GPL-1.0-or-later OR Artistic-1.0-Perl"),
            Map.entry("zlib", "Zlib"));

    /** Exceptions with several versions in SPDX, such as those of Autoconf and Bison, are not certain. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "classpath", "Classpath-exception-2.0",
            "font", "Font-exception-2.0",
            "libtool", "Libtool-exception",
            "linux-syscall-note", "Linux-syscall-note",
            "llvm", "LLVM-exception",
            "texinfo", "Texinfo-exception");

    /** The maximum length of a statement in characters. Longer ones are texts of licenses. */
    private static final int MAX_STATEMENT = 512;

    /** Debian's packages have about as many distinct statements. */
    private static final int MAX_KNOWN = 10_000;

    /** Packages repeat statements. Parsing one takes longer than reading its line. */
    private final Map<String, Licenses> known = new ConcurrentHashMap<>();

    /** The licenses in one statement, which apply together. Each is a name, or an expression with alternatives. */
    Licenses of(String stated) {
        if (stated.length() > MAX_STATEMENT) {
            return Licenses.of(stated);
        }
        Licenses found = this.known.get(stated);
        if (found == null) {
            found = parse(stated);
            if (this.known.size() < MAX_KNOWN) {
                this.known.put(stated, found);
            }
        }
        return found;
    }

    /** A statement with alternatives or exceptions is mapped as a whole, because its unknown parts may be no licenses. */
    private static Licenses parse(String stated) {
        List<String> mapped = groups(stated, DebianLicenses::simple);
        Licenses licenses = Licenses.of(mapped);
        if (licenses.spdxExpression() != null) {
            return licenses;
        }
        return JOINED_OTHERWISE.matcher(GROUPS.matcher(stated).replaceAll(" and ")).find() ? Licenses.of(stated)
                : Licenses.of(groups(stated, DebianLicenses::simpleIfKnown));
    }

    private static List<String> groups(String stated, UnaryOperator<String> mapping) {
        return GROUPS.splitAsStream(stated)
                .flatMap(group -> OR.matcher(group).find() ? Stream.of(alternatives(group))
                        : AND.splitAsStream(group).map(mapping))
                .filter(one -> !one.isBlank())
                .toList();
    }

    /** "And" binds more tightly than "or", as in SPDX. */
    private static String alternatives(String group) {
        return OR.splitAsStream(group)
                .map(one -> AND.splitAsStream(one).map(DebianLicenses::simple).toList())
                .map(all -> all.size() == 1 ? all.getFirst()
                        : all.stream().map(DebianLicenses::inBrackets).collect(joining(" AND ")))
                .collect(joining(" OR "));
    }

    private static String inBrackets(String license) {
        return license.contains(" OR ") ? "(" + license + ")" : license;
    }

    private static String simpleIfKnown(String stated) {
        String mapped = simple(stated);
        return Licenses.of(mapped).spdxExpression() == null ? stated : mapped;
    }

    private static String simple(String stated) {
        String license = stated.strip();
        Matcher with = WITH.matcher(license);
        if (!with.matches()) {
            return name(license);
        }
        String exception = EXCEPTIONS.get(with.group("exception").toLowerCase(Locale.ROOT));
        String name = name(with.group("name"));
        return exception == null || name.contains(" ") ? license : name + " WITH " + exception;
    }

    private static String name(String debian) {
        String known = NAMES.get(debian.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        Matcher gnu = GNU.matcher(debian);
        if (gnu.matches()) {
            return gnu(gnu);
        }
        Matcher bsd = BSD.matcher(debian);
        if (bsd.matches()) {
            return "BSD-" + bsd.group("clauses") + "-Clause" + (bsd.group("regents") == null ? "" : "-UC");
        }
        Matcher version = SHORT_VERSION.matcher(debian);
        return version.matches() ? debian + ".0" : debian;
    }

    private static String gnu(Matcher gnu) {
        String minor = gnu.group("minor");
        return gnu.group("name").toUpperCase(Locale.ROOT) + "-" + gnu.group("major") + "."
                + (minor == null ? "0" : minor) + (gnu.group("niv") == null ? "" : "-no-invariants")
                + (gnu.group("later").isEmpty() ? "-only" : "-or-later");
    }
}
