package dev.tare.inspection.ledger;

/** The chapters of a ledger, in the order of reports. */
public enum Chapter {

    JAVA_RUNTIME("Java runtime"),

    /** Jars and the packages of languages. */
    LIBRARIES("Libraries"),

    /** Classes, resources, sources and other files in layers above the base image. */
    APPLICATION("Application"),

    CERTIFICATES("Certificates"),

    TIME_ZONES("Time zones"),

    LOCALES("Locales and translations"),

    DOCUMENTATION("Documentation"),

    PACKAGE_DATABASES("Package databases and caches"),

    /** Packages of operating systems, by purpose. */
    OS_PACKAGES("OS packages"),

    /** Executables that no package lists. */
    PROGRAMS("Programs without a package"),

    /** Other files that no package lists, by folder. */
    FOLDERS("Folders without a package");

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    /** The display name. */
    public String title() {
        return this.title;
    }

    /** The entry of a line in a short list, which joins the lines of some chapters. */
    String entryOf(String line) {
        return switch (this) {
            case LIBRARIES, OS_PACKAGES -> line;
            case APPLICATION -> "Application: " + line;
            case PROGRAMS -> "Program without a package: " + line;
            case FOLDERS -> "Folder without a package: " + line;
            default -> this.title;
        };
    }
}
