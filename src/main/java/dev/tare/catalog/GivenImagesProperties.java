package dev.tare.catalog;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is shown from the start.
 *
 * @param images Paths of the image archives to compare at start.
 */
@ConfigurationProperties("tare")
record GivenImagesProperties(@DefaultValue List<Path> images) {}
