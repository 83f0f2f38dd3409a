package fobsmith.cli;

import fobsmith.registry.AccessKey;
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
    public Integer call() {
        var account = accountId == null ? new Identifiers(surroundings().randomness()).account() : accountId;
        if (!ACCOUNT.matcher(account).matches()) {
            throw new CliException("account id \"%s\" is not 12 digits".formatted(account), "");
        }
        Users.requireName(administrator);
        var path = options().path(surroundings());
        requireFree(path);
        try (var key = options().key().create(surroundings());
                var registry = Registry.create(
                        path,
                        key,
                        RegistryKey.Cost.STANDARD,
                        account,
                        surroundings().clock(),
                        surroundings().randomness())) {
            addAdministrator(registry, path);
        }
        return ExitCode.OK;
    }

    /** Before a key file is written for nothing. */
    private static void requireFree(Path path) {
        if (Files.exists(path)) {
            throw new CliException(
                    path + " already exists",
                    "choose another place with --registry, or use the registry that is there");
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new CliException("cannot make the folder of %s: %s".formatted(path, e.getMessage()), "");
        }
    }

    private void addAdministrator(Registry registry, Path path) {
        var operator = RegistryOptions.operator(registry, surroundings());
        var user = registry.users().create(operator, administrator, "/", true);
        byte[] secret = registry.identifiers().secret();
        AccessKey key = registry.accessKeys().create(operator, user, secret);
        print(new Made(
                path.toString(),
                registry.accountId(),
                user.name(),
                key.id(),
                new String(secret, StandardCharsets.US_ASCII)));
        Arrays.fill(secret, (byte) 0);
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
