package dev.tare.web.upload;

import java.io.IOException;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.InspectionService;
import dev.tare.catalog.RequestQueue;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.comparison.Comparison;
import dev.tare.policy.Policy;
import dev.tare.web.connection.ClientAddress;
import dev.tare.web.connection.ConnectionProperties;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Accepts uploaded archives and inspects each while it streams in. No archive is stored. */
@Component
@EnableConfigurationProperties({ UploadProperties.class, ConnectionProperties.class })
public class ArchiveUpload {

    private final UploadProperties properties;

    private final ConnectionProperties connection;

    private final RequestQueue queue;

    private final InspectionService inspectionService;

    private final Catalog catalog;

    ArchiveUpload(UploadProperties properties, ConnectionProperties connection, RequestQueue queue,
            InspectionService inspectionService,
            Catalog catalog) {
        this.properties = properties;
        this.connection = connection;
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
        String client = ClientAddress.of(request);
        try (Turn turn = this.queue.enter(client)) {
            UploadedImages images =
                    new UploadedImages(this.properties, this.inspectionService, this.catalog.capacity(), wanted);
            UploadStream stream = new UploadStream(request.getInputStream(), this.properties, this.connection, turn,
                    images::heapSize);
            return compare(stream, MultipartBody.of(stream, contentType), images, client);
        }
    }

    private Upload compare(UploadStream stream, MultipartBody body, UploadedImages images, String client)
            throws IOException {
        try {
            for (UploadPart part = body.next(); part != null; part = body.next()) {
                images.take(part);
            }
            Comparison comparison = images.compare();
            return new Upload(this.catalog.keep(comparison, client), images.policy());
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
