package fobsmith.checks.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link ServiceMain} as a child process. Closing it ends it in good order. */
final class ServiceProcess implements AutoCloseable {
    /** How a process ends that was killed. */
    static final int KILLED = 128 + 9;

    private final Process process;
    private final BufferedReader said;
    private final Path complaints;
    private final URI uri;

    private ServiceProcess(Process process, Path complaints) throws IOException {
        this.process = process;
        this.complaints = complaints;
        said = process.inputReader();
        uri = URI.create(await(ServiceMain.LISTENING).substring(ServiceMain.LISTENING.length()));
    }

    static ServiceProcess start(Station station, String... options) throws IOException {
        var complaints = Files.createTempFile(station.file().getParent(), "service", ".err");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                ServiceMain.class.getName(),
                station.file().toString(),
                station.keyFile().toString(),
                station.clock.instant().toString()));
        command.addAll(List.of(options));
        return new ServiceProcess(
                new ProcessBuilder(command).redirectError(complaints.toFile()).start(), complaints);
    }

    URI uri() {
        return uri;
    }

    /** Reads on until a line begins so. */
    String await(String beginning) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("the service ended: " + Files.readString(complaints));
    }

    /** SIGKILL: nothing in the process learns of it. Answers how it ended. */
    int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    /** All that it wrote to standard error. */
    String complaints() throws IOException {
        return Files.readString(complaints);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
