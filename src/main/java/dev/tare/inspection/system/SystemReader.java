package dev.tare.inspection.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.ContentReader;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/** Reads the distribution, the accounts, and the interpreters of scripts. */
public final class SystemReader implements ContentReader<SystemFiles> {

    @Override
    public String id() {
        return "system";
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new OsReleaseCollector(), new AccountCollector(), new ScriptCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(Os.class, AccountFile.class, Script.class);
    }

    @Override
    public SystemFiles read(VisibleFindings findings) {
        Map<String, String> scripts = new HashMap<>();
        findings.forEach(Script.class, (file, script) -> scripts.put(file.path(), script.interpreter()));
        return new SystemFiles(os(findings.files(), findings.byPath(Os.class)),
                new AccountFiles(findings.files(), findings.byPath(AccountFile.class)).accounts(), scripts);
    }

    /** The file that a program would read. {@code etc/os-release} is usually a link. */
    private static @Nullable OsRelease os(CountedTree files, Map<String, Os> found) {
        for (String path : OsReleaseCollector.PATHS) {
            FileEntry file = files.resolveToFirstName(path);
            Os os = file == null ? null : found.get(file.path());
            if (os != null) {
                return masked(os.release());
            }
        }
        return null;
    }

    /** The texts of one file, which is small, so masking takes little time. */
    private static OsRelease masked(OsRelease os) {
        return new OsRelease(Redaction.text(os.id()), masked(os.versionId()), masked(os.codename()),
                Redaction.text(os.name()));
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Redaction.text(text);
    }
}
