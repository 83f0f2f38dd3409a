package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever carries the files between a station and its registry may lose them, not change them. */
class StationMailTest {
    @TempDir
    Path folder;

    private TestRegistry service;
    private TestStation station;
    private final Seed seed = Seed.adopt("the seed of a token.".getBytes(StandardCharsets.US_ASCII));

    @BeforeEach
    void open() {
        service = TestRegistry.copyWithStation(folder);
        station = TestStation.copyOf(folder, service);
    }

    @AfterEach
    void close() {
        station.close();
        service.close();
    }

    private StationMail.Messages three() {
        for (int i = 1; i <= 3; i++) {
            station.write("8659622000000" + i, seed);
        }
        return messages();
    }

    private StationMail.Messages messages() {
        return StationMail.read(station.sent(), StationMail.Messages.class, StationMail.Messages.KIND);
    }

    private StationInbox.Received receive(StationMail.Messages mail) {
        return service.registry.stationInbox().receive(service.console, station.keep(StationMail.bytes(mail)));
    }

    private StationInbox.Received receive(StationMail.Messages like, List<StationMail.Message> messages) {
        return receive(new StationMail.Messages(like.kind(), like.account(), like.station(), messages));
    }

    /** Refused, by these words, and nothing is changed at the service. */
    private AbstractThrowableAssert<?, ?> assertRefused(StationMail.Messages mail) {
        var before = Contents.of(service.file());
        var thrown = assertThatThrownBy(() -> receive(mail)).isInstanceOf(StationException.Refused.class);
        assertThat(Contents.of(service.file())).isEqualTo(before);
        return thrown;
    }

    private AbstractThrowableAssert<?, ?> assertRefused(StationMail.Messages like, List<StationMail.Message> messages) {
        return assertRefused(new StationMail.Messages(like.kind(), like.account(), like.station(), messages));
    }

    @Test
    void isAppliedOnceHoweverOftenItArrives() {
        var mail = three();
        assertThat(receive(mail, mail.messages().subList(0, 2)).repeated()).isZero();
        assertThat(receive(mail).repeated()).isEqualTo(2);
        var before = Contents.of(service.file());
        var again = receive(mail);
        assertThat(again.repeated()).isEqualTo(3);
        assertThat(again.answers()).hasSize(3).allMatch(StationAnswer::applied);
        assertThat(Contents.of(service.file())).isEqualTo(before);
        assertThat(messages().messages())
                .as("what is not answered is sent again under the same ids")
                .extracting(StationMail.Message::id)
                .isEqualTo(mail.messages().stream().map(StationMail.Message::id).toList());
    }

    @Test
    void gapsAndAChangedOrderAreNamed() {
        var mail = three();
        var all = mail.messages();
        assertRefused(mail, all.subList(1, 3)).hasMessageStartingWith("message 2 comes where message 1 is due");
        assertRefused(mail, List.of(all.get(0), all.get(2)))
                .hasMessageStartingWith("message 3 comes where message 2 is due: messages in between are missing");
        var turned = new ArrayList<>(all);
        Collections.swap(turned, 0, 1);
        assertRefused(mail, turned).hasMessageStartingWith("message 2 comes where message 1 is due");
        assertRefused(mail, List.of(all.get(0), all.get(0)))
                .hasMessage("message 1 comes where message 2 is due: the order was changed");
    }

    @Test
    void messagesInEachOthersPlaceDoNotOpen() {
        var mail = three();
        var one = mail.messages().get(0);
        var two = mail.messages().get(1);
        assertRefused(
                        mail,
                        List.of(
                                new StationMail.Message(one.id(), one.sequence(), two.sealed()),
                                new StationMail.Message(two.id(), two.sequence(), one.sealed())))
                .hasMessage("message 1 does not open as one of station 1 \"packing\": it was changed, moved, or is"
                        + " another station's");
        assertRefused(mail, List.of(new StationMail.Message(two.id(), 1, two.sealed())));
        assertRefused(mail, List.of(new StationMail.Message(two.id(), one.sequence(), one.sealed())));
    }

    /** In the encapsulated key, the ciphertext and the tag; the last message is changed, and none is applied. */
    @Test
    void aChangedBitAnywhereStopsTheWholeFile() {
        var mail = three();
        var last = mail.messages().getLast();
        var chance = new Random(9180);
        for (int i = 0; i < 24; i++) {
            var envelope = last.envelope();
            int place = i < 8
                    ? chance.nextInt(32)
                    : i < 16 ? envelope.length - 1 - chance.nextInt(16) : chance.nextInt(envelope.length);
            envelope[place] ^= (byte) (1 << chance.nextInt(8));
            var changed = new StationMail.Message(
                    last.id(), last.sequence(), Base64.getEncoder().encodeToString(envelope));
            assertRefused(mail, List.of(mail.messages().get(0), mail.messages().get(1), changed));
        }
        assertRefused(mail, List.of(new StationMail.Message(last.id(), 1, "not base64!")));
        assertThat(receive(mail).answers()).hasSize(3);
    }

    @Test
    void aStationSpeaksForItselfOnly() {
        var mail = three();
        var forged = new TestStation(folder.resolve("forged"), service.clock);
        try (forged;
                var other = TestStation.of(folder.resolve("other"), service, "other")) {
            assertRefused(new StationMail.Messages(mail.kind(), mail.account(), 2, mail.messages()))
                    .hasMessageContaining("station 2 \"other\"");
            assertRefused(new StationMail.Messages(mail.kind(), mail.account(), 3, mail.messages()))
                    .hasMessage("no station with number 3 is registered");
            assertRefused(new StationMail.Messages(mail.kind(), "210987654321", 1, mail.messages()))
                    .hasMessageContaining("messages to the registry of account 210987654321");
            other.write("86596220000009", seed);
            var foreign = StationMail.read(other.sent(), StationMail.Messages.class, StationMail.Messages.KIND);
            assertRefused(mail, foreign.messages()).hasMessageContaining("or is another station's");
        }
    }

    @Test
    void ofARevokedStationNothingIsTaken() {
        var mail = three();
        service.registry.stations().revoke(service.console, "PACKING", "stolen");
        assertRefused(mail).hasMessageStartingWith("station 1 \"packing\" was revoked at ");
        assertThatThrownBy(() -> station.exported(service, "packing")).isInstanceOf(StationException.Refused.class);
        assertThat(service.registry.audit().newest(1).getFirst().detail()).isEqualTo("{\"reason\":\"stolen\"}");
    }

    @Test
    void aStationThatWasRolledBackIsFoundOut() throws IOException {
        station.close();
        Files.copy(station.file(), folder.resolve("kept"));
        var letter = writeAndSend("86596220000001");
        Files.delete(station.file());
        Files.copy(folder.resolve("kept"), station.file());
        try (var again = new TestStation(folder.resolve("station"), service.clock)) {
            again.write("86596220000002", seed);
            var mail = StationMail.read(again.sent(), StationMail.Messages.class, StationMail.Messages.KIND);
            assertRefused(mail).hasMessageContaining("was another one before: its database was rolled back");
            assertThatThrownBy(() -> again.own().acknowledge(again.console, letter))
                    .isInstanceOf(StationException.Refused.class)
                    .hasMessage("the letter answers message 1, which this station did not send so: its database was"
                            + " rolled back");
        }
    }

    /** The letter that answers it. */
    private Path writeAndSend(String serial) {
        try (var first = new TestStation(folder.resolve("station"), service.clock)) {
            first.write(serial, seed);
            return first.answered(service);
        }
    }

    @Test
    void aLetterIsOpenedByItsStationOnlyAndOnce() {
        three();
        var received = service.registry.stationInbox().receive(service.console, station.sent());
        var letter = station.keep(service.registry.stationInbox().answer(received, "registry.example"));
        var mail = StationMail.read(letter, StationMail.Envelope.class, StationMail.Envelope.KIND);
        var before = Contents.of(station.file());
        for (var changed : List.of(
                new StationMail.Envelope(
                        mail.kind(), mail.account(), 1, mail.at() + 1, mail.registryKey(), mail.sealed()),
                new StationMail.Envelope(mail.kind(), mail.account(), 2, mail.at(), mail.registryKey(), mail.sealed()),
                new StationMail.Envelope(mail.kind(), "210987654321", 1, mail.at(), mail.registryKey(), mail.sealed()),
                new StationMail.Envelope(
                        mail.kind(), mail.account(), 1, mail.at(), mail.registryKey(), flipped(mail.sealed())))) {
            var file = station.keep(StationMail.bytes(changed));
            assertThatThrownBy(() -> station.own().acknowledge(station.console, file))
                    .isInstanceOf(StationException.Refused.class);
        }
        assertThat(Contents.of(station.file())).isEqualTo(before);
        assertThat(station.own().acknowledge(station.console, letter)).hasSize(3);
        assertThatThrownBy(() -> station.own().acknowledge(station.console, letter))
                .isInstanceOf(StationException.Refused.class)
                .hasMessage("the letter is not newer than the last one that was read here");
    }

    private static String flipped(String sealed) {
        var bytes = Base64.getDecoder().decode(sealed);
        bytes[bytes.length / 2] ^= 1;
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whoever answered in the registry's name would make a station forget what nobody has. */
    @Test
    void nobodyElseAnswersForTheRegistry(@TempDir Path elsewhere) {
        three();
        try (var liar = TestRegistry.copy(elsewhere)) {
            liar.registry
                    .stations()
                    .register(
                            liar.console, "packing", station.keep(station.own().introduction()), "");
            liar.clock.turn(Duration.ofDays(1));
            assertThatThrownBy(() -> station.own().acknowledge(station.console, station.exported(liar, "packing")))
                    .isInstanceOf(StationException.Refused.class)
                    .hasMessageStartingWith("the letter does not open");
            assertThatThrownBy(() -> station.own().join(station.console, station.exported(liar, "packing"), ""))
                    .isInstanceOf(StationException.NotReady.class);
        }
        assertThat(messages().messages()).hasSize(3);
    }

    @Test
    void fingerprintsAreComparedWhereSomebodyReadsThemOut() {
        try (var fresh = new TestStation(folder.resolve("fresh"), service.clock)) {
            var stations = service.registry.stations();
            var introduction = fresh.keep(fresh.own().introduction());
            var wrong = "0000-0000-0000-0000-0000-0000-0000-0000-0000-0000";
            assertThatThrownBy(() -> stations.register(service.console, "fresh", introduction, wrong))
                    .isInstanceOf(StationException.Refused.class)
                    .hasMessageEndingWith("not " + wrong);
            var right = fresh.own().standing().fingerprint();
            assertThat(stations.register(service.console, "fresh", introduction, right.toUpperCase(Locale.ROOT)))
                    .extracting(Station::number, Station::fingerprint)
                    .containsExactly(2, right);
            assertThatThrownBy(() -> stations.register(service.console, "twice", introduction, ""))
                    .hasMessageContaining("station 2 \"fresh\"");
            var letter = fresh.exported(service, "fresh");
            assertThatThrownBy(() -> fresh.write("86596220000009", seed)).isInstanceOf(StationException.NotReady.class);
            assertThatThrownBy(() -> fresh.own().join(fresh.console, letter, wrong))
                    .hasMessageContaining("not " + wrong);
            fresh.own().join(fresh.console, letter, stations.ownFingerprint().orElseThrow());
            fresh.write("86596220000009", seed);
        }
    }

    @Test
    void aKeyOfLowOrderIsNobodys() {
        var zero = station.keep(StationMail.bytes(StationMail.Introduction.of(new byte[32])));
        assertThatThrownBy(() -> service.registry.stations().register(service.console, "zero", zero, ""))
                .isInstanceOf(StationException.Refused.class)
                .hasMessage("the file does not hold an X25519 public key");
    }

    @Test
    void anotherFileIsNotTakenForOne() throws IOException {
        var introduction = station.keep(station.own().introduction());
        for (var file : List.of(
                introduction,
                Files.writeString(folder.resolve("text"), "serial,seed\n"),
                folder.resolve("none"),
                folder)) {
            assertThatThrownBy(() -> service.registry.stationInbox().receive(service.console, file))
                    .isInstanceOf(StationException.Refused.class);
        }
    }
}
