package dev.tare.command;

import picocli.CommandLine.Command;

/** {@code tare base}, which contains the commands for base images. */
@Command(name = "base", description = "Manage the file of known base images, and check whether a base image has moved.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = { BaseAddCommand.class, BaseCheckCommand.class },
        footer = { "  tare base add --help", "  tare base check --help" })
final class BaseCommand {}
