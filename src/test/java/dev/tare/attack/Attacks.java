package dev.tare.attack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
                ConnectionAttacks.of(strength), BoundaryAttacks.all()).<Attack<?>>flatMap(List::stream).toList();
    }

    /** The attacks of each list that say most in a short time, at a small scale. */
    static List<Attack<?>> quick() {
        Strength quick = Strength.QUICK;
        return Stream.of(Stream.of(0, 2).map(ReportAttacks.of(quick)::get).toList(), ArchiveAttacks.of(quick).subList(2, 4),
                ConnectionAttacks.of(quick).subList(0, 2), BoundaryAttacks.all().subList(0, 1))
                .<Attack<?>>flatMap(List::stream)
                .toList();
    }
}
