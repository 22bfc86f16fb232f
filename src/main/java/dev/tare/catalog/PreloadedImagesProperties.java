package dev.tare.catalog;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Images that the service compares at start.
 *
 * @param images Images to compare at start, each as PATH or PATH#NAME. Give two or more.
 */
@ConfigurationProperties("tare")
record PreloadedImagesProperties(@DefaultValue List<String> images) {}
