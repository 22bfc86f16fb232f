package dev.tare.registry;

import java.net.URI;

/**
 * The addresses to which servers redirect one request. Credentials never reach another origin, and no address that
 * another origin chose.
 */
final class Redirects {

    private static final int MAX_REDIRECTS = 5;

    private final ImageReference image;

    private final String request;

    private final Origin origin;

    private URI address;

    private boolean isHome = true;

    private int count;

    /**
     * @param request names the request in errors
     * @param first   the address of the request
     */
    Redirects(ImageReference image, String request, URI first) {
        this.image = image;
        this.request = request;
        this.origin = Origin.of(first);
        this.address = first;
    }

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /** The current address. */
    URI address() {
        return this.address;
    }

    /** Names the request in errors, with the host that answered if it is another one. */
    String name() {
        return this.isHome ? this.request : this.request + ", redirected to " + Origin.shown(this.address) + ",";
    }

    /** Whether all addresses have the first origin, which alone may get credentials. */
    boolean isHome() {
        return this.isHome;
    }

    /**
     * Moves to the address in an answer.
     *
     * @throws RegistryException if the address is invalid or leads away from https, or after too many redirects
     */
    void follow(Answer answer) {
        if (++this.count > MAX_REDIRECTS) {
            throw RegistryException.invalid(this.image, "the request for " + this.request + " is redirected more than "
                    + MAX_REDIRECTS + " times. Its operator can find the cause.");
        }
        String location = answer.header("Location");
        URI to = location.isEmpty() ? null : Origin.resolve(this.address, location);
        if (to == null || !Origin.of(this.address).mayRedirectTo(Origin.of(to))) {
            throw RegistryException.invalid(this.image, "it redirects to " + Origin.shown(to)
                    + ", but a redirect must lead to https. Its operator must configure another address.");
        }
        this.isHome &= Origin.of(to).equals(this.origin);
        this.address = to;
    }
}
