package dev.tare.ecosystem.java.runtime;

/** The virtual machine of a Java runtime. */
public enum JavaVm {

    HOTSPOT("HotSpot"),

    OPENJ9("OpenJ9"),

    /** There is no evidence for any virtual machine. */
    UNKNOWN("unknown virtual machine");

    private final String title;

    JavaVm(String title) {
        this.title = title;
    }

    /** The display name. */
    public String title() {
        return this.title;
    }
}
