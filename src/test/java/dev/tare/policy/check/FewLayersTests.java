package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.WARN;

class FewLayersTests extends CheckContract {

    private static final Check CHECK = new FewLayers();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, layers(100)), is(CHECK, WARN, layers(101)), is(CHECK, WARN, layers(125)),
                is(CHECK, FAIL, layers(126)));
    }

    private static InspectionBuilder layers(int count) {
        InspectionBuilder image = image();
        for (int i = 1; i < count; i++) {
            image.layer("l" + i);
        }
        return image;
    }
}
