package dev.tare.web.job;

import java.io.IOException;
import java.net.URI;

import dev.tare.job.Job;
import dev.tare.job.JobProperties;
import dev.tare.job.Jobs;
import dev.tare.source.open.NamedImages;
import dev.tare.web.connection.ClientAddress;
import dev.tare.web.request.PolicyParameters;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs in the API. */
@RestController
class JobApi {

    private final NamedImages sources;

    private final Jobs jobs;

    private final JobProperties properties;

    JobApi(NamedImages sources, Jobs jobs, JobProperties properties) {
        this.sources = sources;
        this.jobs = jobs;
        this.properties = properties;
    }

    @PostMapping(path = "/api/comparisons", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobAnswer> compare(HttpServletRequest request, PolicyParameters policy) throws IOException {
        Job job = this.jobs.create(ClientAddress.of(request), ComparisonRequest.read(request.getInputStream())
                .toJob(this.sources, policy.toPolicy(), this.properties.maxImages()));
        return accepted(job);
    }

    @GetMapping(path = "/api/jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobAnswer> get(@PathVariable String id) {
        Job job = this.jobs.find(id);
        if (job == null) {
            throw new NoSuchJobException();
        }
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        return (job.status().isEnd() ? response : response.header(HttpHeaders.RETRY_AFTER, "1"))
                .body(JobAnswer.of(job));
    }

    @DeleteMapping("/api/jobs/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id) {
        if (this.jobs.find(id) == null) {
            throw new NoSuchJobException();
        }
        this.jobs.cancel(id);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<JobAnswer> accepted(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/jobs/" + job.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JobAnswer.of(job));
    }
}
