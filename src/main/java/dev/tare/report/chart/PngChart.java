package dev.tare.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a chart as PNG with Tare's own typeface, on machines without a screen or fonts. */
final class PngChart {

    /** Pixels per pixel of the layout, so that the picture is sharp on dense screens. */
    private static final int SCALE = 2;

    private static final int STRIPE = 4;

    /** Along the upper edge. */
    private static final double STRIPE_DISTANCE = 2 * STRIPE * Math.sqrt(2);

    private PngChart() {}

    /** The chart on a light background. */
    static byte[] write(SizeChart chart) {
        Font font = ChartFont.get();
        ChartLayout layout = new ChartLayout(chart, ChartWidth.WIDE);
        BufferedImage image = new BufferedImage(ChartWidth.WIDE.units() * SCALE, layout.height() * SCALE,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            prepare(graphics, image);
            layout.shapes().forEach(shape -> draw(graphics, font, shape));
        } finally {
            graphics.dispose();
        }
        return encoded(image);
    }

    private static void prepare(Graphics2D graphics, BufferedImage image) {
        graphics.setColor(color(ChartColor.GROUND));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        graphics.setStroke(new BasicStroke(1));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private static void draw(Graphics2D graphics, Font font, ChartShape shape) {
        switch (shape) {
            case ChartShape.Box box -> {
                graphics.setColor(color(box.color()));
                graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
            }
            case ChartShape.Hatch hatch -> stripes(graphics, hatch);
            case ChartShape.Text text -> {
                graphics.setColor(color(text.color()));
                graphics.setFont(font.deriveFont((float) text.size()));
                int width = text.atEnd() ? graphics.getFontMetrics().stringWidth(text.text()) : 0;
                graphics.drawString(text.text(), (float) text.x() - width, (float) text.y());
            }
        }
    }

    private static void stripes(Graphics2D graphics, ChartShape.Hatch hatch) {
        Shape clip = graphics.getClip();
        Stroke stroke = graphics.getStroke();
        graphics.setColor(color(hatch.color()));
        graphics.clip(new Rectangle2D.Double(hatch.x(), hatch.y(), hatch.width(), hatch.height()));
        graphics.setStroke(new BasicStroke(STRIPE));
        for (double x = hatch.x(); x < hatch.x() + hatch.width() + hatch.height(); x += STRIPE_DISTANCE) {
            graphics.draw(new Line2D.Double(x, hatch.y(), x - hatch.height(), hatch.y() + hatch.height()));
        }
        graphics.setStroke(stroke);
        graphics.setClip(clip);
    }

    private static Color color(ChartColor color) {
        return Color.decode(color.light());
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException ex) {
            throw new UncheckedIOException("The chart could not be written as PNG", ex);
        }
        return bytes.toByteArray();
    }
}
