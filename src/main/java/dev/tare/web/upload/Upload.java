package dev.tare.web.upload;

import dev.tare.catalog.KeptComparison;
import dev.tare.policy.Policy;

/**
 * The comparison of an upload's images.
 *
 * @param kept   the comparison in the catalog
 * @param policy with the waivers of the upload
 */
public record Upload(KeptComparison kept, Policy policy) {}
