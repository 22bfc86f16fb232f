package dev.tare.web.upload;

import dev.tare.comparison.Comparison;
import dev.tare.policy.Policy;

/**
 * The comparison of an upload's images.
 *
 * @param id     of the comparison in the catalog
 * @param policy with the waivers of the upload
 */
public record Upload(String id, Comparison comparison, Policy policy) {}
