package dev.tare.filetree.merge;

import java.util.List;
import java.util.Map;

import dev.tare.content.Finding;
import dev.tare.filetree.DeletedNames;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.secret.ContentSecrets;
import org.jspecify.annotations.Nullable;

/**
 * The merged layers of an image.
 *
 * @param findings findings in visible files, by path
 * @param waste    in the order of the merge
 * @param deleted  paths in layers that are not in the tree, in the order of the merge
 * @param secrets  in files: those in hidden files in the order of the merge, the others by path
 * @param contentNames the names under which layers have the content of hard-linked files, by the first visible name, if
 *                     it is another one
 */
public record MergedLayers(FileTree files, List<Found> findings, List<WastedFile> waste, DeletedNames deleted,
        List<FileSecrets> secrets, Map<String, String> contentNames) {

    public MergedLayers {
        findings = List.copyOf(findings);
        waste = List.copyOf(waste);
        secrets = List.copyOf(secrets);
        contentNames = Map.copyOf(contentNames);
    }

    /**
     * A collector's finding in a file.
     *
     * @param reader id of the collector's reader
     */
    public record Found(FileEntry file, String reader, Finding finding) {}

    /**
     * The secrets in the content of one file of a layer.
     *
     * @param layer    index of the layer that contains the file
     * @param hiddenBy index of the layer that deleted or replaced it, or {@code null} if it is visible
     */
    public record FileSecrets(ContentSecrets found, String path, int layer, @Nullable Integer hiddenBy) {}
}
