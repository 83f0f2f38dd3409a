package fobsmith.bench;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.provisioning.ImportOrder;
import fobsmith.provisioning.SeedFileImport;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.seedfiles.PskcReader;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.TransportKeys;
import fobsmith.seedfiles.writing.KeyDescription;
import fobsmith.seedfiles.writing.PskcProtection;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Keys a second of PSKC files, and the heap they take: written by our writer, read, and brought into a registry. */
public final class SeedFileRates {
    private static final byte[] TRANSPORT_KEY = new byte[16];
    private static final long MIB = 1 << 20;

    private SeedFileRates() {}

    /** {@code write FOLDER KEYS}, {@code read FILE}, {@code import FILE FOLDER}. */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" -> {
                int keys = Integer.parseInt(arguments[2]);
                write(file.resolve("plain.xml"), keys, PskcProtection.plain());
                write(file.resolve("encrypted.xml"), keys, encrypted());
            }
            case "read" -> measure("read", file, () -> read(file));
            case "import" -> measure("read, sealed and stored", file, () -> bringIn(file, Path.of(arguments[2])));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static PskcProtection encrypted() {
        return PskcProtection.preSharedKey("crate", TRANSPORT_KEY, PskcProtection.Suite.MANDATORY, new SecureRandom());
    }

    private static void write(Path file, int keys, PskcProtection protection) throws IOException {
        var randomness = new SecureRandom();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var writer = SeedFileWriter.pskc(out, protection)) {
            for (int i = 0; i < keys; i++) {
                var bytes = new byte[20];
                randomness.nextBytes(bytes);
                try (var seed = Seed.adopt(bytes)) {
                    var serial = "GAHT%08d".formatted(i);
                    writer.write(
                            new KeyDescription(serial, 0, "ACME", "F2", "", "", OtpProfile.Totp.STANDARD, null, null),
                            seed);
                }
            }
            writer.finish();
        }
    }

    private static ReadingTerms terms() {
        return ReadingTerms.STRICT.openedBy(TransportKeys.ofPreSharedKey(TRANSPORT_KEY));
    }

    private static long read(Path file) {
        long keys = 0;
        try (var reader = PskcReader.open(new BufferedInputStream(Files.newInputStream(file)), terms())) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().close();
                keys++;
            }
            return keys;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long bringIn(Path file, Path folder) {
        try (var key = RegistryKey.KeyFile.create(folder.resolve("registry.key"), new SecureRandom());
                var registry = Registry.create(
                        folder.resolve("registry.db"),
                        key,
                        new RegistryKey.Cost(8, 1, 1),
                        "123456789012",
                        InstantSource.system(),
                        new SecureRandom())) {
            var operator = registry.names().operator("bench", "localhost");
            return new SeedFileImport(registry)
                    .run(operator, ImportOrder.of(file, "", terms()))
                    .added();
        }
    }

    private static void measure(String what, Path file, LongSupplier work) {
        var watch = new Stopwatch();
        long keys = work.getAsLong();
        System.out.printf(
                "%-9s %-24s %s, peak heap %d MiB of %d%n",
                String.valueOf(file.getFileName()).replace(".xml", ""),
                what,
                watch.rate(keys),
                peakHeap() / MIB,
                Runtime.getRuntime().maxMemory() / MIB);
    }

    /** With what had not been collected yet. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
