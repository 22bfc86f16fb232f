package dev.tare.catalog;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Images that the service compares when it starts.
 *
 * @param images Images to compare when the service starts, or one to show, each as PATH, PATH#NAME or the
 *               name of an image in a registry.
 */
@ConfigurationProperties("tare")
record PreloadedImagesProperties(@DefaultValue List<String> images) {}
