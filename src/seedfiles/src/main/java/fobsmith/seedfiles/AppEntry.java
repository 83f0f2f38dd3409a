package fobsmith.seedfiles;

import fobsmith.oath.Base32;
import java.util.Arrays;
import java.util.Locale;

/** One key of an authenticator app's export, on its way. The account stands for the serial. Closing wipes the secret. */
final class AppEntry implements AutoCloseable {
    private final Subject subject;
    String issuer = "";
    String account = "";
    String type = "totp";
    String algorithm = "";
    String digits = "";
    String timeStep = "";
    String counter = "";
    private byte[] raw = new byte[0];

    AppEntry(int number) {
        subject = new Subject("entry %d".formatted(number));
    }

    Subject subject() {
        return subject;
    }

    /** Takes the text over, in base32. */
    void base32(byte[] text) {
        try {
            adopt(Base32.decode(text));
        } catch (IllegalArgumentException e) {
            // Base32 speaks without repeating what it read.
            throw subject.malformed("has a secret that is not base32: %s".formatted(e.getMessage()));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Takes the secret over. */
    void adopt(byte[] bytes) {
        close();
        raw = bytes;
    }

    KeyPackage finish(ReadingTerms terms) {
        var serial = AccountSerial.of(subject, issuer, account, terms);
        if (raw.length == 0) {
            throw subject.refused("comes without a secret");
        }
        var draft = new KeyDraft(subject, serial);
        draft.userId = account;
        draft.issuer = issuer;
        draft.type = type.toLowerCase(Locale.ROOT);
        draft.algorithm = algorithm;
        draft.digits = digits;
        draft.timeStep = draft.type.equals("totp") ? timeStep : "";
        draft.counter = counter;
        // the draft takes over what it is given; this keeps and wipes its own
        return draft.finish(raw.clone(), terms);
    }

    @Override
    public void close() {
        Arrays.fill(raw, (byte) 0);
    }
}
