package dev.tare.attack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.attack.Attack.Strength;
import dev.tare.attack.AttackRun.Row;

/** Runs all attacks, and prints the results as a table in Markdown. */
final class Attacks {

    private Attacks() {}

    /**
     * Exits with status 1 if an honest client noticed an attack.
     *
     * @param arguments the class path of the service, a file for the output of the service, and parts of the names of attacks to run only
     *                  these
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        List<String> names = List.of(arguments).subList(2, arguments.length);
        Pod pod = Pod.read();
        long start = System.nanoTime();
        boolean failed = false;
        System.out.print(Row.HEAD);
        try (AttackRun run = new AttackRun(arguments[0], pod, Strength.WHOLE, Path.of(arguments[1]))) {
            for (Attack<?> attack : all(Strength.WHOLE)) {
                if (names.isEmpty() || names.stream().anyMatch(attack.name()::contains)) {
                    Row row = run.attack(attack);
                    System.out.print(row.line(pod));
                    failed |= !row.faults(pod).isEmpty();
                }
            }
        }
        System.out.printf(Locale.ROOT,
                "%nThe service had %d processors, a heap of %d MiB and a memory limit of %d MiB. The attacker ran on the"
                        + " same machine with %d processors. The attacks took %d seconds. Java %s, %s.%n",
                pod.processors(), pod.heap() >> 20, pod.memory() >> 20, Runtime.getRuntime().availableProcessors(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds(), Runtime.version(),
                System.getProperty("os.name"));
        System.exit(failed ? 1 : 0);
    }

    /** All attacks. The first sends nothing, to compare the others with it. */
    static List<Attack<?>> all(Strength strength) {
        Attack<?> none = Attack.of("none", (attacker, _) -> attacker.pause(strength.time()));
        return Stream.of(List.of(none), ReportAttacks.of(strength), ArchiveAttacks.of(strength),
                ConnectionAttacks.of(strength), BoundaryAttacks.all(), JobAttacks.of(strength))
                .<Attack<?>>flatMap(List::stream)
                .toList();
    }

    /** Some attacks of every kind at a small scale: every third one. */
    static List<Attack<?>> quick() {
        List<Attack<?>> all = all(Strength.QUICK);
        return IntStream.range(1, all.size()).filter(i -> i % 3 == 0).<Attack<?>>mapToObj(all::get).toList();
    }
}
