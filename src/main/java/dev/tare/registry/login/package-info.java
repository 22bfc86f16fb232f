/**
 * The credentials for registries: in files of Docker and Podman, in the environment, and from credential helpers. It may
 * use {@code image} and {@code limits}.
 */
@NullMarked
package dev.tare.registry.login;

import org.jspecify.annotations.NullMarked;
