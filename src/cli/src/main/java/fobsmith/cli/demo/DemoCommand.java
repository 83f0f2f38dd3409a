package fobsmith.cli.demo;

import fobsmith.cli.CliException;
import fobsmith.cli.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "From a vendor's seed file to a signed-in session, in a temporary folder that is removed afterwards.",
            "Runs the real service and simulated fobs; needs nothing and changes nothing."
        })
public final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    public DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("fobsmith-demo-");
        var interrupted = new Thread(() -> remove(folder));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (var stage = Stage.build(folder, surroundings)) {
            new Demo(stage, new Narrator(spec.commandLine().getOut())).run();
            return ExitCode.OK;
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new CliException("cannot remove %s: %s".formatted(folder, e.getMessage()), "remove it by hand");
        }
    }
}
