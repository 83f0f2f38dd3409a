package fobsmith.devices.pcsc;

import static org.awaitility.Awaitility.await;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.NativeCalls;
import fobsmith.firmware.usb.SmartCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A pcscd of the test's own with one virtual reader, and what a person does with them. Tests bear {@link NeedsPcscd}. */
public final class VirtualReader implements AutoCloseable {
    /** As pcscd calls it. */
    public static final String NAME = PrivatePcscd.READER + " 00 00";

    public static final String PLACE = "pcsc " + NAME;

    /** libpcsclite asks for its place once in the life of a process, so that all have one and the same. */
    private static final class Place {
        private static final Path FOLDER = choose();

        private static Path choose() {
            try {
                var folder = Files.createTempDirectory("pcscd").toRealPath();
                NativeCalls.setEnvironment(
                        "PCSCLITE_CSOCK_NAME", folder.resolve("service").toString());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path tree) {
            try (var files = Files.walk(tree)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final CardBus bus;
    private final String name;
    private PrivatePcscd service;

    /** As patient as people are. */
    public VirtualReader() {
        this(CardBus.open(), PrivatePcscd.READER);
    }

    /** @param limit how long an exchange may last */
    public VirtualReader(Duration limit) {
        this(CardBus.open(limit), PrivatePcscd.READER);
    }

    private VirtualReader(CardBus bus, String name) {
        this.bus = bus;
        this.name = name;
        this.service = start(name);
    }

    /** A reader that goes by the name of another, as drivers see it. */
    public static VirtualReader called(String name) {
        return new VirtualReader(CardBus.open(), name);
    }

    private static PrivatePcscd start(String name) {
        try {
            var started = PrivatePcscd.start(
                    Place.FOLDER, Place.FOLDER.resolve("service"), Place.FOLDER.resolve("card"), name);
            until(started::isListening);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CardBus bus() {
        return bus;
    }

    /** The only card there is. */
    public CardPort port() {
        return bus.ports().getFirst();
    }

    /** A card in the reader; closing it pulls it out. */
    public interface Inserted extends AutoCloseable {
        @Override
        void close();
    }

    /** Returns when pcscd has noticed it. */
    public Inserted insert(SmartCard card) {
        try {
            var inserted = new VpcdCard(Place.FOLDER.resolve("card"), card);
            until(() -> !bus.ports().isEmpty());
            return inserted::close;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void waitUntilEmpty() {
        until(() -> bus.ports().isEmpty());
    }

    /**
     * Runs another program that speaks PC/SC, and returns what it printed. It finds this service and no other program: some end
     * others that they take for rivals.
     */
    public String run(String... command) throws IOException, InterruptedException {
        var output = Place.FOLDER.resolve("output");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .put("PCSCLITE_CSOCK_NAME", Place.FOLDER.resolve("service").toString());
        builder.environment().put("HOME", Place.FOLDER.toString());
        builder.environment().put("PATH", Place.FOLDER.resolve("nothing").toString());
        var process = builder.start();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("%s failed: %s".formatted(List.of(command), Files.readString(output)));
            }
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }

    void stopService() {
        service.close();
    }

    void startServiceAgain() {
        service = start(name);
    }

    /** Until it is let go of, the service answers nobody; that waits until the bus has found it again. */
    Paused pauseService() {
        service.pause();
        return () -> {
            service.goOn();
            until(this::isListed);
        };
    }

    interface Paused extends AutoCloseable {
        @Override
        void close();
    }

    private boolean isListed() {
        try {
            bus.ports();
            return true;
        } catch (DeviceException.Unavailable _) {
            return false;
        }
    }

    static void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .until(condition);
    }

    @Override
    public void close() {
        bus.close();
        service.close();
    }
}
