package dev.tare.command.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.tare.report.document.VisibleText;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.OverallProgress;
import dev.tare.source.Progress;
import dev.tare.wording.Reading;

/**
 * Shows on standard error how far images are read. No progress appears if that is done at once. Closing it removes the lines
 * from a terminal, so that the output or an error follows.
 */
public final class ProgressDisplay implements AutoCloseable {

    private static final Duration LIVE_PAUSE = Duration.ofMillis(200);

    private static final Duration PLAIN_PAUSE = Duration.ofSeconds(5);

    /** More lines might not fit on a screen, and then none could be replaced. */
    private static final int MOST_LINES = 10;

    private static final int NAME_LENGTH = 48;

    /** A terminal cuts lines that are longer than its width, whatever the width is. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private static final String CLEAR_BELOW = "\u001b[J";

    private final ProgressMode mode;

    private final PrintWriter err;

    private final List<Line> lines = new ArrayList<>();

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());

    /** The number of lines on the terminal. */
    private int shown;

    private boolean closed;

    /** @param images the names of the images */
    public ProgressDisplay(ProgressMode mode, PrintWriter err, List<String> images) {
        this.mode = mode;
        this.err = err;
        images.forEach(image -> this.lines.add(new Line(shortened(VisibleText.of(Redaction.text(image))))));
    }

    /** Starts to show lines after a first pause. */
    public ProgressDisplay start() {
        if (this.mode != ProgressMode.NONE) {
            long pause = (this.mode == ProgressMode.LIVE ? LIVE_PAUSE : PLAIN_PAUSE).toMillis();
            var _ = this.timer.scheduleWithFixedDelay(this::show, this.mode == ProgressMode.LIVE ? 2 * pause : pause,
                    pause,
                    TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** Whether anything is shown. */
    public boolean isShown() {
        return this.mode != ProgressMode.NONE;
    }

    /** Writes a line about an image that stays, above those of the progress. */
    public synchronized void remark(int image, String text) {
        clear();
        this.err.println("tare: " + this.lines.get(image).name + ": " + text);
        this.err.flush();
    }

    /** The progress of an image. */
    public Progress progress(int image) {
        return this.lines.get(image).progress;
    }

    /** An image has begun. */
    public void begin(int image) {
        this.lines.get(image).state = State.RUNNING;
    }

    /** An image was read, or cannot be. */
    public void end(int image) {
        this.lines.get(image).state = State.ENDED;
    }

    /** Writes the lines once. */
    synchronized void show() {
        if (this.closed) {
            return;
        }
        if (this.mode == ProgressMode.PLAIN) {
            this.lines.stream()
                    .filter(line -> line.state == State.RUNNING)
                    .forEach(line -> this.err.println("tare: " + line.text()));
        } else {
            StringBuilder frame = new StringBuilder(toFirstLine()).append(NO_WRAP);
            List<Line> unfinished = this.lines.stream().filter(line -> line.state == State.RUNNING).toList();
            boolean hasTotal = this.lines.size() > 1 && !unfinished.isEmpty();
            List<String> texts = new ArrayList<>();
            unfinished.stream().limit(hasTotal ? MOST_LINES - 1 : MOST_LINES).map(Line::text).forEach(texts::add);
            if (hasTotal) {
                texts.add("all images: " + all());
            }
            texts.forEach(text -> frame.append(text).append("\u001b[K\n"));
            this.shown = texts.size();
            this.err.print(frame.append(CLEAR_BELOW).append(WRAP));
        }
        this.err.flush();
    }

    private String all() {
        OverallProgress all = OverallProgress.of(this.lines.stream()
                .map(line -> new OverallProgress.Image(line.progress.state(), line.state == State.ENDED, null))
                .toList());
        return Reading.ofAll(all.layers(), all.layersDone(), all.bytes(), all.bytesDone(), all.bytesKnown(),
                all.unknownImages());
    }

    @Override
    public void close() {
        this.timer.shutdownNow();
        synchronized (this) {
            this.closed = true;
            clear();
        }
    }

    private void clear() {
        if (this.shown > 0) {
            this.err.print(toFirstLine() + CLEAR_BELOW);
            this.err.flush();
            this.shown = 0;
        }
    }

    private String toFirstLine() {
        return this.shown == 0 ? "\r" : "\r\u001b[" + this.shown + "A";
    }

    /** The end of a name says more than its start. */
    private static String shortened(String name) {
        int excess = name.codePointCount(0, name.length()) - NAME_LENGTH;
        return excess <= 0 ? name : "…" + name.substring(name.offsetByCodePoints(0, excess + 1));
    }

    private enum State {
        WAITING, RUNNING, ENDED
    }

    private static final class Line {

        private final String name;

        private final Progress progress = new Progress();

        private volatile State state = State.WAITING;

        private Line(String name) {
            this.name = name;
        }

        private String text() {
            Progress.State now = this.progress.state();
            return this.name + ": " + switch (now.phase()) {
                case OPENING -> "opening";
                case READING -> Reading.of(now.layers(), now.layersDone(), now.layersKnown(), now.bytes(),
                        now.bytesRead());
                case MERGING -> "searching for software";
            };
        }
    }
}
