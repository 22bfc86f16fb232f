package dev.tare.registry;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String NAME = "the list of referrers";

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

    /** Whether the body is a list of referrers. Some servers answer each path with a page for people. */
    static boolean isIndex(Answer answer) {
        return new MediaType(answer.header("Content-Type")).isIndex();
    }

    /**
     * Reads a page.
     *
     * @param request the address of the request
     * @param root    the address of the repository, which ends with a slash; the next page must be there
     * @throws dev.tare.image.InvalidDocumentException if the body is not an index, or the next page is elsewhere
     */
    static ReferrersPage read(URI request, URI root, Answer answer, byte[] body) {
        return new ReferrersPage(ImageIndex.parse(NAME, body).manifests(),
                next(request, root, answer), !answer.header("OCI-Filters-Applied").isEmpty());
    }

    private static @Nullable String next(URI request, URI root, Answer answer) {
        return answer.headers()
                .all("Link")
                .stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(link -> below(root, Origin.resolve(request, link.group(1))))
                .orElse(null);
    }

    /** The part of an address after that of the repository. The page of another repository or server is no page of this list. */
    private static String below(URI root, @Nullable URI next) {
        String folder = root.getRawPath() + "referrers/";
        if (next == null || !Origin.of(next).equals(Origin.of(root))
                || !next.normalize().getRawPath().startsWith(folder) || !next.getRawPath().startsWith(folder)) {
            throw new InvalidDocumentException(NAME, "its next page is not in this repository", null);
        }
        return next.getRawPath().substring(root.getRawPath().length())
                + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
    }
}
