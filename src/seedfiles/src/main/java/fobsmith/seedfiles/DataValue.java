package fobsmith.seedfiles;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one value of a key, plain or encrypted (RFC 6030 section 4.1: Secret, Counter, Time, TimeInterval, TimeDrift). */
final class DataValue {
    private static final int LONGEST_NUMBER = 32;

    private final Container container;
    private final Subject subject;
    private final String name;
    private boolean plain;
    private @Nullable EncryptedValue encrypted;
    private byte[] mac = new byte[0];

    DataValue(Container container, Subject subject, String name) {
        this.container = container;
        this.subject = subject;
        this.name = name;
    }

    /** Reads a secret: hands over bytes, which the receiver wipes. */
    void secret(Consumer<byte[]> receiver) {
        read(() -> {
            container.protection().requirePlainSecretsAllowed(subject);
            receiver.accept(plainSecret());
        });
        if (encrypted != null) {
            receiver.accept(container.protection().open(subject, name, encrypted, mac));
        }
    }

    private byte[] plainSecret() {
        try (var text = new SecretText(new byte[SecretText.LONGEST])) {
            container.cursor().secret(text);
            return text.decode().orElseThrow(() -> subject.malformed("has a secret that is not base64"));
        }
    }

    /** Reads a number: hands over its digits. */
    void number(Consumer<String> receiver) {
        read(() -> receiver.accept(container.cursor().text(LONGEST_NUMBER)));
        if (encrypted != null) {
            var bytes = container.protection().open(subject, name, encrypted, mac);
            receiver.accept(digits(bytes));
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Encrypted numbers are decimal digits or a big-endian integer; the RFC does not say which, and both are found. */
    private String digits(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.US_ASCII);
        if (text.matches("[+-]?[0-9]+")) {
            return text;
        }
        if (bytes.length < 1 || bytes.length > 8) {
            throw subject.malformed("has an encrypted %s that is not a whole number".formatted(name));
        }
        // xs:int and xs:long have signs; shorter forms are those of python-pskc, which has none
        boolean signed = bytes.length == 4 || bytes.length == 8;
        return (signed ? new BigInteger(bytes) : new BigInteger(1, bytes)).toString();
    }

    private void read(Runnable plainReader) {
        var cursor = container.cursor();
        cursor.eachChild(child -> {
            switch (child) {
                case "PlainValue" -> {
                    plain = true;
                    plainReader.run();
                }
                case "EncryptedValue" -> encrypted = EncryptedValue.read(cursor);
                case "ValueMAC" -> mac = Base64Text.read(cursor, "ValueMAC");
                default -> throw cursor.unexpected();
            }
        });
        if (plain && encrypted != null) {
            throw subject.malformed("has a %s both in plain and encrypted".formatted(name));
        }
    }
}
