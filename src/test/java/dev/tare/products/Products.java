package dev.tare.products;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.bench.BenchTable;
import dev.tare.ecosystem.java.Jar;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;

/** Inspects each product as the only layer of an image, and prints the shares of identified jars as Markdown. */
final class Products {

    private final Path folder;

    private final KnownJars known;

    private Products(Path folder, KnownJars known) {
        this.folder = folder;
        this.known = known;
    }

    /** @param arguments Maven's local repository, the folder with the products, and their names */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Products products = new Products(Path.of(arguments[1]), KnownJars.in(Path.of(arguments[0])));
        BenchTable table = new BenchTable("product", "jars", "exact", "inferred", "unknown", "checked", "wrong");
        boolean wrong = false;
        for (String name : List.of(arguments).subList(2, arguments.length)) {
            Shares shares = Shares.of(products.jars(name), products.known);
            table.row(shares.cells(name));
            shares.wrong().forEach(line -> System.err.println(name + ": " + line));
            wrong |= !shares.wrong().isEmpty();
        }
        System.out.println(table);
        System.exit(wrong ? 1 : 0);
    }

    private List<Jar> jars(String name) throws IOException {
        byte[] image = ImageBuilder.anImage(name)
                .layer(layer -> add(this.folder.resolve(name), layer))
                .asDockerArchive();
        return new Inspector(Limits.DEFAULTS)
                .inspect(ArchiveSources.stream(name, new ByteArrayInputStream(image), ImageSelection.ONLY,
                        Limits.DEFAULTS))
                .software()
                .jars();
    }

    private static void add(Path product, LayerBuilder layer) {
        try (Stream<Path> files = Files.walk(product)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                layer.file("opt/" + product.relativize(file), Files.readAllBytes(file));
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
