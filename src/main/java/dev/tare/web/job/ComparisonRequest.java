package dev.tare.web.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.job.JobRequest;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.source.open.NamedImages;
import dev.tare.web.request.JsonBody;
import dev.tare.web.request.PolicyParameters;
import dev.tare.web.request.RequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The JSON of a request to compare images by name, or to inspect one.
 *
 * @param images   names of images in registries, one or more
 * @param names    of the images in reports, one for each image, or none
 * @param platform to select, or {@code null}
 * @param waive    {@code ID=REASON} each
 */
record ComparisonRequest(List<String> images, List<@Nullable String> names, @Nullable String platform,
        List<String> waive) {

    private static final int NAME_LENGTH = 255;

    private static final String EXPECTED =
            "{\"images\": [\"NAME\", \"NAME\"]}, with the optional fields \"names\", \"platform\" and \"waive\"";

    ComparisonRequest {
        images = images == null ? List.of() : images;
        names = names == null ? List.of() : names;
        waive = waive == null ? List.of() : waive;
    }

    /**
     * Reads a body.
     *
     * @throws RequestException if it has another form, or more than 64 KiB
     */
    static ComparisonRequest read(InputStream body) throws IOException {
        ComparisonRequest request = JsonBody.read(body, ComparisonRequest.class, EXPECTED);
        if (request.images.stream().anyMatch(Objects::isNull) || request.waive.stream().anyMatch(Objects::isNull)) {
            throw JsonBody.malformed(EXPECTED);
        }
        return request;
    }

    /**
     * The job that this request wants.
     *
     * @param policy    of the address, without the waivers of this request
     * @param maxImages the greatest number of images
     * @throws RequestException if a value is invalid
     */
    JobRequest toJob(NamedImages sources, Policy policy, int maxImages) {
        if (this.images.isEmpty() || this.images.size() > maxImages) {
            throw invalid("images", "Name 1 to " + maxImages + " images, the limit \"tare.jobs.max-images\","
                    + " but this request has " + this.images.size() + ".");
        }
        if (!this.names.isEmpty() && this.names.size() != this.images.size()) {
            throw invalid("names", "The request has " + this.images.size() + " images, but " + this.names.size()
                    + " names. Send a name for each image, which may be null, or no names.");
        }
        PolicyParameters.checkImages(policy, this.images.size());
        try {
            Platform selected = this.platform == null ? null : Platform.parse(this.platform);
            Policy all = policy.with(this.waive.stream().map(Waiver::parse).toList());
            PolicyParameters.checkLength(all.waivers());
            List<JobRequest.Input> inputs = new ArrayList<>();
            for (int i = 0; i < this.images.size(); i++) {
                inputs.add(new JobRequest.Named(sources.parse(this.images.get(i)), selected, name(i)));
            }
            return new JobRequest(inputs, all);
        } catch (InvalidValueException ex) {
            throw new RequestException(HttpStatus.BAD_REQUEST, ex.rule(), MaskedError.message(ex));
        }
    }

    private @Nullable String name(int index) {
        String name = this.names.isEmpty() ? null : this.names.get(index);
        if (name != null && (name.isBlank() || name.length() > NAME_LENGTH)) {
            throw invalid("names",
                    "The name of an image in reports has 1 to " + NAME_LENGTH + " characters, but one has "
                            + name.length() + ".");
        }
        return name;
    }

    private static RequestException invalid(String field, String message) {
        return new RequestException(HttpStatus.BAD_REQUEST, "invalid-" + field, message);
    }
}
