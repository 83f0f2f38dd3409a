package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files that go between a station and its registry: JSON; what matters in them is sealed, and bound to the rest. */
sealed interface StationMail {
    /** Letters hold a line for every token of the registry that was ever on a cable. */
    int LONGEST = 256 * 1024 * 1024;

    JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** What the file calls itself, so that no kind is taken for another. */
    String kind();

    /** A station's public key on its way to the registry. */
    record Introduction(String kind, String publicKey) implements StationMail {
        static final String KIND = "public key of a station";

        public Introduction {
            requireKind(KIND, kind);
            requireNonNull(publicKey, "no public key");
        }

        static Introduction of(byte[] publicKey) {
            return new Introduction(KIND, encode(publicKey));
        }

        byte[] key() {
            return decode(publicKey);
        }
    }

    /** Messages of a station, in the order of their sequence numbers. */
    record Messages(String kind, String account, int station, List<Message> messages) implements StationMail {
        static final String KIND = "messages of a station";

        public Messages {
            requireKind(KIND, kind);
            requireNonNull(account, "no account");
            messages = List.copyOf(messages);
        }
    }

    /** One sealed {@link StationReport}. */
    record Message(String id, long sequence, String sealed) {
        public Message {
            requireNonNull(id, "no id");
            requireNonNull(sealed, "nothing sealed");
        }

        static Message of(Row row) {
            return new Message(row.text("id"), row.number("sequence"), encode(row.bytes("envelope")));
        }

        byte[] envelope() {
            return decode(sealed);
        }

        static Canonical info(String account, int station, long sequence, String id) {
            return new Canonical()
                    .with("message of a station")
                    .with(account)
                    .with(station)
                    .with(sequence)
                    .with(id);
        }
    }

    /**
     * What the registry lets a station know: sealed {@link StationLetter}.
     *
     * @param at milliseconds since the epoch; later than in any letter before
     */
    record Envelope(String kind, String account, int station, long at, String registryKey, String sealed)
            implements StationMail {
        static final String KIND = "letter to a station";

        public Envelope {
            requireKind(KIND, kind);
            requireNonNull(account, "no account");
            requireNonNull(registryKey, "no key of the registry");
            requireNonNull(sealed, "nothing sealed");
        }

        static Canonical info(String account, int station, long at) {
            return new Canonical()
                    .with("letter to a station")
                    .with(account)
                    .with(station)
                    .with(at);
        }

        byte[] key() {
            return decode(registryKey);
        }

        byte[] content() {
            return decode(sealed);
        }
    }

    private static void requireKind(String wanted, String found) {
        if (!wanted.equals(found)) {
            throw new IllegalArgumentException("it is not a file of this kind");
        }
    }

    static byte[] bytes(StationMail mail) {
        return JSON.writeValueAsBytes(mail);
    }

    /** Reads one file; whatever is wrong with it is refused by name. */
    static <T extends StationMail> T read(Path file, Class<T> type, String kind) {
        try {
            if (Files.size(file) > LONGEST) {
                throw refused(file, kind);
            }
            return present(JSON.readValue(Files.readAllBytes(file), type), file, kind);
        } catch (JacksonException e) {
            throw refused(file, kind);
        } catch (NoSuchFileException e) {
            throw new StationException.Refused(
                    "there is no file %s".formatted(file), "name the file that was carried here");
        } catch (IOException e) {
            throw new StationException.Refused(
                    "cannot read %s: %s".formatted(file, e.getMessage()), "look at the file's permissions");
        }
    }

    /** JSON of one word, "null", is of every type. */
    private static <T> T present(@Nullable T mail, Path file, String kind) {
        if (mail == null) {
            throw refused(file, kind);
        }
        return mail;
    }

    private static StationException refused(Path file, String kind) {
        return new StationException.Refused(
                "%s is not a file with the %s".formatted(file, kind),
                "nothing has been changed; have it written again");
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new StationException.Refused(
                    "the file is damaged: a key or a sealed part of it is not Base64", "have it written again");
        }
    }
}
