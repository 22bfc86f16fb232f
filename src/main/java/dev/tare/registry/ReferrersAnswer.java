package dev.tare.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Descriptor;
import dev.tare.image.DocumentKind;
import dev.tare.image.ImageIndex;
import dev.tare.image.InvalidDocumentException;
import dev.tare.image.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of the referrers API.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">OCI
 *      distribution specification, listing referrers</a>
 */
final class ReferrersAnswer {

    /** The name of the list in errors. */
    static final String NAME = "the list of referrers";

    private static final Pattern NEXT =
            Pattern.compile("<([^<>]{1,4000})>\\s*;[^,<>]{0,200}\\brel\\s*=\\s*\"?next\\b", Pattern.CASE_INSENSITIVE);

    private ReferrersAnswer() {}

    /** Whether a status means that the registry does not have the API. Some answer unknown paths with another one than 404. */
    static boolean isWithoutApi(int status) {
        return switch (status) {
            case 400, 404, 405, 406, 410, 501 -> true;
            default -> false;
        };
    }

    /** Whether the body is for people. Some servers answer each path with a page. */
    static boolean isPage(Answer answer) {
        return answer.header("Content-Type").toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /**
     * Reads a part of the list. A next part with another address than that of the list of the same manifest is not
     * requested, but this part counts.
     *
     * @param image   for errors
     * @param root    the address of the repository, which ends with a slash
     * @param request the address of the request below that of the repository
     * @return {@code null} if the body is no list
     * @throws RegistryException if the body should be a list, but has another form
     */
    static @Nullable ReferrersPage read(ImageReference image, URI root, String request, Answer answer, byte[] body) {
        List<Descriptor> referrers;
        try {
            if (!new MediaType(answer.header("Content-Type")).isIndex() && !hasFormOfIndex(body)) {
                return null;
            }
            referrers = ImageIndex.parse(NAME, body).manifests();
        } catch (InvalidDocumentException ex) {
            throw RegistryException.invalid(image, NAME + " that it sends cannot be read: " + ex.problem()
                    + ". Its operator can find the cause.");
        }
        boolean isFiltered = !answer.header("OCI-Filters-Applied").isEmpty();
        String filtered = isFiltered ? "The registry left out referrers by a filter that Tare did not request." : null;
        String link = answer.headers()
                .all("Link")
                .stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(matcher -> matcher.group(1))
                .orElse(null);
        String next = link == null ? null : next(root, root.resolve(request), link);
        return new ReferrersPage(referrers, next, link == null || next != null || isFiltered ? filtered
                : "The registry has more referrers, but the address of their next page is not that of this list in this "
                        + "repository.");
    }

    /** Some registries send the list with the media type of any JSON. */
    private static boolean hasFormOfIndex(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("{")
                && DocumentKind.of(NAME, body) == DocumentKind.INDEX;
    }

    /** The address below that of the repository, or {@code null} if it is elsewhere. Only the query may differ. */
    private static @Nullable String next(URI root, URI request, String link) {
        URI next = Origin.resolve(request, link);
        return next == null || !Origin.of(next).equals(Origin.of(root)) || !request.getPath().equals(next.getPath())
                ? null
                : request.getRawPath().substring(root.getRawPath().length())
                        + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
    }
}
