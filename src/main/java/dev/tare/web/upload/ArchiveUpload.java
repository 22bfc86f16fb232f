package dev.tare.web.upload;

import java.io.IOException;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.InspectionService;
import dev.tare.catalog.RequestQueue;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.job.JobProperties;
import dev.tare.job.Jobs;
import dev.tare.policy.Policy;
import dev.tare.source.open.NamedImages;
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

    private final NamedImages named;

    private final Jobs jobs;

    private final JobProperties jobProperties;

    ArchiveUpload(UploadProperties properties, ConnectionProperties connection, RequestQueue queue,
            InspectionService inspectionService, Catalog catalog, NamedImages named, Jobs jobs,
            JobProperties jobProperties) {
        this.properties = properties;
        this.connection = connection;
        this.queue = queue;
        this.inspectionService = inspectionService;
        this.catalog = catalog;
        this.named = named;
        this.jobs = jobs;
        this.jobProperties = jobProperties;
    }

    /**
     * Compares the archives of a request, and keeps the comparison. If the request also has names of images, a job reads
     * them afterwards. The request may contain further waivers.
     *
     * @param form whether a browser sends the form of the page, with the fields that were left empty
     * @throws dev.tare.web.request.RequestException if the request is invalid
     * @throws dev.tare.image.InvalidImageException  if an archive is invalid
     */
    public Upload compare(HttpServletRequest request, Policy wanted, boolean form) throws IOException {
        MediaType contentType = contentType(request);
        if (request.getContentLengthLong() > this.properties.maxRequestSize().bytes()) {
            throw UploadException.tooLarge(this.properties.maxRequestSize().bytes());
        }
        String client = ClientAddress.of(request);
        Turn turn = this.queue.enter(client);
        boolean ends = true;
        try {
            UploadedImages images = new UploadedImages(this.properties, this.inspectionService, this.named,
                    this.catalog.capacity(), this.jobProperties.maxImages(), wanted, form);
            UploadStream stream = new UploadStream(request.getInputStream(), this.properties, this.connection, turn,
                    images::heapSize);
            read(stream, MultipartBody.of(stream, contentType), images);
            if (!images.hasNames()) {
                return new Upload.Compared(this.catalog.keep(images.compare(), client), images.policy());
            }
            if (!images.hasArchives()) {
                return new Upload.Begun(this.jobs.create(client, images.request()));
            }
            Upload begun = new Upload.Begun(this.jobs.proceed(client, images.request(), turn));
            ends = false;
            return begun;
        } finally {
            if (ends) {
                turn.close();
            }
        }
    }

    private static void read(UploadStream stream, MultipartBody body, UploadedImages images) throws IOException {
        try {
            for (UploadPart part = body.next(); part != null; part = body.next()) {
                images.take(part);
            }
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
