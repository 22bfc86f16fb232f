package dev.tare.limits;

/** The budgets that all layers of an image share while they stream: bytes of tars, holes of sparse files, and time. */
public final class ImageBudget {

    private final Budget tars;

    private final Budget holes;

    private final Deadline deadline;

    /** The whole budget of an image. Its time begins now. */
    public ImageBudget(Limits limits) {
        this(limits, Deadline.of(limits));
    }

    /** The whole budget of an image. Its time began before. */
    public ImageBudget(Limits limits, Deadline deadline) {
        this(new Budget(Limit.IMAGE_TAR_SIZE, limits), new Budget(Limit.HOLES_SIZE), deadline);
    }

    /** The budget of one of the images of a request. Its time begins now. */
    public ImageBudget(Limits limits, RequestBudget request) {
        this(new Budget(Limit.IMAGE_TAR_SIZE, limits), request.holes().ofLayer(), Deadline.of(limits));
    }

    private ImageBudget(Budget tars, Budget holes, Deadline deadline) {
        this.tars = tars;
        this.holes = holes;
        this.deadline = deadline;
    }

    /** A budget for one of the image's layers. The layer's use counts for this budget too. */
    public ImageBudget ofLayer() {
        return new ImageBudget(this.tars.ofLayer(), this.holes.ofLayer(), this.deadline);
    }

    /** The cost so far. */
    public Cost cost() {
        return new Cost(this.tars.used(), this.holes.used());
    }

    /**
     * Takes the cost of a layer that was read before, so that an image costs the same if it is not read again.
     *
     * @param name the name of the layer for errors
     */
    public void takeAgain(String name, Cost layer) {
        this.holes.take(layer.holes(), name);
        take(layer.bytes());
    }

    /** The end of the time to read the image. */
    public Deadline deadline() {
        return this.deadline;
    }

    /** Takes bytes of an uncompressed tar. */
    public void take(long bytes) {
        this.tars.take(bytes);
    }

    /**
     * Takes holes of a sparse file. The layer's tar does not store them, but readers get them as zeros.
     *
     * @param entry the name of the file for errors
     */
    public void takeHoles(long bytes, String entry) {
        if (bytes > 0) {
            this.holes.take(bytes, entry);
            take(bytes);
        }
    }

    /**
     * The cost of reading a layer.
     *
     * @param bytes uncompressed, holes of sparse files included
     * @param holes of sparse files, in bytes
     */
    public record Cost(long bytes, long holes) {}
}
