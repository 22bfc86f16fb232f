package dev.tare.inspection.system;

import dev.tare.content.Finding;

/** What the first line of a script says to run it with. */
record Script(String interpreter) implements Finding {

    private static final int OVERHEAD = 128;

    @Override
    public long length() {
        return OVERHEAD + Finding.lengthOf(this.interpreter);
    }
}
