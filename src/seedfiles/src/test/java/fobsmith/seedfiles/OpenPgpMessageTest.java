package fobsmith.seedfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.S2K;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.junit.jupiter.api.Test;

/** Messages are made by Bouncy Castle here, and by GnuPG in {@link GnuPgAgreesTest}. */
class OpenPgpMessageTest {
    private static final byte[] FILE = Fixtures.bytes("pskc/three-fobs.xml");
    private static final ReadingTerms TERMS =
            ReadingTerms.STRICT.openedBy(TransportKeys.ofPassword("correct horse".toCharArray()));

    @Test
    void readsWhatIsInsideAMessageWhateverItIs() throws Exception {
        assertThat(read(sealed(FILE, true), TERMS)).hasSize(3);
        assertThat(read(sealed(Fixtures.bytes("seedfiles/otpauth.txt"), true), TERMS.withEventBased()))
                .hasSize(3);
        assertThat(read(armoured(sealed(FILE, true)), TERMS)).hasSize(3);
    }

    @Test
    void readsAMessageWhoseContentsFormatIsForced() throws Exception {
        try (var reader = SeedFileFormat.PSKC.open(new ByteArrayInputStream(sealed(FILE, true)), TERMS)) {
            assertThat(Fixtures.readThrough(reader)).hasSize(3);
        }
    }

    @Test
    void refusesAMessageThatNothingProtectsAgainstChanges() throws Exception {
        var unprotected = sealed(FILE, false);
        assertThatThrownBy(() -> read(unprotected, TERMS))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("the OpenPGP message is not protected against changes (no integrity packet)");
    }

    @Test
    void givesNothingOfAMessageThatWasChangedOrCutOff() throws Exception {
        var message = sealed("F1,00112233445566778899,totp\n".repeat(40).getBytes(UTF_8), true);
        assertThat(OpenPgpMessage.matches(message)).isTrue();
        for (int at = message.length - 200; at < message.length; at += 3) {
            var changed = message.clone();
            changed[at] ^= 0x20;
            assertThatThrownBy(() -> read(changed, TERMS)).isInstanceOf(SeedFileException.class);
        }
        var cut = Arrays.copyOf(message, message.length - 30);
        assertThatThrownBy(() -> read(cut, TERMS)).isInstanceOf(SeedFileException.class);
    }

    @Test
    void saysThatAPasswordIsMissingOrWrong() throws Exception {
        var message = sealed(FILE, true);
        assertThatThrownBy(() -> read(message, ReadingTerms.STRICT))
                .hasMessage("the OpenPGP message is encrypted by a password, and no password was given");
        var wrong = ReadingTerms.STRICT.openedBy(TransportKeys.ofPassword("wrong".toCharArray()));
        assertThatThrownBy(() -> read(message, wrong))
                .hasMessage(
                        "the OpenPGP message does not open: the key is wrong, or the file was changed or is cut off");
    }

    @Test
    void refusesAMessageInAMessage() throws Exception {
        var nested = sealed(sealed(FILE, true), true);
        assertThatThrownBy(() -> read(nested, TERMS))
                .hasMessage("the OpenPGP message holds another, which is not opened");
    }

    /** Whoever writes the message chooses what its password costs its reader: up to a tebibyte of memory. */
    @Test
    void refusesAPasswordThatWouldCostTooMuch() throws Exception {
        var salt = "sixteen bytes...".getBytes(UTF_8);
        var message = sealed(FILE, new S2K.Argon2Params(salt, 1, 1, 10));
        assertThat(read(message, TERMS)).hasSize(3);
        int passes = new String(message, ISO_8859_1).indexOf("sixteen bytes...") + salt.length;
        for (var cost : List.of(new byte[] {1, 1, 30}, new byte[] {1, 1, 17}, new byte[] {(byte) 255, 1, 16})) {
            System.arraycopy(cost, 0, message, passes, cost.length);
            assertThatThrownBy(() -> read(message, TERMS))
                    .isInstanceOf(SeedFileException.Refused.class)
                    .hasMessage("the password of the OpenPGP message is made a key by Argon2 with more than 64 MiB,"
                            + " or more than 16 passes");
        }
    }

    private static List<String> read(byte[] message, ReadingTerms terms) {
        return Fixtures.readThrough(SeedFileReader.open(new ByteArrayInputStream(message), terms));
    }

    private static byte[] armoured(byte[] message) throws Exception {
        var text = new ByteArrayOutputStream();
        try (var armour = new ArmoredOutputStream(text)) {
            armour.write(message);
        }
        return text.toByteArray();
    }

    static byte[] sealed(byte[] file, boolean protectedAgainstChanges) throws Exception {
        return sealed(
                file, protectedAgainstChanges, new BcPBEKeyEncryptionMethodGenerator("correct horse".toCharArray()));
    }

    private static byte[] sealed(byte[] file, S2K.Argon2Params cost) throws Exception {
        return sealed(file, true, new BcPBEKeyEncryptionMethodGenerator("correct horse".toCharArray(), cost));
    }

    private static byte[] sealed(
            byte[] file, boolean protectedAgainstChanges, BcPBEKeyEncryptionMethodGenerator password) throws Exception {
        var message = new ByteArrayOutputStream();
        var generator = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(protectedAgainstChanges)
                .setSecureRandom(new SecureRandom()));
        generator.addMethod(password);
        try (var encrypted = generator.open(message, new byte[4096]);
                var literal = new PGPLiteralDataGenerator()
                        .open(encrypted, PGPLiteralData.BINARY, "seeds", file.length, PGPLiteralData.NOW)) {
            literal.write(file);
        }
        return message.toByteArray();
    }
}
