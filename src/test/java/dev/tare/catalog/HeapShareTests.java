package dev.tare.catalog;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeapShareTests {

    /** The catalog has one share. Each of two requests has one for its inspections, and one for the image being read. */
    @Test
    void sharesOfAllUsesAtOnceLeaveRoomInTheHeap() {
        assertThat(HeapShare.bytes() * 5 + HeapShare.layersBytes() + HeapShare.keptReportsBytes()
                + HeapShare.builtReportsBytes() + HeapShare.stalledBytes())
                .isLessThan(Runtime.getRuntime().maxMemory());
    }

    @Test
    void entriesDuringAReadFitIntoAShare() {
        assertThat(HeapShare.entries() * 500L).isPositive().isLessThanOrEqualTo(HeapShare.bytes());
    }
}
