package dev.tare.policy;

import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;

/** The figures of an image that budgets limit. A new figure is a new constant, and a value in {@link ImageFigures}. */
public enum Measure {

    /** The file bytes of all layers. */
    TOTAL("uncompressed", "uncompressed", true),

    /** The file bytes of the layers above the base image. */
    APPLICATION("application", "uncompressed in layers of the application", true),

    /** The bytes that a registry transfers. */
    COMPRESSED("compressed", "compressed", true),

    LAYERS("layers", "layer", "layers"),

    /** The file bytes that no container sees. */
    WASTED("wasted", "wasted", true),

    /** Packages of the operating system. */
    PACKAGES("packages", "package of the operating system", "packages of the operating system"),

    /** Regular files. */
    FILES("files", "regular file", "regular files"),

    EXECUTABLES("executables", "executable", "executables"),

    SETUID("setuid", "setuid file", "setuid files"),

    /** The size of the largest file whose content the baseline does not have. */
    LARGEST_NEW_FILE("largest-new-file", "in its largest new file", true),

    /** The visible bytes of a line or chapter of the breakdown. */
    BREAKDOWN("breakdown", "in this part of the breakdown", true),

    /** Vulnerabilities of packages, as scanners report them. */
    VULNERABILITIES("vulnerabilities", "vulnerability", "vulnerabilities"),

    /** Those that the baseline does not have. */
    NEW_VULNERABILITIES("new-vulnerabilities", "new vulnerability", "new vulnerabilities"),

    /** The bytes that dive's efficiency counts as repeated. */
    REPEATED("lowestEfficiency", "repeated, as dive counts them", true),

    /** The wasted bytes as dive counts them. */
    DIVE_WASTED("highestWastedBytes", "wasted, as dive counts them", true),

    /** The same bytes, limited by a share of the layers above the lowest one. */
    DIVE_USER_WASTED("highestUserWastedPercent", "wasted, as dive counts them", true);

    private final String id;

    private final String one;

    private final String many;

    private final boolean bytes;

    Measure(String id, String words, boolean bytes) {
        this.id = id;
        this.one = words;
        this.many = words;
        this.bytes = bytes;
    }

    Measure(String id, String one, String many) {
        this.id = id;
        this.one = one;
        this.many = many;
        this.bytes = false;
    }

    /** The name in identifiers of budgets, such as {@code layers}; for rules of dive, their name. */
    public String id() {
        return this.id;
    }

    /** Whether the figure is a number of bytes. Others count things. */
    public boolean isBytes() {
        return this.bytes;
    }

    /** Whether the figure belongs to a rule of dive. */
    public boolean isOfDive() {
        return compareTo(REPEATED) >= 0;
    }

    /** Whether reports of scanners have the figure. A severity may be a part of it. */
    public boolean isOfScanners() {
        return this == VULNERABILITIES || this == NEW_VULNERABILITIES;
    }

    /** A value with its unit, such as {@code 1,051 bytes uncompressed} or {@code 34 layers}. */
    String phrase(long value) {
        return this.bytes ? Bytes.exact(value) + " " + this.many : Counts.of(value, this.one, this.many);
    }
}
