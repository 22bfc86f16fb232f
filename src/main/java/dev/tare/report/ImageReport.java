package dev.tare.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.tare.content.Unread;
import org.jspecify.annotations.Nullable;

/**
 * Everything a report says of one image by itself.
 *
 * @param index          of the image in its report
 * @param name           how people call it; images of a report have different names
 * @param id             digest of the config, which engines call the image ID
 * @param manifestDigest {@code null} if the source (a docker archive) has none
 * @param platform       such as {@code linux/amd64}
 * @param created        {@code null} if the image does not say
 * @param annotations    of the manifest
 * @param layers         the lowest first
 * @param os             {@code null} if no {@code os-release} is there
 * @param packages       of the operating system, by manager and name
 * @param languagePackages by manager, name and path
 * @param unowned        what no package of the operating system brought
 * @param unread         by path; what else the image has of packages, jars and runtimes, and why it is not known
 * @param jars           by path
 * @param surface        one for each kind, in a fixed order
 * @param waste          the largest first
 * @param diveEfficiency the figure that dive states, for comparison
 * @param remarks        what the image's source leaves open, each in a sentence or two; mostly empty
 * @param secrets        those in deleted and replaced files first, then by what they are worth
 * @param shadedLibraries those that were unpacked into jars, by the path of the jar
 */
public record ImageReport(int index, String name, String id, @Nullable String manifestDigest, String platform,
        @Nullable Instant created, WeightReport weight, SizesReport sizes, ConfigReport config,
        Map<String, String> annotations, List<LayerReport> layers, @Nullable OsReport os, FilesReport files,
        Listing<PackageReport> packages, Listing<LanguagePackageReport> languagePackages, UnownedReport unowned,
        Listing<UnreadReport> unread, List<JavaRuntimeReport> javaRuntimes, Listing<JarReport> jars,
        List<SurfaceReport> surface, List<PracticeReport> practices, Listing<WastedFileReport> waste,
        DuplicatesReport duplicates, DiveEfficiencyReport diveEfficiency, List<String> remarks,
        Listing<SecretReport> secrets, Listing<ShadedLibraryReport> shadedLibraries) {

    /** Whether something of a kind could not be read, so that what is listed of it is not all. */
    public boolean leavesUnread(Unread.Subject subject) {
        return this.unread.items().stream().anyMatch(one -> one.subject() == subject);
    }
}
