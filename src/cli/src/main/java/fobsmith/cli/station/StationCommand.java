package fobsmith.cli.station;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "station",
        mixinStandardHelpOptions = true,
        description = {
            "Stations that write tokens and keep no seeds: what they write is sealed to the registry, as messages in files.",
            "At a station: init, join, show, tokens, send, acknowledge. At the registry: list, receive."
        })
public final class StationCommand extends Noun {
    public static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new StationCommand())
                .addSubcommand(new StationInit(surroundings))
                .addSubcommand(new StationJoin(surroundings))
                .addSubcommand(new StationShow(surroundings))
                .addSubcommand(new StationTokens(surroundings))
                .addSubcommand(new StationSend(surroundings))
                .addSubcommand(new StationAcknowledge(surroundings))
                .addSubcommand(new StationList(surroundings))
                .addSubcommand(new StationReceive(surroundings));
    }
}
