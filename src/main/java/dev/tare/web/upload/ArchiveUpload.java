package dev.tare.web.upload;

import java.io.IOException;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.InspectionQueue;
import dev.tare.catalog.InspectionQueue.Turn;
import dev.tare.catalog.InspectionService;
import dev.tare.catalog.KeptComparison;
import dev.tare.comparison.Comparison;
import dev.tare.policy.Policy;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Accepts uploaded archives and inspects each while it streams in. No archive is stored. */
@Component
@EnableConfigurationProperties(UploadProperties.class)
public class ArchiveUpload {

    private final UploadProperties properties;

    private final InspectionQueue queue;

    private final InspectionService inspectionService;

    private final Catalog catalog;

    ArchiveUpload(UploadProperties properties, InspectionQueue queue, InspectionService inspectionService,
            Catalog catalog) {
        this.properties = properties;
        this.queue = queue;
        this.inspectionService = inspectionService;
        this.catalog = catalog;
    }

    /**
     * Compares the archives of a request, and keeps the comparison. The request may contain further waivers.
     *
     * @throws dev.tare.web.request.RequestException if the request is invalid
     * @throws dev.tare.image.InvalidImageException  if an archive is invalid
     */
    public Upload compare(HttpServletRequest request, Policy wanted) throws IOException {
        MediaType contentType = contentType(request);
        if (request.getContentLengthLong() > this.properties.maxRequestSize().bytes()) {
            throw UploadException.tooLarge(this.properties.maxRequestSize().bytes());
        }
        try (Turn _ = this.queue.take()) {
            UploadStream stream = new UploadStream(request.getInputStream(), this.properties);
            return compare(stream, MultipartBody.of(stream, contentType), wanted);
        }
    }

    private Upload compare(UploadStream stream, MultipartBody body, Policy wanted) throws IOException {
        UploadedImages images = new UploadedImages(this.properties, this.inspectionService, this.catalog.capacity());
        try {
            for (UploadPart part = body.next(); part != null; part = body.next()) {
                images.take(part);
            }
            Comparison comparison = images.compare();
            Policy policy = images.policy(wanted);
            KeptComparison kept = this.catalog.keep(comparison);
            return new Upload(kept, policy);
        } catch (IOException | RuntimeException ex) {
            if (stream.failure() != null) {
                throw stream.failure();
            }
            throw ex;
        }
    }

    private static @Nullable MediaType contentType(HttpServletRequest request) {
        try {
            String header = request.getContentType();
            return header == null ? null : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException ex) {
            throw UploadException.notMultipart();
        }
    }
}
