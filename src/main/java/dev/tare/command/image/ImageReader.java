package dev.tare.command.image;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.command.terminal.ProgressDisplay;
import dev.tare.comparison.ComparedImage;
import dev.tare.ecosystem.bill.PublishedBill;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.image.KnownBase;
import dev.tare.image.Platform;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.referrer.Referrer;
import dev.tare.registry.Traffic;
import dev.tare.secret.redaction.Redaction;
import dev.tare.sizes.PlatformSelection;
import dev.tare.source.ImageArgument;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.registry.PublishedReferrers;
import dev.tare.source.registry.RegistryArgument;
import dev.tare.toc.ListedFiles;
import dev.tare.toc.TableLister;
import org.jspecify.annotations.Nullable;

/** Inspects the images of a command line, as many at once as there are processors. */
public final class ImageReader {

    /** The share of the heap for the cached layers of these images. */
    private static final int CACHE_SHARES = 6;

    private final @Nullable Platform platform;

    private final Limits limits;

    private final Supplier<KnownLayers<LayerScan>> stored;

    private final Function<List<String>, ProgressDisplay> display;

    private final boolean asksForBases;

    private final boolean asksForSignatures;

    private final RequestBudget request = new RequestBudget();

    /**
     * @param stored  opens the layers that earlier commands read
     * @param display starts to show the progress of images with these names
     */
    public ImageReader(@Nullable Platform platform, Limits limits, Supplier<KnownLayers<LayerScan>> stored,
            Function<List<String>, ProgressDisplay> display) {
        this(platform, limits, stored, display, false, false);
    }

    private ImageReader(@Nullable Platform platform, Limits limits, Supplier<KnownLayers<LayerScan>> stored,
            Function<List<String>, ProgressDisplay> display, boolean asksForBases,
            boolean asksForSignatures) {
        this.platform = platform;
        this.limits = limits;
        this.stored = stored;
        this.display = display;
        this.asksForBases = asksForBases;
        this.asksForSignatures = asksForSignatures;
    }

    /** The same reader, which verifies the base images that images in registries name. */
    ImageReader withBaseLookup() {
        return new ImageReader(this.platform, this.limits, this.stored, this.display, true,
                this.asksForSignatures);
    }

    /** The same reader, which searches the signatures of images in registries. Checks need them. */
    public ImageReader withSignatureSearch() {
        return new ImageReader(this.platform, this.limits, this.stored, this.display, this.asksForBases, true);
    }

    /**
     * Inspects all images.
     *
     * @throws CommandException if any image cannot be inspected, with a message for each
     */
    public List<ComparedImage> inspect(List<ImageArgument> images) {
        List<? extends @Nullable Platform> platforms = Collections.nCopies(images.size(), this.platform);
        try (ProgressDisplay shown = display(images)) {
            if (images.size() < 2) {
                return inspect(images, platforms, inspector(0), shown);
            }
            List<ImageArgument> sized = shown.isShown()
                    ? FirstSizes.show(images, PlatformSelection.of(this.platform), this.limits, shown)
                    : images;
            return inspect(sized, platforms, inspector(), shown);
        }
    }

    /** An inspector that reads a layer once, even if several images or platforms have it. */
    Inspector inspector() {
        return inspector(Runtime.getRuntime().maxMemory() / CACHE_SHARES);
    }

    private Inspector inspector(long capacity) {
        Inspector inspector = new Inspector(this.limits, new LayerCache(capacity, this.stored.get()));
        Inspector some = this.asksForBases ? inspector : inspector.withoutBaseLookup();
        return this.asksForSignatures ? some : some.withoutSignatureSearch();
    }

    /**
     * Inspects one platform of each image.
     *
     * @param platforms one for each image
     * @throws CommandException if any image cannot be inspected, with a message for each
     */
    List<ComparedImage> inspect(List<ImageArgument> images, List<? extends @Nullable Platform> platforms,
            Inspector inspector) {
        try (ProgressDisplay shown = display(images)) {
            return inspect(images, platforms, inspector, shown);
        }
    }

    private ProgressDisplay display(List<ImageArgument> images) {
        return this.display.apply(images.stream().map(ImageArgument::text).toList());
    }

    private List<ComparedImage> inspect(List<ImageArgument> images, List<? extends @Nullable Platform> platforms,
            Inspector inspector, ProgressDisplay shown) {
        int threads = Math.min(images.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<ComparedImage>> futures = IntStream.range(0, images.size())
                    .mapToObj(i -> executor
                            .submit(() -> inspect(images.get(i), platforms.get(i), inspector, shown, i)))
                    .toList();
            return collect(images, futures);
        }
    }

    /**
     * Reads images as bases of others. It inspects no files, and pulls no layers from a registry.
     *
     * @throws CommandException if one cannot be read
     */
    public List<KnownBase> readBases(List<ImageArgument> images) {
        return images.stream().map(this::readBase).toList();
    }

    /**
     * Finds the image that a name means now, so that all its platforms are of one image.
     *
     * @throws CommandException if it cannot be found
     */
    public ImageArgument pinned(ImageArgument image) {
        try {
            return image.pinned(new ImageBudget(this.limits).deadline());
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(image, ex), ex);
        }
    }

    /**
     * Lists the platforms of an image.
     *
     * @throws CommandException if they cannot be read
     */
    List<Platform> platforms(ImageArgument image) {
        try {
            return image.open(null, this.limits).platforms(new ImageBudget(this.limits).deadline());
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(image, ex), ex);
        }
    }

    /**
     * Lists the files of an image from the tables of contents of its layers.
     *
     * @throws CommandException if they cannot be read
     */
    public ListedFiles list(ImageArgument image) {
        try {
            return new TableLister(this.limits).list(image.open(this.platform, this.limits));
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(image, ex), ex);
        }
    }

    /**
     * Searches what the registry has beside an image.
     *
     * @throws CommandException if the image is not in a registry, or cannot be found
     */
    public PublishedReferrers referrers(ImageArgument image, Traffic traffic) {
        try {
            return PublishedReferrers.search(inRegistry(image), this.platform, new ImageBudget(this.limits).deadline(),
                    traffic);
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(image, ex), ex);
        }
    }

    /**
     * Reads the bill of materials in a referrer.
     *
     * @throws CommandException if it cannot be read
     */
    public byte[] document(ImageArgument image, Referrer referrer, Traffic traffic) {
        try {
            return PublishedReferrers.document(inRegistry(image), referrer, PublishedBill.MAX_SIZE,
                    new ImageBudget(this.limits).deadline(), traffic);
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(image, ex), ex);
        }
    }

    /**
     * The digest to which the name of an image leads in its registry, or {@code null} if it is somewhere else.
     *
     * @throws CommandException if it cannot be found
     */
    public @Nullable Digest root(ImageArgument image) {
        try {
            return image instanceof RegistryArgument inRegistry
                    ? PublishedReferrers.root(inRegistry, new ImageBudget(this.limits).deadline())
                    : null;
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(image, ex), ex);
        }
    }

    private static RegistryArgument inRegistry(ImageArgument image) {
        if (image instanceof RegistryArgument inRegistry) {
            return inRegistry;
        }
        throw new CommandException(
                List.of(Problem.with(image.text(), "Only a registry has referrers, and this image is "
                        + "from an archive or an engine. Give the name of the image in its registry.")),
                List.of());
    }

    private KnownBase readBase(ImageArgument image) {
        return readBase(image, this.platform);
    }

    /**
     * Reads one platform of an image as the base of others.
     *
     * @throws CommandException if it cannot be read
     */
    KnownBase readBase(ImageArgument image, @Nullable Platform platform) {
        try {
            KnownBase base = image.open(platform, this.limits).base(new ImageBudget(this.limits));
            if (base.diffIds().isEmpty()) {
                throw new CommandException(
                        List.of(Problem.with(image.text(), "The image has no layers, so it is no base image.")),
                        List.of());
            }
            return base.withName(Redaction.text(base.name()));
        } catch (InvalidImageException | UncheckedIOException ex) {
            throw new CommandException(Problem.with(image, ex), ex);
        }
    }

    private ComparedImage inspect(ImageArgument image, @Nullable Platform platform, Inspector inspector,
            ProgressDisplay shown, int index) {
        shown.begin(index);
        try {
            ImageSource source = image.open(platform, this.limits);
            return new ComparedImage(inspector.inspect(source, this.request.beside(), shown.progress(index)),
                    source.name(), null);
        } finally {
            shown.end(index);
        }
    }

    private static List<ComparedImage> collect(List<ImageArgument> images, List<Future<ComparedImage>> futures) {
        List<ComparedImage> inspections = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        List<Throwable> causes = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            try {
                inspections.add(futures.get(i).get());
            } catch (ExecutionException ex) {
                Throwable cause = ex.getCause() == null ? ex : ex.getCause();
                messages.add(Problem.with(images.get(i), cause));
                causes.add(cause);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                throw new CommandException("interrupted", ex);
            }
        }
        if (!messages.isEmpty()) {
            throw new CommandException(messages, causes);
        }
        return inspections;
    }
}
