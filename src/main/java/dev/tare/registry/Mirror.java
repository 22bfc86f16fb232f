package dev.tare.registry;

import dev.tare.image.InvalidValueException;

/**
 * A registry with copies of the images of another one.
 *
 * @param registry the host with an optional port
 * @param prefix   comes before the names of repositories, and ends with a slash, or is empty
 */
record Mirror(String registry, String prefix) {

    /**
     * Parses {@code HOST[:PORT][/PREFIX]}.
     *
     * @throws InvalidValueException if the text has another form
     */
    static Mirror parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        try {
            ImageReference image = ImageReference.parse(text + "/x:1");
            if (image.registry().equalsIgnoreCase(host) && image.digest() == null) {
                return new Mirror(image.registry(), image.repository().substring(0, image.repository().length() - 1));
            }
        } catch (InvalidValueException ex) {
            // The error below has the form of mirrors.
        }
        throw new InvalidValueException("mirror", text,
                "HOST[:PORT][/PREFIX], such as mirror.example.com or harbor.example.com/docker-hub");
    }

    /** The name of the copy of an image. */
    ImageReference of(ImageReference image) {
        return new ImageReference(this.registry, this.prefix + image.repository(), image.tag(), image.digest());
    }
}
