package fobsmith.seedfiles;

import java.util.Arrays;

/** One key of an export of Google Authenticator. Its time step is always 30 seconds; its account stands for the serial. */
final class MigrationKey implements AutoCloseable {
    private static final int LONGEST_TEXT = 256;

    private final SeedLine uri;
    private byte[] raw = new byte[0];
    private String name = "";
    private String issuer = "";
    private long algorithm;
    private long digits;
    private long type;
    private long counter;

    private MigrationKey(SeedLine uri) {
        this.uri = uri;
    }

    static KeyPackage read(SeedLine uri, ProtobufMessage message, ReadingTerms terms) {
        try (var key = new MigrationKey(uri)) {
            key.read(message);
            return key.finish(terms);
        }
    }

    private void read(ProtobufMessage message) {
        while (message.next()) {
            switch (message.field()) {
                case 1 -> {
                    close();
                    raw = message.bytes();
                }
                case 2 -> name = text("name", message);
                case 3 -> issuer = text("issuer", message);
                case 4 -> algorithm = message.number();
                case 5 -> digits = message.number();
                case 6 -> type = message.number();
                case 7 -> counter = message.number();
                default -> {} // of a newer version of the app
            }
        }
    }

    private String text(String what, ProtobufMessage message) {
        var text = PrintableText.collapsed(message.text());
        PrintableText.fault(text, LONGEST_TEXT).ifPresent(fault -> {
            throw uri.malformed("%s of a key %s".formatted(what, fault));
        });
        return text;
    }

    private KeyPackage finish(ReadingTerms terms) {
        int colon = name.indexOf(':');
        boolean prefixed = colon >= 0
                && (issuer.isEmpty() || issuer.equals(name.substring(0, colon).strip()));
        var account = prefixed ? name.substring(colon + 1).strip() : name;
        var from = prefixed && issuer.isEmpty() ? name.substring(0, colon).strip() : issuer;
        var subject = new Subject("a key of " + uri.place());
        var draft = new KeyDraft(subject, AccountSerial.of(subject, from, account, terms));
        draft.userId = account;
        draft.issuer = from;
        draft.algorithm = algorithm();
        draft.digits = digits();
        draft.type = type();
        draft.counter = String.valueOf(counter);
        if (raw.length == 0) {
            throw subject.refused("comes without a secret");
        }
        // the draft takes over what it is given; this keeps and wipes its own
        return draft.finish(raw.clone(), terms);
    }

    /** An enumeration's number, as one that can be switched on. */
    private static int small(long number) {
        return Math.clamp(number, -1, 99);
    }

    private String algorithm() {
        return switch (small(algorithm)) {
            case 0, 1 -> "SHA1";
            case 2 -> "SHA256";
            case 3 -> "SHA512";
            default -> "MD5 or newer";
        };
    }

    private String digits() {
        return switch (small(digits)) {
            case 0, 1 -> "6";
            case 2 -> "8";
            default -> "-1";
        };
    }

    private String type() {
        return switch (small(type)) {
            case 0, 2 -> "totp";
            case 1 -> "hotp";
            default -> "newer";
        };
    }

    @Override
    public void close() {
        Arrays.fill(raw, (byte) 0);
    }
}
