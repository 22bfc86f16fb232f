package dev.tare.ecosystem.java.runtime;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The product that a Java runtime is, and its versions. No fact is derived from the name of a folder.
 *
 * @param vendor         as the runtime states it, such as {@code Eclipse Adoptium}; {@code null} if it states none
 * @param productVersion of the product in its own numbers, such as {@code 17.0.12.7.1} of Corretto; {@code null} if the
 *                       runtime states none
 * @param version        of Java, such as {@code 25.0.3} or {@code 1.8.0_131}; {@code null} if unknown
 * @param runtimeVersion such as {@code 25.0.3+9-LTS} or {@code 1.8.0_131-b11}; {@code null} if unknown
 * @param source         of the version; {@code null} if the version is unknown
 */
public record JavaBuild(JavaProduct product, @Nullable String vendor, @Nullable String productVersion,
        @Nullable String version, @Nullable String runtimeVersion, JavaVm vm, @Nullable RuntimeSource source) {

    /** Versions before Java 9. */
    private static final Pattern OLD = Pattern.compile("1\\.(\\d+)\\.0_0*(\\d+)");

    private static final Pattern UPDATE = Pattern.compile("_0*(\\d+)");

    /**
     * A product's version: perhaps a name, the number, and perhaps a bracket or more words. The parts of a number are
     * short, so that it is no part of a token: a mask would not recognize the part.
     */
    private static final Pattern NUMBER = Pattern.compile("[( ]*(?:[A-Za-z][A-Za-z_ -]{0,40})?"
            + "(?<number>\\d{1,9}(?:[.+_-][A-Za-z0-9]{1,12}){0,10})(?:[) ].*)?");

    /** The build that facts of several files describe. */
    static JavaBuild of(List<RuntimeFacts> facts, JavaVm vmByFiles) {
        Map<RuntimeSource, RuntimeFacts> bySource = new EnumMap<>(RuntimeSource.class);
        facts.forEach(one -> bySource.putIfAbsent(one.source(), one));
        RuntimeFacts versioned = first(bySource, one -> one.version() == null ? null : one);
        String version = versioned == null ? null : versioned.version();
        bySource.computeIfPresent(RuntimeSource.CORRETTO, (_, one) -> isOf(version, one) ? one : null);
        Map<String, String> all = new HashMap<>();
        bySource.values().forEach(one -> one.values().forEach(all::putIfAbsent));
        JavaProduct product = JavaProduct.of(all);
        return new JavaBuild(product, all.get(RuntimeFacts.VENDOR), productVersion(product, all), version,
                first(bySource, one -> Objects.equals(one.version(), version) ? one.runtimeVersion() : null),
                vm(all, vmByFiles), versioned == null ? null : versioned.source());
    }

    /** Whether Corretto's numbers begin with those of Java: {@code 8.352} for {@code 1.8.0_352}. */
    private static boolean isOf(@Nullable String version, RuntimeFacts corretto) {
        if (version == null) {
            return false;
        }
        Matcher old = OLD.matcher(version);
        String numbers = old.matches() ? old.group(1) + "." + old.group(2) : version;
        return corretto.values()
                .getOrDefault(RuntimeFacts.PRODUCT_VERSION, "")
                .startsWith(JavaProduct.CORRETTO_VERSION + numbers + ".");
    }

    private static <T> @Nullable T first(Map<RuntimeSource, RuntimeFacts> facts,
            Function<RuntimeFacts, @Nullable T> fact) {
        for (RuntimeFacts one : facts.values()) {
            T found = fact.apply(one);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String productVersion(JavaProduct product, Map<String, String> facts) {
        boolean graal = product.isGraalVm();
        String stated = graal && facts.containsKey(RuntimeFacts.GRAALVM_VERSION)
                ? facts.get(RuntimeFacts.GRAALVM_VERSION)
                : facts.get(RuntimeFacts.PRODUCT_VERSION);
        Matcher number = NUMBER.matcher(stated == null ? "" : stated);
        return number.matches() ? number.group("number") : null;
    }

    private static JavaVm vm(Map<String, String> facts, JavaVm byFiles) {
        String stated = String.join(" ", facts.getOrDefault(RuntimeFacts.VM_VARIANT, ""),
                facts.getOrDefault(RuntimeFacts.VM_VERSION, ""), facts.getOrDefault(RuntimeFacts.SOURCES, ""))
                .toLowerCase(Locale.ROOT);
        return stated.contains("openj9") ? JavaVm.OPENJ9 : stated.contains("hotspot") ? JavaVm.HOTSPOT : byFiles;
    }

    /**
     * The number of the update of Java 8 and earlier: {@code 131} for {@code 1.8.0_131}; {@code null} for later
     * versions.
     */
    public @Nullable String update() {
        Matcher update = UPDATE.matcher(this.version == null ? "" : this.version);
        return update.find() ? update.group(1) : null;
    }

    /** The display name: the product, or the vendor of an unknown product. */
    public String title() {
        return this.product == JavaProduct.UNKNOWN && this.vendor != null ? this.vendor : this.product.title();
    }

    /** The most detailed version; {@code null} if unknown. */
    public @Nullable String fullVersion() {
        return this.runtimeVersion == null ? this.version : this.runtimeVersion;
    }
}
