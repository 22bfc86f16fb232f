package dev.tare.inspection;

import java.util.List;

import dev.tare.content.Unread;
import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JavaRuntime;

/**
 * The software in an image.
 *
 * @param packages         of the operating system, by name; empty without a package database
 * @param languagePackages by manager, name and path
 * @param javaRuntimes     by path
 * @param jars             by path
 * @param owners           the operating system package of each file
 * @param unread           by path; software in the image that is missing in these lists
 */
public record Software(List<OsPackage> packages, List<LanguagePackage> languagePackages, List<JavaRuntime> javaRuntimes,
        List<Jar> jars, FileOwners owners, List<Unread> unread) {

    public Software {
        packages = List.copyOf(packages);
        languagePackages = List.copyOf(languagePackages);
        javaRuntimes = List.copyOf(javaRuntimes);
        jars = List.copyOf(jars);
        unread = List.copyOf(unread);
    }
}
