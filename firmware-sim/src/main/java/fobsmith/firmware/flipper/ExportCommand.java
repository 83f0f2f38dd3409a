package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;

/** Prints all entries with their seeds, once somebody has allowed it by a button. */
final class ExportCommand implements Command {
    private final Entries entries;

    ExportCommand(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Optional<Dialogue> run(Arguments arguments, Output output) {
        output.line(Colour.WARNING, "WARNING!")
                .line(
                        Colour.WARNING,
                        "ALL THE INFORMATION (INCL. UNENCRYPTED SECRET) ABOUT ALL THE TOKENS WILL BE EXPORTED AND"
                                + " PRINTED TO THE CONSOLE.")
                .line(Colour.WARNING, "Confirm this action on your Flipper");
        return Optional.of(new ButtonWait());
    }

    private final class ButtonWait implements Waiting {
        @Override
        public WaitingFor what() {
            return WaitingFor.EXPORT;
        }

        /** Assumed: what is typed meanwhile is lost. */
        @Override
        public Optional<Dialogue> key(int key, Output output) {
            return Optional.of(this);
        }

        @Override
        public boolean isEnteredBy(int key) {
            return false;
        }

        @Override
        public Optional<Dialogue> done(boolean agreed, Output output) {
            if (agreed) {
                print(output);
            } else {
                output.line(Colour.INFO, "User has not confirmed");
            }
            return Optional.empty();
        }
    }

    private void print(Output output) {
        output.newLine().line("# --- EXPORT LIST BEGIN ---");
        for (int i = 0; i < entries.size(); i++) {
            print(entries.get(i), i, output);
        }
        output.line("# --- EXPORT LIST END ---").newLine();
    }

    private void print(Entry entry, int index, Output output) {
        var seed = entries.seed(index);
        var text = base32(seed);
        output.text("otpauth://%s/%s?secret=".formatted(entry.kind().text(), percentEncoded(entry.name())))
                .bytes(text)
                .text("&algorithm=%s&digits=%d".formatted(entry.hash().text(), entry.digits()))
                .line(
                        entry.kind() == Kind.HOTP
                                ? "&counter=" + Long.toUnsignedString(entry.counter())
                                : "&period=" + entry.step());
        Arrays.fill(seed, (byte) 0);
        Arrays.fill(text, (byte) 0);
    }

    private static String percentEncoded(String name) {
        var encoded = new StringBuilder();
        for (byte character : name.getBytes(US_ASCII)) {
            boolean plain = Character.isLetterOrDigit(character) || character == '-' || character == '_';
            encoded.append(plain ? Character.toString(character) : "%%%02x".formatted(character));
        }
        return encoded.toString();
    }

    /** Without padding. */
    private static byte[] base32(byte[] seed) {
        var text = new byte[(seed.length * 8 + 4) / 5];
        for (int i = 0; i < text.length; i++) {
            int value = 0;
            for (int bit = 5 * i; bit < 5 * i + 5; bit++) {
                value = value << 1 | (bit / 8 < seed.length ? seed[bit / 8] >> (7 - bit % 8) & 1 : 0);
            }
            text[i] = (byte) PlainSeed.ALPHABET.charAt(value);
        }
        return text;
    }
}
