package fobsmith.cli;

import fobsmith.cli.audit.TrailAnchor;
import fobsmith.iam.service.Endpoint;
import fobsmith.iam.service.HttpService;
import fobsmith.iam.service.PortBusyException;
import fobsmith.registry.Registry;
import fobsmith.registry.StationException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Answer AWS's IAM and STS protocol on 127.0.0.1 until interrupted.",
            "Try: aws --endpoint-url http://127.0.0.1:8470 iam list-users"
        })
final class ServeCommand extends RegistryVerb {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8470",
            description = "Port on 127.0.0.1; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--audit-anchor",
            paramLabel = "FILE",
            description = {
                "Add to this file, at the beginning, after every hundred records and at the end, how far the audit trail",
                "has come; see \"audit anchor\"."
            })
    private @Nullable Path anchorFile;

    ServeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    record Listening(String url, String accountId) {}

    @Override
    public Integer call() throws InterruptedException {
        var registry = open();
        var anchor = anchor(registry);
        var service = start(registry);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            anchor.ifPresent(TrailAnchor::close);
            registry.close();
        }));
        output().print(
                        new Listening(service.uri().toString(), registry.accountId()),
                        "listening on %s for account %s; end with ctrl-C"
                                .formatted(service.uri(), registry.accountId()));
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    /** A write-only station has nothing to serve. */
    private Registry open() {
        var registry = options().open(surroundings());
        try {
            registry.requireService("requests are answered");
            return registry;
        } catch (StationException e) {
            registry.close();
            throw e;
        }
    }

    /** The registry is closed here if the file cannot be written. */
    private Optional<TrailAnchor> anchor(Registry registry) {
        try {
            return Optional.ofNullable(anchorFile).map(file -> TrailAnchor.begin(registry.audit()::head, file));
        } catch (CliException e) {
            registry.close();
            throw e;
        }
    }

    /** The registry is closed here if the service does not start. */
    private HttpService start(Registry registry) {
        try {
            return HttpService.start(port, new Endpoint(registry)::answer);
        } catch (PortBusyException e) {
            registry.close();
            throw e;
        }
    }
}
