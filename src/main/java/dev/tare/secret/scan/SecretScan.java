package dev.tare.secret.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.tare.secret.Certainty;
import dev.tare.secret.ContentSecrets;
import dev.tare.secret.SecretCounts;
import dev.tare.secret.SecretKind;
import dev.tare.secret.SecretMatch;
import dev.tare.secret.Window;
import dev.tare.secret.key.Keystores;
import org.jspecify.annotations.Nullable;

/**
 * Searches contents that stream by for secrets, one content after the other. Its memory does not depend on their size.
 * Compressed contents are not searched.
 */
public final class SecretScan {

    /** The maximum number of listed secrets of one content and certainty. More secrets would add no information. */
    public static final int MOST = 20;

    private static final int WINDOW = 128 * 1024;

    /** The maximum number of bytes that a rule reads from its anchor on. */
    private static final int AHEAD = 16 * 1024;

    /** The maximum number of bytes that a rule reads before its anchor. */
    private static final int BEHIND = 2 * 1024;

    private final byte[] window = new byte[WINDOW];

    private final List<SecretMatch> matches = new ArrayList<>();

    private final LineCount lines = new LineCount();

    private String path = "";

    private int filled;

    /** The index where the search continues. */
    private int searched;

    private boolean passed;

    private boolean recognized;

    private boolean opaque;

    /** {@code null} if the content is not text in UTF-16. */
    private @Nullable Utf16 utf16;

    private SecretCounts more = SecretCounts.NONE;

    /** The bytes of the secrets in the first window. A credential in these bytes is not counted again. */
    private final BitSet found = new BitSet();

    /** Begins a content. */
    public void begin(String path) {
        this.path = path;
        this.filled = 0;
        this.searched = 0;
        this.passed = false;
        this.recognized = false;
        this.opaque = false;
        this.utf16 = null;
        this.matches.clear();
        this.more = SecretCounts.NONE;
        this.found.clear();
    }

    /** Takes the next bytes of the content. */
    public void update(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length && !this.opaque) {
            int count = Math.min(length - done, WINDOW - this.filled);
            take(bytes, offset + done, count);
            done += count;
            if (this.filled == WINDOW) {
                recognize();
            }
            if (this.filled == WINDOW) {
                search(WINDOW - AHEAD);
                slide();
            }
        }
    }

    private void take(byte[] bytes, int offset, int count) {
        if (this.utf16 == null) {
            System.arraycopy(bytes, offset, this.window, this.filled, count);
            this.filled += count;
        } else {
            this.filled = this.utf16.narrow(bytes, offset, count, this.window, this.filled);
        }
    }

    /** The secrets in the content. */
    public ContentSecrets finish() {
        if (this.filled >= AnchorSearch.LEAST) {
            recognize();
            search(this.filled);
            if (!this.passed && !this.opaque) {
                findInWhole();
            }
        }
        return this.matches.isEmpty() ? ContentSecrets.NONE
                : new ContentSecrets(this.matches, this.more);
    }

    private void findInWhole() {
        CredentialFiles.find(this.path, new Window(this.window, this.filled), this::addUnlessFound);
        SecretKind key = Keystores.keyIn(this.window, this.filled);
        if (key != null) {
            keep(key, null);
        }
    }

    /** Detects compressed contents and UTF-16 by the beginning of the content. */
    private void recognize() {
        if (this.recognized) {
            return;
        }
        this.recognized = true;
        this.opaque = OpaqueContent.is(this.window, this.filled);
        this.lines.begin();
        Utf16 text = Utf16.of(this.window, this.filled);
        if (text != null) {
            this.utf16 = text;
            this.filled = text.begin(this.window, this.filled);
        }
    }

    private void search(int to) {
        if (!this.opaque) {
            this.searched = AnchorSearch.find(new Window(this.window, this.filled), this.searched, to,
                    (hit, at) -> add(hit.kind(), at, hit.start(), hit.end()));
        }
    }

    private void slide() {
        int dropped = WINDOW - AHEAD - BEHIND;
        this.lines.drop(this.window, this.filled, dropped);
        this.filled -= dropped;
        this.searched -= dropped;
        System.arraycopy(this.window, dropped, this.window, 0, this.filled);
        this.passed = true;
    }

    private void addUnlessFound(SecretKind kind, int from, int to) {
        int next = this.found.nextSetBit(from);
        if (next < 0 || next >= to) {
            add(kind, from, from, to);
        }
    }

    /** Ignores secrets that are only likely, because programs contain many public keys for browsers. */
    private void add(SecretKind kind, int at, int from, int to) {
        if (kind.certainty() == Certainty.LIKELY) {
            return;
        }
        if (!this.passed) {
            this.found.set(Math.max(0, from), to);
        }
        keep(kind, isEnough(kind.certainty()) ? null : this.lines.lineOf(this.window, this.filled, at));
    }

    private void keep(SecretKind kind, @Nullable Integer line) {
        if (isEnough(kind.certainty())) {
            this.more = this.more.plus(kind.certainty(), 1);
        } else {
            this.matches.add(new SecretMatch(kind, line));
        }
    }

    private boolean isEnough(Certainty certainty) {
        return this.matches.stream().filter(match -> match.kind().certainty() == certainty).count() == MOST;
    }
}
