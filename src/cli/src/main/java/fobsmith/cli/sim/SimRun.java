package fobsmith.cli.sim;

import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.Outlets;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.parts.Token;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run the tokens of fleet files, or fresh ones of a model, until interrupted.",
            "Tokens that have a plug are plugged into a USB/IP port, or as chosen. See fixtures/sim/three-fobs.json."
        })
final class SimRun implements Callable<Integer> {
    private static final int MOST_NAMED = 5;

    private final Surroundings surroundings;

    @Mixin
    private ControlOptions control;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "FLEETFILE", arity = "0..*", description = "JSON file that describes tokens.")
    private List<Path> fleets = List.of();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the control API on 127.0.0.1 (default: any free one).")
    private int port;

    @Option(
            names = "--usbip-port",
            paramLabel = "N",
            defaultValue = "3240",
            description = "USB/IP port on 127.0.0.1; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int usbIpPort;

    @ArgGroup(exclusive = false)
    private @Nullable Fresh fresh;

    /** Tokens fresh from the factory. */
    static final class Fresh {
        @Option(
                names = "--model",
                required = true,
                paramLabel = "MODEL",
                completionCandidates = Models.class,
                description = "Fresh tokens: ${COMPLETION-CANDIDATES}.")
        private String model;

        @Option(
                names = "--serial",
                paramLabel = "SERIAL",
                description = "Of the first, in the form of its model; the others count on from it.")
        private @Nullable String serial;

        @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "How many (default: 1).")
        private int count;

        @Option(
                names = "--images",
                paramLabel = "FOLDER",
                description = "Where they keep their flash; else they forget when the simulator ends.")
        private @Nullable Path images;

        @Option(
                names = "--vpcd",
                paramLabel = "PORT",
                description =
                        "Put them into pcscd's virtual reader, whose first slot has this port (Debian's has 35963).")
        private @Nullable Integer vpcd;

        @Option(
                names = "--pty",
                paramLabel = "LINK",
                description = "A serial console on a pseudo terminal, at this link.")
        private @Nullable Path pty;

        @Option(
                names = "--tcp",
                paramLabel = "PORT",
                description = "A serial console on a TCP port; 0 for any free one.")
        private @Nullable Integer tcp;

        FactoryOrder order() {
            return FactoryOrder.of(model, Optional.ofNullable(serial), count, Optional.ofNullable(images))
                    .pluggedInto(Outlets.choose(vpcd, pty, tcp));
        }
    }

    /** The names of models, for the help. */
    static final class Models implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FactoryOrder.models().iterator();
        }
    }

    SimRun(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    record Running(
            String url,
            String controlFile,
            @Nullable String usbIp,
            Map<String, String> places,
            int tokens,
            List<String> serials) {}

    @Override
    public Integer call() throws InterruptedException {
        var running = RunningSimulator.start(setting(), surroundings.clock());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        var view = view(running);
        output.print(view, text(view));
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    private RunningSimulator.Setting setting() {
        var orders = fresh == null ? List.<FactoryOrder>of() : List.of(fresh.order());
        return new RunningSimulator.Setting(fleets, orders, port, control.file(surroundings), usbIpPort);
    }

    private static Running view(RunningSimulator running) {
        var serials = running.simulator().tokens().stream().map(Token::serial).toList();
        var usbIp = running.usbIpAddress()
                .map(address -> "%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort()))
                .orElse(null);
        return new Running(
                running.address().toString(),
                running.controlFile().toString(),
                usbIp,
                running.places(),
                serials.size(),
                serials);
    }

    private static String text(Running view) {
        return "%d tokens run%s; control API at %s, control file %s%s; end with ctrl-C"
                .formatted(
                        view.tokens,
                        view.tokens <= MOST_NAMED ? " (%s)".formatted(String.join(", ", view.serials)) : "",
                        view.url,
                        view.controlFile,
                        (view.usbIp == null ? "" : ", USB/IP at " + view.usbIp) + places(view.places));
    }

    private static String places(Map<String, String> places) {
        return places.size() > MOST_NAMED
                ? ", %d elsewhere".formatted(places.size())
                : places.entrySet().stream()
                        .map(one -> ", %s at %s".formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining());
    }
}
