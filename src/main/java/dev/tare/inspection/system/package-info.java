/**
 * What files of the operating system state: os-release, users and groups, home folders, interpreters of scripts.
 */
@NullMarked
package dev.tare.inspection.system;

import org.jspecify.annotations.NullMarked;
