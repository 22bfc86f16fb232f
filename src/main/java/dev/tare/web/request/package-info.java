/**
 * Parts of every request: headers, parameters of a policy, and problem details for failures. It may use the exceptions
 * of all packages, {@code error} and {@code secret.redaction}, which mask them, {@code limits}, {@code policy},
 * {@code report.document} for visible text, but no other package of {@code web}.
 */
@NullMarked
package dev.tare.web.request;

import org.jspecify.annotations.NullMarked;
