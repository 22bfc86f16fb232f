/**
 * Renders documents as HTML. Templates call the bean {@code html}. It may use {@code report}, {@code report.document}
 * and {@code wording}, and not the pages.
 */
@NullMarked
package dev.tare.web.html;

import org.jspecify.annotations.NullMarked;
