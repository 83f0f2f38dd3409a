package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenSession;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.links.Steered;
import fobsmith.devices.token2.Molto2Session;
import fobsmith.firmware.Outlet;
import fobsmith.firmware.link.LinkFault;
import fobsmith.oath.HandTurnedClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cards on the USB/IP port whose responses are spoilt over the control API. */
class CardLinkFaultsTest {
    private static final CcidTiming HASTY = new CcidTiming(
            Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMillis(100));

    private static final String COMMAND = "(SELECT|SELECT MANAGEMENT|READ SERIAL|LIST|READ INFO|READ PROFILE)";

    /** An old key, whose serial number another application tells. */
    private static final String YUBIKEY_4 = """
            {"tokens": [{"model": "yubikey", "serial": "4194304", "version": "4.3.5",
              "quirks": {"NO_MANAGEMENT": true, "SERIAL_BY_OTP_APPLET": true}}]}""";

    /** Those that are plugged into USB; the single-profile tokens are reached through a reader only. */
    enum Card {
        YUBIKEY,
        YUBIKEY_4,
        CANOKEY,
        NITROKEY3,
        SOLO2,
        MOLTO2;

        String twin() {
            return name().toLowerCase(Locale.ROOT);
        }

        TokenSession open(CcidTransport transport) {
            return switch (this) {
                case YUBIKEY, YUBIKEY_4 -> YkOathSession.open(transport, YkOathModel.YUBIKEY, new SecureRandom());
                case CANOKEY -> YkOathSession.open(transport, YkOathModel.CANOKEY, new SecureRandom());
                case NITROKEY3 -> YkOathSession.open(transport, YkOathModel.NITROKEY_3, new SecureRandom());
                case SOLO2 -> YkOathSession.open(transport, YkOathModel.SOLO_2, new SecureRandom());
                case MOLTO2 -> Molto2Session.open(transport);
            };
        }
    }

    @TempDir
    Path folder;

    private Steered start(Card card) {
        var clock = HandTurnedClock.atStepStart();
        return card == Card.YUBIKEY_4
                ? Steered.startFleet(folder, YUBIKEY_4, "4194304", clock)
                : Steered.start(folder, card.twin(), new Outlet.UsbIp(), clock);
    }

    private static TokenSession session(Steered token, Card card) {
        var transport = CcidTransport.open(token.device(), HASTY);
        try {
            return card.open(transport);
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    private static void look(Steered token, Card card) {
        try (var session = session(token, card)) {
            assertThat(carriesSeed(session)).isFalse();
        }
    }

    private static boolean carriesSeed(TokenSession session) {
        return session.require(SeedProfiles.class, "take a seed").carriesSeed(0);
    }

    static Stream<Arguments> spoilt() {
        return Arrays.stream(Card.values())
                .flatMap(card -> Stream.of(LinkFault.GARBAGE, LinkFault.SHORT, LinkFault.OVERSIZED, LinkFault.SILENCE)
                        .map(fault -> Arguments.of(card, fault)));
    }

    /** Whichever exchange is struck: the first ones, which open the session, or one of an open session. */
    @ParameterizedTest
    @MethodSource("spoilt")
    void aCardThatIsNotUnderstoodIsNotTakenForAWellOne(Card card, LinkFault fault) {
        try (var token = start(card)) {
            token.control().fault(token.serial(), fault);
            assertThatThrownBy(() -> look(token, card)).satisfies(refusal(card, fault));
            token.control().mend(token.serial(), fault);
            try (var session = session(token, card)) {
                token.control().fault(token.serial(), fault);
                assertThatThrownBy(() -> carriesSeed(session)).satisfies(refusal(card, fault));
                token.control().mend(token.serial(), fault);
            }
            look(token, card);
        }
    }

    /**
     * Silence is of the link; all else is of what comes over it, and is told with the command where that is known. Turned over, 9000 is
     * 6FFF and 6A82 is 957D.
     */
    private static Consumer<Throwable> refusal(Card card, LinkFault fault) {
        return switch (fault) {
            case SILENCE -> failure(DeviceException.LinkLost.class, "usbip \\S+/1-1 does not answer");
            case GARBAGE ->
                failure(DeviceException.class, COMMAND + " was (refused: (6FFF|957D) .*|answered by \\d+ bytes .*)");
            case SHORT ->
                failure(
                        DeviceException.Malformed.class,
                        COMMAND + " was answered by \\d+ bytes .*|a response of 1 bytes has no status word");
            case OVERSIZED ->
                failure(
                        DeviceException.Malformed.class,
                        card == Card.MOLTO2
                                ? "the reader fails: the card sent more than fits"
                                : COMMAND + " was answered by 4\\d{3} bytes where a status word alone was due");
            case REPEATED, DELAY, RESET -> throw new AssertionError("not among these");
        };
    }

    private static Consumer<Throwable> forgetfulness(LinkFault fault) {
        return fault == LinkFault.RESET
                ? failure(DeviceException.Refused.class, "LIST was refused: 6D00 .*")
                : failure(DeviceException.Malformed.class, "the token lists something that is no credential");
    }

    private static Consumer<Throwable> failure(Class<? extends DeviceException> type, String message) {
        return thrown -> assertThat(thrown).isInstanceOf(type).message().matches(message);
    }

    /** Its second response is its first, and a card that restarts has forgotten what was selected. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MOLTO2")
    void aKeyThatForgetsOrRepeatsItselfIsNot(Card card) {
        try (var token = start(card)) {
            for (var fault : List.of(LinkFault.REPEATED, LinkFault.RESET)) {
                try (var session = session(token, card)) {
                    token.control().fault(token.serial(), fault);
                    assertThatThrownBy(() -> {
                                carriesSeed(session);
                                carriesSeed(session);
                            })
                            .satisfies(forgetfulness(fault));
                    token.control().mend(token.serial(), fault);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lateAnswersAreRead(Card card) {
        try (var token = start(card)) {
            token.control().delay(token.serial(), Duration.ofMillis(20), 3);
            look(token, card);
        }
    }
}
