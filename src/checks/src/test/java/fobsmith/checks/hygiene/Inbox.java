package fobsmith.checks.hygiene;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.seedfiles.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;

/** The folder of what an operator brings along and destroys afterwards: seed files, passwords, keys. It is not searched. */
record Inbox(Path folder) {
    private static final Path FIXTURES = Path.of("../../fixtures");
    private static final String PASSWORD = "correct horse";

    static Path fixture(String name) {
        return FIXTURES.resolve(name);
    }

    Path secret(String name, String line) throws IOException {
        var file = Files.writeString(folder.resolve(name), line + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    Path passwordFile() throws IOException {
        return secret("password", PASSWORD);
    }

    Path picture() throws IOException {
        var uri = "otpauth://totp/QRCODE00000001?secret=ORSXG5BAONSWKZBAN5TCAZTPMIQDAOJR";
        return Files.write(folder.resolve("picture.png"), QrCode.png(uri));
    }

    /** A fixture inside an OpenPGP message, by the password. */
    Path openPgp(String name) throws IOException {
        var file = Files.readAllBytes(fixture(name));
        var message = new ByteArrayOutputStream();
        var generator = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(new SecureRandom()));
        generator.addMethod(new BcPBEKeyEncryptionMethodGenerator(PASSWORD.toCharArray()));
        try (var encrypted = generator.open(message, new byte[4096]);
                var literal = new PGPLiteralDataGenerator()
                        .open(encrypted, PGPLiteralData.BINARY, "seeds", file.length, PGPLiteralData.NOW)) {
            literal.write(file);
        } catch (PGPException e) {
            throw new IOException(e);
        }
        return Files.write(folder.resolve("message.pgp"), message.toByteArray());
    }

    /** A fresh RSA key with its certificate, as PKCS #12 under the password. */
    Path identity() throws IOException, InterruptedException {
        var file = folder.resolve("identity.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "one",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=test",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        return file;
    }

    Path certificate(Path identity) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(identity.toFile(), PASSWORD.toCharArray());
        return Files.write(
                folder.resolve("certificate.der"), store.getCertificate("one").getEncoded());
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        var log = folder.resolve("keytool.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(new String(Files.readAllBytes(log), UTF_8));
        }
    }
}
