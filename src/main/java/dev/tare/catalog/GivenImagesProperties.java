package dev.tare.catalog;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is shown from the start.
 *
 * @param images Images to compare at start, each as path or path#name.
 */
@ConfigurationProperties("tare")
record GivenImagesProperties(@DefaultValue List<String> images) {}
