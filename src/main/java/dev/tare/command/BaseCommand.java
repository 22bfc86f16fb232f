package dev.tare.command;

import picocli.CommandLine.Command;

/** {@code tare base}, which contains the commands for known base images. */
@Command(name = "base", description = "Manage the file of known base images.", synopsisSubcommandLabel = "COMMAND",
        subcommands = BaseAddCommand.class, footer = "  tare base add --help")
final class BaseCommand {}
