package dev.tare.inspection.surface;

/** The purpose of a path of the surface. */
public enum SurfaceKind {

    SHELL("shells"), PACKAGE_MANAGER("package managers"), INTERPRETER("interpreters"), NETWORK_TOOL(
            "network tools"),
    COMPILER("compilers and build tools"),
    PRIVILEGE_TOOL("tools that grant root rights"), SETUID("setuid files"), SETGID(
            "setgid files"),
    FILE_CAPABILITIES("files with capabilities"),
    WORLD_WRITABLE("world-writable paths"), PACKAGE_CACHE(
            "package manager caches"),
    STRAY_FILE("stray files"),
    CA_CERTIFICATES("CA certificates"), TIME_ZONES(
            "time zones"),
    LOCALES("locales"), FONTS("fonts");

    private final String title;

    SurfaceKind(String title) {
        this.title = title;
    }

    /** The display name, in lower case and plural. */
    public String title() {
        return this.title;
    }

    /** Whether programs often need these files. The other kinds help an attacker. */
    public boolean isRuntimeFiles() {
        return compareTo(CA_CERTIFICATES) >= 0;
    }
}
