package dev.tare.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks for secrets in contents that stream by, one after the other, in memory that does not depend on their size.
 * Compressed contents are not looked at.
 */
public final class SecretScan {

    /** Of one content; any number more of them would say nothing new. */
    static final int MOST = 20;

    private static final int WINDOW = 128 * 1024;

    /** What a rule may read behind its anchor. */
    private static final int AHEAD = 16 * 1024;

    /** What a rule may read before its anchor. */
    private static final int BEHIND = 2 * 1024;

    private final byte[] window = new byte[WINDOW];

    private final List<SecretMatch> matches = new ArrayList<>();

    private final LineCount lines = new LineCount();

    private String path = "";

    private int filled;

    /** Where the search goes on. */
    private int searched;

    private boolean passed;

    private boolean opaque;

    private int more;

    /** Begins a content. */
    public void begin(String path) {
        this.path = path;
        this.filled = 0;
        this.searched = 0;
        this.passed = false;
        this.opaque = false;
        this.matches.clear();
        this.more = 0;
    }

    /** Takes the next bytes of the content. */
    public void update(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length && !this.opaque) {
            int count = Math.min(length - done, WINDOW - this.filled);
            System.arraycopy(bytes, offset + done, this.window, this.filled, count);
            this.filled += count;
            done += count;
            if (this.filled == WINDOW) {
                search(WINDOW - AHEAD);
                slide();
            }
        }
    }

    /** What was found in the content. */
    public ContentSecrets finish() {
        if (this.filled >= AnchorSearch.LEAST_RUN) {
            search(this.filled);
            if (!this.passed && !this.opaque) {
                CredentialFiles.find(this.path, new Window(this.window, this.filled), this::addUnlessFound);
            }
        }
        return this.matches.isEmpty() ? ContentSecrets.NONE : new ContentSecrets(this.matches, this.more);
    }

    private void search(int to) {
        if (!this.passed && this.searched == 0) {
            this.opaque = OpaqueContent.is(this.window, this.filled);
            this.lines.begin(this.window, this.filled);
        }
        if (!this.opaque) {
            this.searched = AnchorSearch.find(new Window(this.window, this.filled), this.searched, to,
                    (hit, at) -> add(hit.kind(), at));
        }
    }

    private void slide() {
        int dropped = WINDOW - AHEAD - BEHIND;
        this.lines.drop(this.window, dropped);
        this.filled -= dropped;
        this.searched -= dropped;
        System.arraycopy(this.window, dropped, this.window, 0, this.filled);
        this.passed = true;
    }

    private void addUnlessFound(SecretKind kind, int at) {
        Integer line = this.lines.lineOf(this.window, at);
        if (this.matches.stream().noneMatch(match -> Objects.equals(match.line(), line))) {
            add(kind, at);
        }
    }

    /** What is only likely is none in a file: programs are full of the keys that browsers need. */
    private void add(SecretKind kind, int at) {
        if (kind.certainty() == Certainty.LIKELY) {
            return;
        }
        if (this.matches.size() == MOST) {
            this.more++;
            return;
        }
        Certainty certainty = PublishedPlaces.include(this.path) ? Certainty.PUBLISHED : kind.certainty();
        this.matches.add(new SecretMatch(kind, certainty, this.lines.lineOf(this.window, at)));
    }
}
