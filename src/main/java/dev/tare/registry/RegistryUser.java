package dev.tare.registry;

/**
 * The client of a service on whose behalf registries are asked. While it is bound to {@link #CURRENT}, opened clients of
 * registries use it for all their requests, also those of other threads. Requests of a command have none.
 */
public interface RegistryUser {

    /** The user of the clients that are opened meanwhile. */
    ScopedValue<RegistryUser> CURRENT = ScopedValue.newInstance();

    /** Requests with an equal name share the connections of one client. */
    String client();

    /** A thread begins to wait for a connection because too many others are open. */
    default void queues() {}

    /** The thread has a connection, or none after a failure. */
    default void queued() {}

    /**
     * A thread is about to parse a document of an image, and keeps the result until the image is read. May wait for room.
     *
     * @param bytes of the document
     */
    default void parses(long bytes) {}
}
