package dev.tare.source;

/**
 * Requests to a registry, and the bytes of their answers.
 *
 * @param requests with redirects, requests for tokens, and repeated attempts
 * @param bytes    of the bodies, as sent over the connection
 */
public record Transfer(long requests, long bytes) {}
