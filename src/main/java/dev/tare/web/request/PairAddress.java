package dev.tare.web.request;

/** Addresses of the pages below a comparison that show two of its images, or one image twice. */
public final class PairAddress {

    private PairAddress() {}

    /**
     * The address of a view, to which more parameters may be added.
     *
     * @param from index of the first image
     * @param to   index of the second image
     */
    public static String of(String id, String view, int from, int to) {
        return "/comparisons/" + id + "/" + view + "?from=" + from + "&to=" + to;
    }
}
