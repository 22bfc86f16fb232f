package dev.tare.web;

import java.io.IOException;
import java.util.List;

import dev.tare.catalog.SizesService;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.policy.CompressedBudgets;
import dev.tare.policy.GrowthLimit;
import dev.tare.registry.Traffic;
import dev.tare.report.sizes.RegistrySizesReport;
import dev.tare.report.sizes.RegistrySizesReporter;
import dev.tare.sizes.PlatformSelection;
import dev.tare.sizes.ReferenceSizes;
import dev.tare.source.open.NamedImages;
import dev.tare.source.registry.RegistryArgument;
import dev.tare.web.connection.ClientAddress;
import dev.tare.web.request.InvalidParameterException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sizes of images in registries. {@code FormatMappings} adds the formats of reports to the mapping. */
@RestController
class SizesApi {

    private final NamedImages sources;

    private final SizesService sizes;

    SizesApi(NamedImages sources, SizesService sizes) {
        this.sources = sources;
        this.sizes = sizes;
    }

    @PostMapping("/api/sizes")
    ResponseEntity<RegistrySizesReport> sizes(HttpServletRequest request, Budgets budgets) throws IOException {
        CompressedBudgets judging = budgets.parse();
        SizesRequest wanted = SizesRequest.read(request);
        List<RegistryArgument> images = wanted.arguments(this.sources, this.sizes.maxImages());
        if (judging.maxGrowth() != null && images.size() == 1) {
            throw new InvalidParameterException("The parameter \"maxGrowth\" needs two or more images.");
        }
        PlatformSelection selection = wanted.selection();
        Traffic traffic = new Traffic();
        List<ReferenceSizes> read = this.sizes.read(ClientAddress.of(request), images, selection, traffic);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(RegistrySizesReporter.report(images.stream().map(RegistryArgument::name).toList(), read,
                        selection.all(),
                        judging, traffic));
    }

    /**
     * Parameters of the address.
     *
     * @param maxCompressed such as {@code 200MB}, or {@code null} for any
     * @param maxGrowth     such as {@code 5%} or {@code 20MB}, or {@code null} for any
     */
    record Budgets(@Nullable String maxCompressed, @Nullable String maxGrowth) {

        /** @throws InvalidParameterException if a parameter has no valid value */
        private CompressedBudgets parse() {
            try {
                return new CompressedBudgets(this.maxCompressed == null ? null : ByteSize.parse(this.maxCompressed),
                        this.maxGrowth == null ? null : GrowthLimit.parse(this.maxGrowth));
            } catch (InvalidValueException ex) {
                throw new InvalidParameterException(MaskedError.message(ex));
            }
        }
    }
}
