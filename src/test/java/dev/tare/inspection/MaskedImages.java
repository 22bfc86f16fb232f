package dev.tare.inspection;

import dev.tare.image.Image;

/** Masks drawn images as an inspection does. */
public final class MaskedImages {

    private MaskedImages() {}

    public static Image of(Image image) {
        return ImageMask.mask(image, () -> {});
    }
}
