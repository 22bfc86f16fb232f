package dev.tare.ecosystem.java.sbom;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.ecosystem.bill.UnreadableBillException;
import org.jspecify.annotations.Nullable;

/** Reads bills of materials that are files of an image. They are recognized by the names that build tools use. */
public final class BillCollector implements ContentCollector {

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.JAR;
    }

    @Override
    public boolean wants(TarEntry file) {
        return BillOfMaterials.isPath(file.path());
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        try {
            BillOfMaterials bill = BillParser.parse(content, BillOfMaterials.maxInflated(file.size()), inflated -> {});
            return bill == null ? null : bill.ofJars();
        } catch (UnreadableBillException ex) {
            return new NotRead(subject(), "This bill of materials does not identify jars, because " + ex.getMessage()
                    + ".");
        }
    }
}
