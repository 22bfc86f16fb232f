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
 * Looks for secrets in contents that stream by, one after the other, in memory that does not depend on their size.
 * Compressed contents are not looked at.
 */
public final class SecretScan {

    /** Of one content and certainty; any number more of them would say nothing new. */
    public static final int MOST = 20;

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

    private boolean recognized;

    private boolean opaque;

    /** If the content is text of this kind. */
    private @Nullable Utf16 utf16;

    private SecretCounts more = SecretCounts.NONE;

    /** The bytes of the secrets in the first window, in which a credential is not found once more. */
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

    /** What was found in the content. */
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

    /** Tells by its beginning what the content is. */
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

    /** What is only likely is none in a file: programs are full of the keys that browsers need. */
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
