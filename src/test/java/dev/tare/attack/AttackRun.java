package dev.tare.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import dev.tare.attack.Attack.Prepared;
import dev.tare.attack.Attack.Strength;
import dev.tare.attack.Watcher.Findings;
import dev.tare.attack.Watcher.Request;

/** Attacks a service in one way after another, while an honest client and the probes use it. */
final class AttackRun implements AutoCloseable {

    private static final Duration HONEST_PAUSE = Duration.ofMillis(50);

    private static final Duration PROBE_PAUSE = Duration.ofMillis(250);

    /** After an attack, the service may use the processors for so long. That time is part of the attack. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(250);

    /** Each attacker has its own address, so that the quota of one does not protect the service from the next. */
    private static final String ATTACKERS = "127.0.1.";

    private final String classPath;

    private final Pod pod;

    private final Strength strength;

    private final Path log;

    private ServiceProcess service;

    private List<Request> honest;

    private boolean quiet = true;

    private int attacks;

    /**
     * Starts the service.
     *
     * @param classPath the class path of the service
     * @param log       the file for its output
     */
    AttackRun(String classPath, Pod pod, Strength strength, Path log) throws IOException, InterruptedException {
        this.classPath = classPath;
        this.pod = pod;
        this.strength = strength;
        this.log = log;
        this.service = ServiceProcess.start(this.classPath, pod, log);
        this.honest = prepareHonest();
    }

    /** Attacks. If an attack before ended the service or still occupies it, starts a new one. */
    Row attack(Attack<?> attack) throws Exception {
        Prepared prepared = attack.prepare();
        if (!this.quiet) {
            this.service.close();
            this.service = ServiceProcess.start(this.classPath, this.pod, this.log);
            this.honest = prepareHonest();
        }
        this.attacks++;
        this.service.resetPeakMemory();
        Duration before = this.service.cpu();
        Watcher honestClient = Watcher.start(this.honest, HONEST_PAUSE);
        Watcher probes = Watcher.start(OtherClients.probes(this.service), PROBE_PAUSE);
        String outcome;
        try (Attacker attacker = new Attacker(ATTACKERS + this.attacks, this.service.port(),
                this.strength.time().multipliedBy(attack.times()))) {
            prepared.run(attacker);
            outcome = attacker.outcomes();
        }
        this.quiet = settle();
        Findings answers = honestClient.stop();
        Findings probed = probes.stop();
        return new Row(attack.name(), this.quiet ? outcome : outcome + ", and work that goes on",
                this.service.cpu().minus(before), this.service.peakMemory(), answers, probed,
                this.service.isAlive() ? "" : "the service ended with status " + this.service.exitStatus());
    }

    /** Java compiles the code that the honest client uses before an attack. */
    private List<Request> prepareHonest() throws IOException, InterruptedException {
        List<Request> requests = OtherClients.honest(this.service);
        Watcher warmUp = Watcher.start(requests, HONEST_PAUSE);
        TimeUnit.NANOSECONDS.sleep(this.strength.time().toNanos());
        warmUp.stop();
        return requests;
    }

    /** Waits until the service uses less than half of a processor and inspects no images. Returns whether it does so. */
    private boolean settle() throws InterruptedException {
        long end = System.nanoTime() + SETTLING.toNanos();
        while (this.service.isAlive() && System.nanoTime() < end) {
            Duration before = this.service.cpu();
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            if (this.service.isAlive() && this.service.cpu().minus(before).compareTo(LOOK.dividedBy(2)) < 0
                    && this.service.isIdle()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        this.service.close();
    }

    /**
     * The result of an attack.
     *
     * @param outcome what the attacker got
     * @param cpu     processor time of the service
     * @param peak    peak of its resident memory in bytes, if the system reports it
     * @param end     how the service ended, or {@code ""}
     */
    record Row(String name, String outcome, Duration cpu, OptionalLong peak, Findings honest, Findings probes,
            String end) {

        static final String HEAD = """
                | attack | answers to the attacker | CPU | peak memory | slowest honest answer | other clients |
                |---|---|---:|---:|---:|---|
                """;

        private static final Duration IN_TIME = Duration.ofSeconds(1);

        /** The faults that have nothing to do with the speed of the machine. */
        List<String> faults() {
            List<String> faults = new ArrayList<>(this.honest.faults());
            faults.addAll(this.probes.faults());
            if (!this.end.isEmpty()) {
                faults.add(this.end);
            }
            return faults;
        }

        /** All faults, with slow answers and too much memory. */
        List<String> faults(Pod pod) {
            List<String> faults = faults();
            if (this.honest.slowestTime().compareTo(IN_TIME) > 0) {
                faults.add("slow answer: " + this.honest.slowestRequest());
            }
            if (this.peak.orElse(0) > pod.memory()) {
                faults.add("more memory than the limit");
            }
            return faults;
        }

        /** A line of the table. */
        String line(Pod pod) {
            List<String> faults = faults(pod);
            return String.format(Locale.ROOT, "| %s | %s | %.1f s | %s | %d ms | %s |%n", this.name, this.outcome,
                    this.cpu.toMillis() / 1e3,
                    this.peak.isPresent() ? (this.peak.getAsLong() >> 20) + " MiB" : "unknown",
                    this.honest.slowestTime().toMillis(), faults.isEmpty()
                            ? this.honest.answers() + " answers, " + this.probes.answers() + " probes"
                            : "**" + String.join("; ", faults) + "**");
        }
    }
}
