/**
 * The package URLs of installed software, and the identity of a package that tools share although they write its URL in
 * different ways. It may use {@code ecosystem}, {@code inspection} and {@code secret.redaction}.
 */
@NullMarked
package dev.tare.inspection.purl;

import org.jspecify.annotations.NullMarked;
