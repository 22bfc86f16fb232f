package dev.tare.inspection.ledger;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Kinds of data at the places where all distributions have them. A topic explains files better than their packages: the
 * package of the C library also contains translations.
 */
final class Topics {

    /** The first topic that contains a path decides. */
    private static final List<Topic> ALL = topics();

    private Topics() {}

    /** The topic of a file, or {@code null}. */
    static @Nullable Topic of(String path) {
        for (Topic topic : ALL) {
            if (topic.contains(path)) {
                return topic;
            }
        }
        return null;
    }

    private static List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        add(topics, Chapter.CERTIFICATES, "Java trust store", "etc/ssl/certs/java/", "etc/pki/java/",
                "etc/pki/ca-trust/extracted/java/");
        add(topics, Chapter.CERTIFICATES, "CA certificates", "etc/ssl/", "etc/pki/", "etc/ca-certificates/",
                "etc/ca-certificates.conf", "usr/share/ca-certificates/", "usr/local/share/ca-certificates/",
                "usr/share/pki/", "var/lib/ca-certificates/");
        add(topics, Chapter.TIME_ZONES, "Time zone data", "usr/share/zoneinfo/", "usr/lib/zoneinfo/",
                "etc/localtime", "etc/timezone", "usr/share/zoneinfo-icu/");
        add(topics, Chapter.LOCALES, "Locale sources", "usr/share/i18n/");
        add(topics, Chapter.LOCALES, "Compiled locales", "usr/lib/locale/");
        topics.add(new Topic(Chapter.LOCALES, "Character set converters", "usr/lib", "/gconv/"));
        add(topics, Chapter.LOCALES, "Translated messages", "usr/share/locale/", "usr/share/locale-langpack/",
                "usr/local/share/locale/");
        add(topics, Chapter.DOCUMENTATION, "Manual pages", "usr/share/man/", "usr/local/share/man/", "usr/local/man/");
        add(topics, Chapter.DOCUMENTATION, "Package documentation", "usr/share/doc/", "usr/share/info/",
                "usr/share/doc-base/", "usr/share/lintian/", "usr/share/bug/", "usr/share/help/",
                "usr/share/gtk-doc/", "usr/share/licenses/", "usr/local/share/doc/", "usr/local/share/info/");
        add(topics, Chapter.PACKAGE_DATABASES, "Caches", "var/cache/", "var/lib/apt/lists/");
        add(topics, Chapter.PACKAGE_DATABASES, "Package database", "var/lib/dpkg/", "var/lib/apt/", "var/lib/rpm/",
                "var/lib/pam/", "var/lib/ucf/", "var/lib/dnf/", "var/lib/yum/", "var/lib/pacman/", "lib/apk/",
                "usr/lib/apk/", "usr/lib/sysimage/", "var/lib/zypp/");
        return List.copyOf(topics);
    }

    private static void add(List<Topic> topics, Chapter chapter, String line, String... prefixes) {
        for (String prefix : prefixes) {
            topics.add(new Topic(chapter, line, prefix, ""));
        }
    }

    /**
     * A line for all paths with a prefix.
     *
     * @param infix that the rest of the path contains; empty for any
     */
    record Topic(Chapter chapter, String line, String prefix, String infix) {

        boolean contains(String path) {
            return path.startsWith(this.prefix)
                    && (this.infix.isEmpty() || path.indexOf(this.infix, this.prefix.length()) >= 0);
        }
    }
}
