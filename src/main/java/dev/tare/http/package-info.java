/**
 * A small client for HTTP/1.1 (RFC 9110 and 9112): one connection, over TCP with or without TLS or over a Unix socket, and
 * one request at a time on it. Every wait ends. It knows no redirects, proxies, credentials or retries; its callers do. It
 * may use {@code limits}.
 */
@NullMarked
package dev.tare.http;

import org.jspecify.annotations.NullMarked;
