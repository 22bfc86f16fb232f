package dev.tare.web.job;

import java.net.URI;

import dev.tare.job.Job;
import dev.tare.job.Job.Status;
import dev.tare.job.Jobs;
import dev.tare.web.request.PolicyAddress;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a job: its progress, and then the comparison or the problems. */
@Controller
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/jobs/{id}")
    Object show(@PathVariable String id, HttpServletResponse response) {
        Job job = get(id);
        String comparison = job.comparison();
        if (job.status() == Status.DONE && comparison != null) {
            return other(PolicyAddress.of("/comparisons/" + comparison, job.policy()));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        ModelAndView page = new ModelAndView("job");
        page.addObject("job", new JobPage(job));
        page.addObject("refresh", !job.status().isEnd());
        return page;
    }

    @PostMapping("/jobs/{id}/cancel")
    ResponseEntity<Void> cancel(@PathVariable String id) {
        this.jobs.cancel(get(id).id());
        return other(URI.create("/jobs/" + id));
    }

    private Job get(String id) {
        Job job = this.jobs.find(id);
        if (job == null) {
            throw new NoSuchJobException();
        }
        return job;
    }

    private static ResponseEntity<Void> other(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(address)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
