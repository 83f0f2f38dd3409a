package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.links.Links;
import fobsmith.devices.links.StruckCard;
import fobsmith.devices.ykoath.SimulatedKey.Kind;
import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key whose answers are spoilt, come again or never come, at each exchange of a whole provisioning. */
@Timeout(60)
class KeyStruckAtEachExchangeTest {
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    private static final String COMMAND =
            "(SELECT|SELECT MANAGEMENT|READ CONFIG|READ SERIAL|LIST|PUT|DELETE|CALCULATE) was ";

    private static final CcidTiming HASTY = new CcidTiming(
            Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMillis(100));

    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    @AfterEach
    void close() {
        seed.close();
    }

    /** An erasing that finds something, a writing, and a code that proves it. */
    private void provision(SimulatedKey key, Kind kind, Transport transport) {
        try (var session = kind.open(transport)) {
            session.erase(0);
            session.write(0, STANDARD, seed, "demo", key.clock);
            assertThat(session.readCode(0, STANDARD, key.clock.instant())).isEqualTo(key.expected(seed, STANDARD));
        }
    }

    private int provision(SimulatedKey key, Kind kind, LinkFault fault, int struck) {
        var card = new StruckCard(key.twin, fault, struck);
        card.powerOn();
        provision(key, kind, card::exchange);
        return card.exchanges();
    }

    /** How many exchanges that takes with a key that has a credential of ours. */
    private int exchanges(SimulatedKey key, Kind kind) {
        provision(key, kind, LinkFault.GARBAGE, 0);
        int exchanges = provision(key, kind, LinkFault.GARBAGE, 0);
        assertThat(exchanges)
                .as("a SELECT, four LISTs, a DELETE, a PUT and a CALCULATE")
                .isGreaterThanOrEqualTo(8);
        return exchanges;
    }

    static Stream<Arguments> spoilt() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of(LinkFault.GARBAGE, LinkFault.SHORT, LinkFault.OVERSIZED)
                        .map(fault -> Arguments.of(kind, fault)));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aSpoiltAnswerIsNotTakenForAGoodOneAndTheNextAttemptSucceeds(Kind kind, LinkFault fault) {
        try (var key = new SimulatedKey(kind)) {
            int exchanges = exchanges(key, kind);
            for (int at = 1; at <= exchanges; at++) {
                int struck = at;
                assertThatThrownBy(() -> provision(key, kind, fault, struck))
                        .as("exchange %d", at)
                        .isInstanceOfAny(DeviceException.Malformed.class, DeviceException.Refused.class)
                        .message()
                        .containsPattern(
                                fault == LinkFault.SHORT
                                        ? Pattern.compile(COMMAND + "|^a response of 1 bytes has no status word$")
                                        : Pattern.compile(COMMAND));
                provision(key, kind, fault, 0);
            }
        }
    }

    /**
     * One 9000 looks like another; but then the order was obeyed, and the code at the end proves it. An old YubiKey may seem to
     * tell no serial number.
     */
    @ParameterizedTest
    @EnumSource
    void anAnswerThatComesAgainIsNotedOrTheKeyHasDoneAllThatItWasTold(Kind kind) {
        int noted = 0;
        try (var key = new SimulatedKey(kind)) {
            int exchanges = exchanges(key, kind);
            for (int at = 1; at <= exchanges; at++) {
                try {
                    provision(key, kind, LinkFault.REPEATED, at);
                } catch (DeviceException.Malformed | DeviceException.Refused | DeviceException.Unsupported e) {
                    noted++;
                }
                provision(key, kind, LinkFault.REPEATED, 0);
            }
        }
        assertThat(noted).isGreaterThanOrEqualTo(4);
    }

    /** What was selected is forgotten; a YubiKey that answers nothing of its serial number might be an old one. */
    @ParameterizedTest
    @EnumSource
    void aKeyThatRestartsIsRefusedOrHasDoneAllThatItWasTold(Kind kind) {
        int refused = 0;
        try (var key = new SimulatedKey(kind)) {
            int exchanges = exchanges(key, kind);
            for (int at = 1; at <= exchanges; at++) {
                try {
                    provision(key, kind, LinkFault.RESET, at);
                } catch (DeviceException.Refused | DeviceException.Unsupported e) {
                    assertThat(e.getMessage())
                            .as("exchange %d", at)
                            .containsPattern("was refused: 6D00|does not tell its serial number");
                    refused++;
                }
                provision(key, kind, LinkFault.RESET, 0);
            }
        }
        assertThat(refused).as("all but SELECT").isGreaterThanOrEqualTo(7);
    }

    /** Of one key, since it costs time. */
    @Test
    void silenceIsNamedWithItsPortAndTheNextAttemptSucceeds() {
        try (var key = new SimulatedKey(Kind.YUBIKEY)) {
            int exchanges = exchanges(key, Kind.YUBIKEY);
            for (int at = 1; at <= exchanges; at++) {
                var card = new StruckCard(key.twin, LinkFault.SILENCE, at);
                assertThatThrownBy(() -> provisionOverUsbIp(key, card))
                        .as("exchange %d", at)
                        .isInstanceOf(DeviceException.LinkLost.class)
                        .message()
                        .matches("usbip \\S+ does not answer");
                provision(key, Kind.YUBIKEY, LinkFault.SILENCE, 0);
            }
        }
    }

    private void provisionOverUsbIp(SimulatedKey key, StruckCard card) {
        var reader =
                new CcidReader(key.twin.readerIdentity(), ExchangeLevel.EXTENDED_APDU, card, key.twin.readerLayout());
        try (var plugged = Links.USB_IP.plug(reader)) {
            provision(key, Kind.YUBIKEY, CcidTransport.open(plugged.port().open(), HASTY));
        }
    }
}
