package fobsmith.seedfiles;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One SafeWord record on its way to a key. Its {@code sccTokenData} is a list {@code sccKey=...;sccMode=E|T;sccPwLen=...}.
 * The steps of a time-based one are counted from 2000-01-01, which is handed on as a drift of minus as many steps. Faults are
 * kept until the record is complete, so that a bad one can be left out. Closing wipes the key.
 */
final class SafeWordRecord implements AutoCloseable {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_TEXT = 64;
    private static final int LONGEST_STEP = 86_400;

    private final Subject subject;
    private byte[] key = new byte[0];
    private String serial = "";
    private String model = "";
    private String mode = "";
    private String digits = "";
    private String timeStep = "";
    private String hash = "";
    private @Nullable SeedFileException fault;

    SafeWordRecord(int line) {
        subject = new Subject("the record of line " + line);
    }

    void read(SeedLine text) {
        int colon = indexOf(text, ':');
        if (colon < 0) {
            note(text.malformed("is no name with a value"));
            return;
        }
        var value = text.part(colon + 1, text.length());
        try {
            readValue(text.part(0, colon), value);
        } catch (SeedFileException e) {
            note(e);
        }
    }

    private void note(SeedFileException found) {
        fault = fault == null ? found : fault;
    }

    private void readValue(SeedLine name, SeedLine value) {
        if (is(name, "sccAuthenticatorId")) {
            serial = value.text("sccAuthenticatorId", LONGEST_SERIAL);
        } else if (is(name, "sccTokenType")) {
            model = value.text("sccTokenType", LONGEST_TEXT);
        } else if (is(name, "sccTokenData")) {
            readTokenData(value);
        }
    }

    private void readTokenData(SeedLine data) {
        int from = 0;
        for (int at = 0; at <= data.length(); at++) {
            if (at == data.length() || data.at(at) == ';') {
                readParameter(data.part(from, at));
                from = at + 1;
            }
        }
    }

    private void readParameter(SeedLine parameter) {
        int equals = indexOf(parameter, '=');
        if (equals < 0) {
            return;
        }
        var name = parameter.part(0, equals);
        var value = parameter.part(equals + 1, parameter.length());
        if (is(name, "sccKey")) {
            readKey(value);
        } else if (is(name, "sccMode")) {
            mode = value.text("sccMode", LONGEST_TEXT);
        } else if (is(name, "sccPwLen")) {
            digits = value.text("sccPwLen", LONGEST_TEXT);
        } else if (is(name, "sccTick")) {
            timeStep = value.text("sccTick", LONGEST_TEXT);
        } else if (is(name, "crypto")) {
            hash = value.text("crypto", LONGEST_TEXT);
        }
    }

    private void readKey(SeedLine value) {
        if (value.startsWith("(")) {
            throw subject.refused("has a key that SafeWord itself has encrypted, which only SafeWord opens");
        }
        if (key.length > 0) {
            throw subject.malformed("has several keys");
        }
        key = SeedText.hexadecimal(subject, value);
    }

    private static int indexOf(SeedLine text, char character) {
        for (int at = 0; at < text.length(); at++) {
            if (text.at(at) == character) {
                return at;
            }
        }
        return -1;
    }

    private static boolean is(SeedLine name, String expected) {
        return name.length() == expected.length() && name.startsWith(expected);
    }

    KeyPackage key(ReadingTerms terms) {
        if (fault != null) {
            throw fault;
        }
        if (serial.isEmpty() || key.length == 0) {
            throw subject.refused("has no serial number (sccAuthenticatorId) or no key (sccKey)");
        }
        var draft = new KeyDraft(subject, serial);
        draft.model = model;
        draft.type = type();
        draft.digits = digits;
        draft.timeStep = timeStep;
        draft.algorithm = hash;
        draft.timeDrift = mode.equals("T") ? drift() : null;
        // the draft takes over what it is given; this keeps and wipes its own
        return draft.finish(key.clone(), terms);
    }

    private String type() {
        return switch (mode) {
            case "T" -> "totp";
            case "E" -> "hotp";
            default -> throw subject.refused("is neither event-based (sccMode=E) nor time-based (sccMode=T)");
        };
    }

    private int drift() {
        int seconds = timeStep.isEmpty() ? 30 : subject.number("sccTick", timeStep);
        long epoch = EPOCH.getEpochSecond();
        if (seconds < 1 || seconds > LONGEST_STEP || epoch % seconds != 0) {
            throw subject.refused("counts steps of a length that does not divide the time from 1970 to 2000");
        }
        return (int) (-epoch / seconds);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
