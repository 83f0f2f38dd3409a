package fobsmith.seedfiles;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.seedfiles.writing.KeyDescription;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Some keys, and the files that hold them. */
final class WrittenFile {
    static final OtpProfile SHA256_8 = new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
    static final OtpProfile HOTP = new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6);

    /** One of each kind; the first is one that every format holds. */
    static final List<KeyDescription> KEYS = List.of(
            KeyDescription.of("GAHT00000001", OtpProfile.Totp.STANDARD)
                    .madeBy("oath.XX", "GHT-6")
                    .ownedBy("alice@example.org"),
            new KeyDescription("GAHT00000002", 2, "Smith & Sons", "<6>", "Acme", "bob", SHA256_8, null, -3),
            KeyDescription.of("GAHT00000003", HOTP).countingFrom(42));

    private WrittenFile() {}

    /** The bytes that this seed has in every file here. */
    static Seed seed(int number) {
        return Seed.adopt("written seed no. %03d".formatted(number).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] of(List<KeyDescription> keys, Function<OutputStream, SeedFileWriter> format) {
        var file = new ByteArrayOutputStream();
        try (var writer = format.apply(file)) {
            for (int i = 0; i < keys.size(); i++) {
                try (var seed = seed(i + 1)) {
                    writer.write(keys.get(i), seed);
                }
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
