package dev.tare.ecosystem.java.sbom;

import java.util.List;

import dev.tare.content.Finding;

/** The libraries that GraalVM compiled into an executable, without duplicates. */
public record NativeImage(List<ListedLibrary> libraries) implements Finding {

    public NativeImage {
        libraries = List.copyOf(libraries);
    }

    static NativeImage of(BillOfMaterials bill) {
        return new NativeImage(bill.libraries()
                .stream()
                .map(one -> new ListedLibrary(one.groupId(), one.artifactId(), one.version(), null))
                .distinct()
                .toList());
    }

    @Override
    public long length() {
        return this.libraries.stream().mapToLong(ListedLibrary::length).sum();
    }
}
