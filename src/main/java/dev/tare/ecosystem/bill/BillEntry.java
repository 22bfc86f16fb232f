package dev.tare.ecosystem.bill;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A component or package of a bill of materials, with its texts as they are.
 *
 * @param purl    package URL, or {@code null}
 * @param group   or {@code null}
 * @param name    or {@code null}
 * @param version or {@code null}
 * @param type    of a component in CycloneDX, or the purpose of a package in SPDX, or {@code null}
 * @param content digest of its file; {@code null} if the document does not state the SHA-256
 */
public record BillEntry(@Nullable String purl, @Nullable String group, @Nullable String name, @Nullable String version,
        @Nullable String type, @Nullable Digest content) {}
