package dev.tare.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.tare.report.ComparisonReport;
import dev.tare.report.output.ReportFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes reports in the format that a client accepts. */
@Component
class ReportConverter extends AbstractHttpMessageConverter<ComparisonReport> {

    ReportConverter() {
        super(Stream.of(ReportFormat.values())
                .map(format -> MediaType.valueOf(format.mediaType()))
                .toArray(MediaType[]::new));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == ComparisonReport.class;
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected ComparisonReport readInternal(Class<? extends ComparisonReport> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("A report is only written", message);
    }

    /** JSON is UTF-8 by its specification. */
    @Override
    protected void addDefaultHeaders(HttpHeaders headers, ComparisonReport report, @Nullable MediaType contentType)
            throws IOException {
        super.addDefaultHeaders(headers, report,
                contentType != null && contentType.getType().equals("text")
                        ? new MediaType(contentType, StandardCharsets.UTF_8)
                        : contentType);
    }

    @Override
    protected void writeInternal(ComparisonReport report, HttpOutputMessage message) throws IOException {
        MediaType type = message.getHeaders().getContentType();
        ReportFormat format = Stream.of(ReportFormat.values())
                .filter(candidate -> MediaType.valueOf(candidate.mediaType()).isCompatibleWith(type))
                .findFirst()
                .orElse(ReportFormat.JSON);
        message.getBody().write(format.write(report).getBytes(StandardCharsets.UTF_8));
    }
}
