package dev.tare.inspection.system;

import dev.tare.content.Finding;

/** The interpreter in the first line of a script. */
record Script(String interpreter) implements Finding {

    private static final int OVERHEAD = 128;

    @Override
    public long length() {
        return OVERHEAD + Finding.lengthOf(this.interpreter);
    }
}
