package fobsmith.cli;

import fobsmith.registry.Identifiers;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.Users;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Make a registry with an account id and one administrator, whose access key is shown once.",
            "Without --key-file or a passphrase option, a passphrase is asked for."
        })
final class InitCommand extends RegistryVerb {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    @Option(names = "--account-id", paramLabel = "DIGITS", description = "12 digits (default: random).")
    private @Nullable String accountId;

    @Option(
            names = "--administrator",
            paramLabel = "NAME",
            defaultValue = "administrator",
            description = "Name of the first user (default: ${DEFAULT-VALUE}).")
    private String administrator;

    InitCommand(Surroundings surroundings) {
        super(surroundings);
    }

    record Made(String registry, String accountId, String userName, String accessKeyId, String secretAccessKey) {}

    @Override
    public Integer call() throws IOException {
        var account = accountId == null ? new Identifiers(surroundings().randomness()).account() : accountId;
        if (!ACCOUNT.matcher(account).matches()) {
            throw new CliException("account id \"%s\" is not 12 digits".formatted(account), "");
        }
        Users.requireName(administrator);
        var path = options().path(surroundings());
        RegistryOptions.requireFree(path);
        var made = make(path, account);
        try {
            print(made);
            return ExitCode.OK;
        } catch (CliException _) {
            Files.delete(path);
            throw new CliException(
                    "the access key could not be shown, so no registry was made",
                    "look at where the output goes, then try again");
        }
    }

    private Made make(Path path, String account) {
        byte[] secret = new Identifiers(surroundings().randomness()).secret();
        try (var key = options().key().create(surroundings());
                var registry = Registry.create(
                        path,
                        key,
                        RegistryKey.Cost.STANDARD,
                        account,
                        surroundings().clock(),
                        surroundings().randomness(),
                        made -> addAdministrator(made, secret))) {
            var user = registry.users().get(administrator);
            var accessKey = registry.accessKeys().list(user, "", 1).items().getFirst();
            return new Made(
                    path.toString(),
                    account,
                    user.name(),
                    accessKey.id(),
                    new String(secret, StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void addAdministrator(Registry registry, byte[] secret) {
        var operator = RegistryOptions.operator(registry, surroundings());
        var user = registry.users().create(operator, administrator, "/", true);
        registry.accessKeys().create(operator, user, secret);
    }

    private void print(Made made) {
        output().print(made, """
                Registry %s is ready, account %s.
                Administrator "%s"; this key is not shown again:
                  AWS_ACCESS_KEY_ID=%s
                  AWS_SECRET_ACCESS_KEY=%s
                Next: fobsmith serve""".formatted(
                        made.registry, made.accountId, made.userName, made.accessKeyId, made.secretAccessKey));
    }
}
