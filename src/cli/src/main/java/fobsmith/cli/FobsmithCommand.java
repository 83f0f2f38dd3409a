package fobsmith.cli;

import picocli.CommandLine.Command;

@Command(
        name = "fobsmith",
        mixinStandardHelpOptions = true,
        version = "fobsmith 0.1.0",
        description = "A simulator and provisioning station for physical TOTP tokens.",
        synopsisSubcommandLabel = "COMMAND")
final class FobsmithCommand extends Noun {}
