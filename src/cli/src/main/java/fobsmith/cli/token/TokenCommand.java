package fobsmith.cli.token;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "token", mixinStandardHelpOptions = true, description = "Tokens in stock and in hand.")
public final class TokenCommand extends Noun {
    public static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(new TokenScan(surroundings))
                .addSubcommand(new TokenWatching(surroundings))
                .addSubcommand(new TokenCodes(surroundings))
                .addSubcommand(new TokenImport(surroundings))
                .addSubcommand(new TokenExport(surroundings))
                .addSubcommand(new TokenList(surroundings))
                .addSubcommand(new TokenShow(surroundings))
                .addSubcommand(new TokenHistory(surroundings))
                .addSubcommand(new TokenLabel(surroundings))
                .addSubcommand(new TokenCheck(surroundings))
                .addSubcommand(new TokenReserve(surroundings))
                .addSubcommand(new TokenRelease(surroundings))
                .addSubcommand(new TokenLost(surroundings))
                .addSubcommand(new TokenFound(surroundings))
                .addSubcommand(new TokenRetire(surroundings))
                .addSubcommand(new TokenAbandon(surroundings));
    }
}
