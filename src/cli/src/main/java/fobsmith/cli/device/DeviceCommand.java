package fobsmith.cli.device;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "device", mixinStandardHelpOptions = true, description = "MFA devices of users.")
public final class DeviceCommand extends Noun {
    public static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new DeviceCommand())
                .addSubcommand(new DeviceEnable(surroundings))
                .addSubcommand(new DeviceResync(surroundings))
                .addSubcommand(new DeviceDeactivate(surroundings))
                .addSubcommand(new DeviceTemporary(surroundings))
                .addSubcommand(new DeviceList(surroundings))
                .addSubcommand(new DeviceUnlock(surroundings));
    }
}
