package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.cli.CredentialFile;
import fobsmith.cli.LinkOptions;
import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import fobsmith.devices.AllCodes;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.TokenSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        description = "Show the codes of all credentials on a token, or why one tells none.")
final class TokenCodes implements Runnable {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "TOKEN",
            description = "Serial number or place (default: the only token there is).")
    private @Nullable String token;

    @Option(
            names = "--credential-file",
            paramLabel = "FILE",
            description = "File of mode 0600 whose first line is the token's password.")
    private @Nullable Path file;

    @Mixin
    private LinkOptions links;

    @Mixin
    private Output output;

    TokenCodes(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        try (var bench = links.open(surroundings);
                var session = bench.open(Optional.ofNullable(token))) {
            var all = session.require(AllCodes.class, "tell the codes of all its credentials at once");
            unlock(session);
            var told = all.readAllCodes(surroundings.clock().instant()).stream()
                    .map(ToldCode::of)
                    .toList();
            output.print(told, List.of("CREDENTIAL", "CODE", "WHY NONE"), ToldCode::cells);
        }
    }

    private void unlock(TokenSession session) {
        if (!(session instanceof CredentialLock lock) || !lock.locked()) {
            return;
        }
        lock.requireUnlockable();
        if (file == null) {
            throw new CliException(
                    "%s is locked with a password".formatted(session.serial()), "give it with --credential-file");
        }
        try (var credential = CredentialFile.read(file, "credential")) {
            lock.unlock(credential);
        }
    }
}
