package fobsmith.devices.pcsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A pcscd of this test's own with one virtual reader; the machine's own, if it runs, is left alone. */
final class PrivatePcscd implements AutoCloseable {
    static final String READER = "Virtual PCD";

    /** Of the reader, inside its private network. */
    private static final int PORT = 0x6b01;

    private static final List<String> DRIVER_FOLDERS =
            List.of("/usr/lib/pcsc/drivers/serial", "/usr/lib/x86_64-linux-gnu/pcsc/drivers/serial");

    private final Process process;
    private final Path service;

    private PrivatePcscd(Process process, Path service) {
        this.process = process;
        this.service = service;
    }

    /** What is missing, as a remedy; empty where nothing is. */
    static Optional<String> missing() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("run them as root");
        }
        boolean complete = driver().isPresent()
                && Stream.of("/usr/sbin/pcscd", "/usr/bin/unshare", "/usr/bin/perl")
                        .allMatch(program -> Files.isExecutable(Path.of(program)));
        return complete ? Optional.empty() : Optional.of("apt-get install pcscd vsmartcard-vpcd iproute2 perl");
    }

    private static Optional<Path> driver() {
        return DRIVER_FOLDERS.stream()
                .map(folder -> Path.of(folder, "libifdvpcd.so"))
                .filter(Files::exists)
                .findFirst();
    }

    /** Listens on the first file; the reader, called by the name, looks for its card on the second. */
    static PrivatePcscd start(Path folder, Path service, Path card, String name) throws IOException {
        var configuration = Files.createDirectories(folder.resolve("readers"));
        Files.writeString(
                configuration.resolve("vpcd"),
                "FRIENDLYNAME \"%s\"%nDEVICENAME /dev/null:0x%04X%nLIBPATH %s%nCHANNELID 0x%04X%n"
                        .formatted(name, PORT, driver().orElseThrow(), PORT));
        var script = folder.resolve("private-pcscd.pl");
        try (var text = PrivatePcscd.class.getResourceAsStream("private-pcscd.pl")) {
            Files.write(script, Objects.requireNonNull(text).readAllBytes());
        }
        var command = new ProcessBuilder(
                "unshare",
                "-m",
                "-n",
                "perl",
                script.toString(),
                service.toString(),
                configuration.toString(),
                card.toString(),
                String.valueOf(PORT));
        command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("pcscd.log").toFile()));
        return new PrivatePcscd(command.start(), service);
    }

    boolean isListening() {
        return Files.exists(service) && process.isAlive();
    }

    /** It goes on accepting connections, and answers nobody. */
    void pause() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        // What was started as unshare has become perl, and that pcscd.
        var command = "kill -%s %d".formatted(name, process.pid());
        try {
            int status = new ProcessBuilder("sh", "-c", command)
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (status != 0) {
                throw new IllegalStateException("pcscd got no signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
