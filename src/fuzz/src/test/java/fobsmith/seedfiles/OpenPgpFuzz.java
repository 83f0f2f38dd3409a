package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** OpenPGP messages: what stands in one where the last byte is even, since a fuzzer never finds how to encrypt; else all of it. */
final class OpenPgpFuzz {
    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int FEWEST_ROUNDS = 0;
    private static final ReadingTerms TERMS =
            ReadingTerms.STRICT.withEventBased().openedBy(TransportKeys.ofPassword(PASSWORD));

    private OpenPgpFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws PGPException, IOException {
        boolean inside = bytes.length > 0 && (bytes[bytes.length - 1] & 1) == 0;
        try (var reader = SeedFileReader.open(new ByteArrayInputStream(inside ? sealed(bytes) : bytes), TERMS)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().close();
            }
        } catch (SeedFileException e) {
            e.ofOneKey();
        }
    }

    /** A message with these packets, by a password. */
    private static byte[] sealed(byte[] packets) throws PGPException, IOException {
        var message = new ByteArrayOutputStream();
        var generator = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_128)
                .setWithIntegrityPacket(true)
                .setSecureRandom(CHANCE));
        var digest = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256);
        generator.addMethod(new BcPBEKeyEncryptionMethodGenerator(PASSWORD.clone(), digest, FEWEST_ROUNDS));
        try (var encrypted = generator.open(message, new byte[1024])) {
            encrypted.write(packets);
        }
        return message.toByteArray();
    }

    /** Writes what the fuzzer begins with into a folder: what stands in a message, and a whole one. */
    public static void main(String[] arguments) throws PGPException, IOException {
        var packet = new ByteArrayOutputStream();
        var line = "F1,00112233445566778899,totp\n".getBytes(StandardCharsets.US_ASCII);
        try (var literal = new PGPLiteralDataGenerator()
                .open(packet, PGPLiteralData.BINARY, "seeds", line.length, PGPLiteralData.NOW)) {
            literal.write(line);
        }
        var folder = Path.of(arguments[0]);
        Files.write(folder.resolve("inside.pgp"), packet.toByteArray());
        Files.write(folder.resolve("whole.pgp"), sealed(packet.toByteArray()));
    }
}
