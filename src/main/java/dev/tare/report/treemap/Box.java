package dev.tare.report.treemap;

/** A rectangle of a drawing. */
public record Box(double x, double y, double width, double height) {

    double shorter() {
        return Math.min(this.width, this.height);
    }

    double area() {
        return this.width * this.height;
    }
}
