package dev.tare.attack;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * One way to hurt the service.
 *
 * @param name    what the client does
 * @param times   how many times as long as others the attack may take
 * @param payload makes what the client sends, before the attack begins
 * @param action  the attack itself
 */
record Attack<P>(String name, int times, Supplier<P> payload, Action<P> action) {

    Attack(String name, Supplier<P> payload, Action<P> action) {
        this(name, 1, payload, action);
    }

    /** An attack without a payload. */
    static Attack<String> of(String name, Action<String> action) {
        return new Attack<>(name, () -> "", action);
    }

    /** Makes the payload. The result attacks. */
    Prepared prepare() {
        P made = this.payload.get();
        return attacker -> this.action.run(attacker, made);
    }

    /** An attack that can begin. */
    interface Prepared {

        void run(Attacker attacker) throws Exception;
    }

    /** Sends a payload in some way. */
    interface Action<P> {

        void run(Attacker attacker, P payload) throws Exception;
    }

    /**
     * How much the client sends.
     *
     * @param percent share of the greatest payloads
     * @param time    maximum time of one attack
     */
    record Strength(int percent, Duration time) {

        static final Strength WHOLE = new Strength(100, Duration.ofSeconds(5));

        static final Strength QUICK = new Strength(5, Duration.ofSeconds(1));

        int of(int most) {
            return Math.max(1, (int) ((long) most * this.percent / 100));
        }
    }
}
