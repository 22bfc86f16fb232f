package dev.tare.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.tare.limits.Deadline;

/**
 * Looks up the addresses of names, and ends in time. The lookup of the system may wait for a name server for half a
 * minute, and nothing can end it. So each lookup has its own thread, which the caller leaves behind when it waited long
 * enough. Safe for use by several threads.
 */
public final class AddressLookup {

    /** Lookups that run at once, also those that no caller waits for any more. */
    private static final int MAX_RUNNING = 64;

    /** That of this machine. Java keeps its results for some time. */
    public static final AddressLookup SYSTEM =
            new AddressLookup(name -> List.of(InetAddress.getAllByName(name)), MAX_RUNNING);

    private final Resolver resolver;

    private final int most;

    private final Semaphore free;

    /** @param most lookups that may run at once */
    AddressLookup(Resolver resolver, int most) {
        this.resolver = resolver;
        this.most = most;
        this.free = new Semaphore(most, true);
    }

    /**
     * Looks up a name.
     *
     * @param name     also an address
     * @param patience the longest wait
     * @throws UnknownHostException                           if the name has no address, or the lookup fails
     * @throws InterruptedIOException                         if the thread is interrupted
     * @throws IOException                                    if the lookup takes too long, or too many others run
     * @throws dev.tare.limits.LimitExceededException if the deadline comes first
     */
    public List<InetAddress> find(String name, Duration patience, Deadline deadline) throws IOException {
        deadline.check();
        long wait = Math.min(patience.toNanos(), deadline.nanosLeft());
        long start = System.nanoTime();
        try {
            if (!this.free.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
                deadline.check();
                throw new IOException(this.most + " other lookups of names wait for their name servers");
            }
            return start(name).get(wait - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Looking up a name was interrupted");
        } catch (TimeoutException ex) {
            deadline.check();
            throw new IOException("the name server does not answer within " + TimeUnit.NANOSECONDS.toSeconds(wait)
                    + " seconds", ex);
        } catch (ExecutionException ex) {
            throw failure(name, ex);
        }
    }

    /** A virtual thread would not do: some wait in native code, which delays the exit of the JVM. */
    private FutureTask<List<InetAddress>> start(String name) {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> this.resolver.addresses(name));
        Thread.ofPlatform().daemon().name("lookup").start(() -> {
            try {
                lookup.run();
            } finally {
                this.free.release();
            }
        });
        return lookup;
    }

    private static UnknownHostException failure(String name, ExecutionException problem) {
        if (problem.getCause() instanceof UnknownHostException unknown) {
            return unknown;
        }
        if (problem.getCause() instanceof Error error) {
            throw error;
        }
        UnknownHostException unknown = new UnknownHostException(name);
        unknown.initCause(problem);
        return unknown;
    }

    /** Finds the addresses of a name, and may take any time. */
    @FunctionalInterface
    interface Resolver {

        List<InetAddress> addresses(String name) throws UnknownHostException;
    }
}
