package dev.tare.attack;

import java.nio.file.Path;

import dev.tare.attack.Attack.Strength;
import dev.tare.attack.AttackRun.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the quick part of {@code dev/attack}. */
class AttackIT {

    @TempDir
    private Path folder;

    @Test
    void otherClientsAreAnsweredDuringEveryAttack() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        try (AttackRun run = new AttackRun(System.getProperty("java.class.path"), Pod.read(),
                Strength.QUICK, this.folder.resolve("log"))) {
            for (Attack<?> attack : Attacks.quick()) {
                Row row = run.attack(attack);
                softly.assertThat(row.faults()).as(attack.name()).isEmpty();
                softly.assertThat(row.honest().answers()).as(attack.name()).isPositive();
                softly.assertThat(row.probes().answers()).as(attack.name()).isPositive();
            }
        }
        softly.assertAll();
    }

    @Test
    void podHasTheLimitsOfTheManifestAndTheHeapOfTheImage() throws Exception {
        Pod pod = Pod.read();
        assertThat(pod.memory()).isEqualTo(1L << 30);
        assertThat(pod.processors()).isEqualTo(2);
        assertThat(pod.heap()).isBetween(pod.memory() / 2, pod.memory() * 3 / 4);
        assertThat(pod.javaOptions()).contains("-XX:+ExitOnOutOfMemoryError", "-Xmx" + pod.heap());
    }
}
