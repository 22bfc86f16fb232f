package dev.tare.source.archive;

import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Readers of images write no files, not even temporary ones. */
@AnalyzeClasses(packages = { "dev.tare.archive", "dev.tare.source" }, importOptions = DoNotIncludeTests.class)
class NothingOnDiskTests {

    @ArchTest
    static final ArchRule nothingWritesFiles = noClasses().should()
            .callMethodWhere(
                    target(owner(equivalentTo(Files.class)))
                            .and(target(nameMatching("create.*|write.*|newOutput.*|copy|move"))))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(FileOutputStream.class, RandomAccessFile.class);
}
