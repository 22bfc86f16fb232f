package dev.tare.report;

import java.util.List;

import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.secret.Certainty;
import dev.tare.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * The attack surface of an image, and the secrets in it.
 *
 * @param surface one for each kind, in a fixed order
 * @param surfaceNotExaminedBecause the reason why the surface has no paths; {@code null} if Tare examined it
 * @param secrets by certainty; of equal certainty, those in deleted and replaced files first
 */
public record SecurityReport(List<Surface> surface, @Nullable String surfaceNotExaminedBecause,
        Listing<FoundSecret> secrets) {

    public SecurityReport {
        surface = List.copyOf(surface);
    }

    /**
     * The paths of one kind. An image has one of these for each kind, even without a path.
     *
     * @param title        display name of the kind, in lower case and plural
     * @param runtimeFiles whether programs often need these files; the other kinds help an attacker
     */
    public record Surface(SurfaceKind kind, String title, boolean runtimeFiles, Listing<SurfacePath> paths) {}

    /**
     * One path of the surface.
     *
     * @param path         without a leading slash
     * @param layer        index of the layer that added it
     * @param capabilities that a file of the kind {@code FILE_CAPABILITIES} gives to its process, such as
     *                     {@code cap_net_raw=ep}, otherwise {@code null}
     */
    public record SurfacePath(String path, int layer, @Nullable String capabilities) {}

    /**
     * A key, token or password in an image; never its value.
     *
     * @param title         display name of the kind
     * @param evidence      for the kind
     * @param place         as text
     * @param path          of the file that has it, otherwise {@code null}
     * @param line          in the file, counted from 1; {@code null} if it is not in a text file
     * @param layer         of the file, otherwise {@code null}
     * @param hiddenByLayer that deleted or replaced the file, so that no container sees it, although everybody who
     *                      pulls the image has it; {@code null} if it is visible
     */
    public record FoundSecret(SecretKind kind, String title, Certainty certainty, String evidence, String place,
            @Nullable String path, @Nullable Integer line, @Nullable Integer layer, @Nullable Integer hiddenByLayer) {}
}
