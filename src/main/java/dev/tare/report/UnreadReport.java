package dev.tare.report;

import dev.tare.content.Unread;

/**
 * Something that is in the image and could not be read, so that this report is without it.
 *
 * @param subject what is unknown for it
 * @param path    without a leading slash
 * @param because a sentence
 * @param layer   index of the layer that brought it
 */
public record UnreadReport(Unread.Subject subject, String path, String because, int layer) {}
