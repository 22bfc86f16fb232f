package dev.tare.web.log;

import dev.tare.report.document.VisibleText;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Makes every character in structured logs visible. JSON itself escapes line breaks, but no other control characters
 * above 0x7e and no bidirectional overrides.
 */
final class VisibleMembers implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(ValueProcessor.of(String.class, text -> VisibleText.ofLines(String.valueOf(text))));
    }
}
