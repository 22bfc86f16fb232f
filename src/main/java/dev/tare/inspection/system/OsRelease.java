package dev.tare.inspection.system;

import org.jspecify.annotations.Nullable;

/**
 * The Linux distribution of an image.
 *
 * @param id        such as {@code debian}
 * @param versionId such as {@code 13}, or {@code null}
 * @param codename  such as {@code trixie}, or {@code null}
 * @param name      display name, such as {@code Debian GNU/Linux 13 (trixie)}
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/os-release.html">os-release</a>
 */
public record OsRelease(String id, @Nullable String versionId, @Nullable String codename, String name) {

    /** The version, or the codename of a release that has no version yet; {@code null} for a rolling release. */
    public @Nullable String release() {
        return this.versionId == null ? this.codename : this.versionId;
    }
}
