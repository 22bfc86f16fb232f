package dev.tare.ecosystem.license;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The licenses of a package, as its files state them. A package without any has no known license, which does not mean
 * that it has none.
 *
 * @param list distinct, in the order of the package
 */
public record Licenses(List<License> list) {

    /** The licenses are unknown. */
    public static final Licenses NONE = new Licenses(List.of());

    /** The maximum number of licenses to list. The Linux kernel's package in Debian states about 40. */
    public static final int MAX_COUNT = 100;

    private static final License MORE = new License("and more licenses", false);

    public Licenses {
        list = List.copyOf(list);
    }

    /** The licenses that a package states: each text is an SPDX expression, a name, an address, or anything else. */
    public static Licenses of(Collection<String> stated) {
        Set<License> found = new LinkedHashSet<>();
        for (String text : stated) {
            License license = License.parse(text);
            if (license != null) {
                found.add(license);
            }
            if (found.size() > MAX_COUNT) {
                break;
            }
        }
        return bounded(found);
    }

    /** The first of these licenses, with a mark if there are more. */
    public static Licenses bounded(Set<License> all) {
        return all.isEmpty() ? NONE
                : all.size() <= MAX_COUNT ? new Licenses(List.copyOf(all))
                : new Licenses(Stream.concat(all.stream().limit(MAX_COUNT), Stream.of(MORE)).toList());
    }

    /** The license that a package states in one text, or none. */
    public static Licenses of(@Nullable String stated) {
        return stated == null ? NONE : of(List.of(stated));
    }

    /** The licenses among which a package lets its users choose: one expression if all of them are of SPDX. */
    public static Licenses anyOf(Collection<String> stated) {
        Licenses all = of(stated);
        if (all.list.size() < 2 || !all.areSpdx()) {
            return all;
        }
        String choice = all.list.stream()
                .map(license -> license.text().contains(" AND ") ? "(" + license.text() + ")" : license.text())
                .collect(Collectors.joining(" OR "));
        return new Licenses(List.of(new License(choice, true)));
    }

    /**
     * A license with a name and an address. The address counts if the name alone is not known, and the address leads to a
     * license of this name.
     */
    public static Licenses named(String name, String address) {
        Licenses named = of(name);
        Licenses located = of(address);
        String expression = located.spdxExpression();
        return named.isEmpty() || (!named.areSpdx() && expression != null && SpdxList.isNamed(expression, name))
                ? located
                : named;
    }

    private boolean areSpdx() {
        return this.list.stream().allMatch(License::isSpdx);
    }

    public boolean isEmpty() {
        return this.list.isEmpty();
    }

    /** The SPDX expressions and other texts. */
    public List<String> texts() {
        return this.list.stream().map(License::text).toList();
    }

    /** All licenses as one SPDX expression, or {@code null} if one is not SPDX, or all are unknown. */
    public @Nullable String spdxExpression() {
        if (this.list.isEmpty() || !areSpdx()) {
            return null;
        }
        return this.list.size() == 1 ? this.list.getFirst().text()
                : this.list.stream().map(License::text).map(Licenses::inBrackets).collect(Collectors.joining(" AND "));
    }

    /** The approximate number of characters that they keep in memory. */
    public long length() {
        return this.list.stream().mapToLong(license -> license.text().length()).sum();
    }

    private static String inBrackets(String expression) {
        return expression.contains(" OR ") ? "(" + expression + ")" : expression;
    }
}
