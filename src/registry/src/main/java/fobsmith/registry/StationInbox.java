package fobsmith.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes the messages of write-only stations into a registry: each once and in order. Before anything is changed the whole file
 * is looked at; then each message is one transaction. Thread-safe.
 */
public final class StationInbox {
    private final Database database;
    private final Vault vault;
    private final Stations stations;
    private final StationDeeds deeds;
    private final String account;
    private final Hpke hpke = new Hpke();

    StationInbox(Database database, Vault vault, Stations stations, StationDeeds deeds, String account) {
        this.database = database;
        this.vault = vault;
        this.stations = stations;
        this.deeds = deeds;
        this.account = account;
    }

    /**
     * What came of a file.
     *
     * @param answers to all of its messages
     * @param repeated how many had been answered before
     */
    public record Received(Station station, List<StationAnswer> answers, long repeated) {}

    /**
     * Does what the messages say, or refuses the file. A message that the registry's rules forbid is answered so, and the next
     * one is looked at.
     *
     * @throws StationException.Refused where the station is not one of ours, messages are missing, or one was changed
     */
    public Received receive(Actor actor, Path file) {
        var mail = StationMail.read(file, StationMail.Messages.class, StationMail.Messages.KIND);
        var sender = sender(mail);
        requireInOrder(mail.messages(), sender.station.lastSequence());
        mail.messages().forEach(message -> wipe(open(sender, message)));
        long last = sender.station.lastSequence();
        var answers = new ArrayList<StationAnswer>();
        for (var message : mail.messages()) {
            answers.add(message.sequence() <= last ? answered(sender, message) : apply(actor, sender, message));
        }
        long repeated = mail.messages().stream()
                .filter(message -> message.sequence() <= last)
                .count();
        return new Received(sender.station, List.copyOf(answers), repeated);
    }

    /** The letter that answers a file that was received. */
    public byte[] answer(Received received, String service) {
        return stations.letter(received.station.number(), service, received.answers);
    }

    private static final class Sender {
        private final Station station;
        private final byte[] publicKey;

        private Sender(Row row) {
            station = Station.of(row);
            publicKey = row.bytes("public_key");
        }
    }

    private Sender sender(StationMail.Messages mail) {
        if (!mail.account().equals(account)) {
            throw new StationException.Refused(
                    "these are messages to the registry of account %s, this is that of account %s"
                            .formatted(mail.account(), account),
                    "name the other registry with --registry");
        }
        var sender = database.read(
                        query -> query.find("SELECT * FROM station WHERE number = ?", Sender::new, mail.station()))
                .orElseThrow(() -> new StationException.Refused(
                        "no station with number %d is registered".formatted(mail.station()),
                        "register its public key with \"fobsmith key register-station\""));
        Stations.requireTrusted(sender.station);
        return sender;
    }

    private static void requireInOrder(List<StationMail.Message> messages, long last) {
        long expected = last + 1;
        boolean first = true;
        for (var message : messages) {
            if (first ? message.sequence() > expected : message.sequence() != expected) {
                throw outOfOrder(message.sequence(), expected);
            }
            first = false;
            expected = message.sequence() + 1;
        }
    }

    private static StationException outOfOrder(long found, long expected) {
        return new StationException.Refused(
                found > expected
                        ? "message %d comes where message %d is due: messages in between are missing"
                                .formatted(found, expected)
                        : "message %d comes where message %d is due: the order was changed".formatted(found, expected),
                "nothing has been changed; at the station run \"fobsmith station send --from %d\"".formatted(expected));
    }

    /** Whoever gets the bytes wipes them. */
    private byte[] open(Sender sender, StationMail.Message message) {
        var info = StationMail.Message.info(account, sender.station.number(), message.sequence(), message.id());
        try {
            var clear = database.read(query -> {
                try (var own = ExchangeKey.open(query, vault)) {
                    return hpke.open(message.envelope(), own, sender.publicKey, info);
                }
            });
            requireReport(clear);
            return clear;
        } catch (RegistryException.SealBroken | IllegalArgumentException e) {
            throw new StationException.Refused(
                    "message %d does not open as one of station %d \"%s\": it was changed, moved, or is another station's"
                            .formatted(message.sequence(), sender.station.number(), sender.station.name()),
                    "nothing has been changed; have the station write the file again");
        }
    }

    /** What is none has no owner that would wipe it. */
    private static void requireReport(byte[] clear) {
        try {
            StationReport.of(clear);
        } catch (IllegalArgumentException e) {
            wipe(clear);
            throw e;
        }
    }

    private static void wipe(byte[] clear) {
        Arrays.fill(clear, (byte) 0);
    }

    /** The answer of before; another message of the same number is of a station that was rolled back. */
    private StationAnswer answered(Sender sender, StationMail.Message message) {
        Optional<StationAnswer> known = database.read(query -> query.find(
                "SELECT * FROM station_message WHERE station = ? AND sequence = ? AND id = ?",
                StationAnswer::of,
                sender.station.number(),
                message.sequence(),
                message.id()));
        return known.orElseThrow(() -> new StationException.Refused(
                "message %d of station %d \"%s\" was another one before: its database was rolled back"
                        .formatted(message.sequence(), sender.station.number(), sender.station.name()),
                "make a new station, register it, and write again the tokens of this file"));
    }

    private StationAnswer apply(Actor actor, Sender sender, StationMail.Message message) {
        var clear = open(sender, message);
        try {
            return deeds.apply(actor, sender.station, message, clear);
        } finally {
            wipe(clear);
        }
    }
}
