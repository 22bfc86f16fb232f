package dev.tare.report.treemap;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a rectangle into tiles whose areas are proportional to weights. The tiles are as square as possible.
 *
 * @see <a href="https://www.win.tue.nl/~vanwijk/stm.pdf">Bruls, Huizing, van Wijk: Squarified Treemaps, 2000</a>
 */
public final class Treemap {

    private final double scale;

    private final List<Box> tiles = new ArrayList<>();

    private Box free;

    private Treemap(Box whole, double scale) {
        this.free = whole;
        this.scale = scale;
    }

    /**
     * The tiles of weights, in their order.
     *
     * @param weights at least 1 each, the largest first
     */
    public static List<Box> tiles(List<Long> weights, Box whole) {
        double sum = weights.stream().mapToDouble(Long::doubleValue).sum();
        Treemap map = new Treemap(whole, whole.area() / sum);
        int first = 0;
        while (first < weights.size()) {
            int end = map.endOfRow(weights, first);
            map.place(weights.subList(first, end), end == weights.size());
            first = end;
        }
        return List.copyOf(map.tiles);
    }

    /**
     * The number of the first weights whose tiles are not too small to be seen. Draw the others as one tile.
     *
     * @param weights at least 1 each, the largest first
     * @param least   length of the side of the smallest tile
     */
    public static int visible(List<Long> weights, Box whole, double least) {
        double sum = weights.stream().mapToDouble(Long::doubleValue).sum();
        int count = 0;
        while (count < weights.size() && weights.get(count) / sum * whole.area() >= least * least) {
            count++;
        }
        return count;
    }

    /** A row takes weights as long as that makes its worst tile more square. */
    private int endOfRow(List<Long> weights, int first) {
        double largest = weights.get(first) * this.scale;
        double sum = largest;
        double worst = worst(largest, largest, sum);
        int end = first + 1;
        while (end < weights.size()) {
            double next = weights.get(end) * this.scale;
            double after = worst(largest, next, sum + next);
            if (after > worst) {
                break;
            }
            worst = after;
            sum += next;
            end++;
        }
        return end;
    }

    private double worst(double largest, double smallest, double sum) {
        double side = this.free.shorter();
        return Math.max(side * side * largest / (sum * sum), sum * sum / (side * side * smallest));
    }

    private void place(List<Long> row, boolean last) {
        double sum = row.stream().mapToDouble(weight -> weight * this.scale).sum();
        boolean column = this.free.width() >= this.free.height();
        double length = this.free.shorter();
        double depth = last ? Math.max(this.free.width(), this.free.height()) : sum / length;
        double offset = 0;
        for (long weight : row) {
            double side = weight * this.scale / sum * length;
            this.tiles.add(column ? new Box(this.free.x(), this.free.y() + offset, depth, side)
                    : new Box(this.free.x() + offset, this.free.y(), side, depth));
            offset += side;
        }
        this.free = column
                ? new Box(this.free.x() + depth, this.free.y(), this.free.width() - depth, this.free.height())
                : new Box(this.free.x(), this.free.y() + depth, this.free.width(), this.free.height() - depth);
    }
}
