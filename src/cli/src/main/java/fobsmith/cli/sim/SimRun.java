package fobsmith.cli.sim;

import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import fobsmith.firmware.RunningSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run the tokens of fleet files until interrupted; see fixtures/sim/three-fobs.json.")
final class SimRun implements Callable<Integer> {
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

    SimRun(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    record Running(String url, String controlFile, int tokens) {}

    @Override
    public Integer call() throws InterruptedException {
        var running = RunningSimulator.start(fleets, surroundings.clock(), port, control.file(surroundings));
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        int tokens = running.simulator().tokens().size();
        output.print(
                new Running(running.address().toString(), running.controlFile().toString(), tokens),
                "%d tokens run; control API at %s, control file %s; end with ctrl-C"
                        .formatted(tokens, running.address(), running.controlFile()));
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }
}
