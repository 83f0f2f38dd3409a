package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import fobsmith.devices.links.StruckCard;
import fobsmith.devices.pcsc.NeedsPcscd;
import fobsmith.devices.pcsc.VirtualReader;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.token2.SingleProfile;
import fobsmith.firmware.token2.SingleProfileDescription;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token whose answers are spoilt, come again or never come, at each exchange of a whole provisioning. */
@Timeout(30)
class SingleProfileLinkFaultsTest {
    /** Of an opening, an erasing and a writing; the first alone is asked of other cards too. */
    private static final int EXCHANGES = 11;

    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final SingleProfile token = SingleProfile.of(
            SingleProfileDescription.of(SingleProfileDescription.FIRST_SERIAL), Flash.inMemory(), clock, new Random(1));
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    @AfterEach
    void close() {
        seed.close();
        token.close();
    }

    private int provision(StruckCard card) {
        card.powerOn();
        provision(card::exchange);
        return card.exchanges();
    }

    private void provision(Transport transport) {
        try (var session = SingleProfileSession.open(transport, new SecureRandom())) {
            session.erase(0);
            session.write(0, STANDARD, seed, "", clock);
        }
    }

    private boolean showsTheSeedsCode() {
        return token.press()
                .display()
                .equals(Codes.code(seed, STANDARD, clock.instant()).reveal());
    }

    @Test
    void aWholeProvisioningTakesSoMany() {
        assertThat(provision(new StruckCard(token, LinkFault.GARBAGE, 0))).isEqualTo(EXCHANGES);
    }

    @ParameterizedTest
    @EnumSource(names = {"GARBAGE", "SHORT", "OVERSIZED"})
    void aSpoiltAnswerIsNotTakenForAGoodOneAndTheNextAttemptSucceeds(LinkFault fault) {
        for (int at = 1; at <= EXCHANGES; at++) {
            var card = new StruckCard(token, fault, at);
            assertThatThrownBy(() -> provision(card))
                    .as("exchange %d", at)
                    .isInstanceOfAny(
                            at == 1 ? DeviceException.Unsupported.class : DeviceException.Malformed.class,
                            at == 1 ? DeviceException.Unsupported.class : DeviceException.Refused.class);
            provision(new StruckCard(token, fault, 0));
            assertThat(showsTheSeedsCode()).as("after exchange %d", at).isTrue();
        }
    }

    /** One 9000 looks like another, so that an order's may be the one before it again; but then the order was obeyed. */
    @Test
    void anAnswerThatComesAgainIsNotedOrTheTokenHasDoneAllThatItWasTold() {
        int noted = 0;
        for (int at = 1; at <= EXCHANGES; at++) {
            var card = new StruckCard(token, LinkFault.REPEATED, at);
            try {
                provision(card);
                assertThat(showsTheSeedsCode()).as("exchange %d", at).isTrue();
            } catch (DeviceException.Malformed e) {
                noted++;
            }
            provision(new StruckCard(token, LinkFault.REPEATED, 0));
            assertThat(showsTheSeedsCode()).as("after exchange %d", at).isTrue();
        }
        assertThat(noted)
                .as("two challenges, what they were answered, and the clock")
                .isEqualTo(5);
    }

    /** The token restarts at each order; whoever was authentic is not any more. */
    @Test
    void aTokenThatLeftTheFieldForAMomentIsNotTakenForWritten() {
        int refused = 0;
        for (int at = 1; at <= EXCHANGES; at++) {
            var card = new StruckCard(token, LinkFault.RESET, at);
            try {
                provision(card);
                assertThat(showsTheSeedsCode()).as("exchange %d", at).isTrue();
            } catch (DeviceException.Refused e) {
                assertThat(e.getMessage()).as("exchange %d", at).matches(".*(6983|6A80).*");
                refused++;
            }
            provision(new StruckCard(token, LinkFault.RESET, 0));
            assertThat(showsTheSeedsCode()).as("after exchange %d", at).isTrue();
        }
        assertThat(refused).as("two authentications, and two orders after each").isEqualTo(6);
    }

    /** As firmware before 2025 does after a wrong answer, which a spoilt challenge must not lead to. */
    @Test
    void aTokenThatLocksItselfIsNamedAndNotTriedFurther() {
        var old = SingleProfileDescription.of(SingleProfileDescription.FIRST_SERIAL)
                .withLocksForGood(true);
        try (var locking = SingleProfile.of(old, Flash.inMemory(), clock, new Random(1))) {
            assertThatThrownBy(() -> provision(new StruckCard(locking, LinkFault.GARBAGE, 3)))
                    .isInstanceOf(DeviceException.Refused.class);
            provision(new StruckCard(locking, LinkFault.GARBAGE, 0));
            locking.powerOn();
            locking.exchange(HexFormat.of().parseHex("804b08000100"));
            locking.exchange(HexFormat.of().parseHex("80ce000010" + "00".repeat(16)));
            assertThatThrownBy(() -> provision(new StruckCard(locking, LinkFault.GARBAGE, 0)))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessageContaining("6983");
        }
    }

    /** A real pcscd waits without end. */
    @Test
    @ExtendWith(NeedsPcscd.class)
    void silenceIsNamedWithItsReaderAndTheNextAttemptSucceeds() {
        try (var reader = new VirtualReader(Duration.ofMillis(300))) {
            try (var _ = reader.insert(new StruckCard(token, LinkFault.SILENCE, EXCHANGES - 1))) {
                assertThatThrownBy(() -> provision(reader.port().openAsGuest()))
                        .isInstanceOf(DeviceException.LinkLost.class)
                        .hasMessage("%s has not answered within 300 ms", VirtualReader.PLACE);
            }
            reader.waitUntilEmpty();
            try (var _ = reader.insert(token)) {
                provision(reader.port().openAsGuest());
                assertThat(showsTheSeedsCode()).isTrue();
            }
        }
    }
}
