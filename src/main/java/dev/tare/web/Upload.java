package dev.tare.web;

import dev.tare.comparison.Comparison;
import dev.tare.policy.Policy;

/**
 * What an upload comes to.
 *
 * @param policy with the waivers that came with the images
 */
record Upload(Comparison comparison, Policy policy) {}
