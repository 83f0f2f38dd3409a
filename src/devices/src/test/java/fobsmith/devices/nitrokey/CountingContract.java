package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.CountingProfiles.Counting;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session with a Nitrokey Pro does with profiles that count events, and with codes behind the user PIN. */
abstract class CountingContract extends NitrokeyRig {
    private static final OtpProfile.Hotp SIX = new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6);

    /** RFC 4226 appendix D. */
    private static final List<String> CODES = List.of("755224", "287082", "359152", "969429", "338314");

    private static String next(NitrokeyProSession session, int profile) {
        return session.nextCode(profile, SIX).reveal();
    }

    @Test
    void tellsTheCodesOfTheStandardOneAfterTheOther() {
        try (var plugged = link().plug(token.device);
                var session = open(plugged)) {
            unlock(session);
            for (int profile : session.countingProfiles()) {
                session.requireFits(profile, SIX, seed.length(), "demo");
                session.write(profile, SIX, seed, "demo", 0);
                assertThat(session.counting()).contains(new Counting(profile, "demo", 6, 0));
                assertThat(List.of(next(session, profile), next(session, profile)))
                        .isEqualTo(CODES.subList(0, 2));
            }
            assertThat(session.counting())
                    .containsExactly(
                            new Counting(15, "demo", 6, 2),
                            new Counting(16, "demo", 6, 2),
                            new Counting(17, "demo", 6, 2));
            session.erase(16);
            assertThat(session.counting()).extracting(Counting::profile).containsExactly(15, 17);
            assertThatThrownBy(() -> next(session, 16))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessage("profile 16 of %s carries no seed", product.serial());
            session.write(16, SIX, seed, "again", 3);
            assertThat(next(session, 16)).isEqualTo(CODES.get(3));
            assertThat(next(session, 15)).isEqualTo(CODES.get(2));
            assertThatThrownBy(() -> session.write(15, SIX, seed, "over it", 0))
                    .isInstanceOf(DeviceException.Refused.class);
        }
    }

    @Test
    void countsOnAfterItWasPulledOut() {
        try (var plugged = link().plug(token.device);
                var session = open(plugged)) {
            unlock(session);
            session.write(17, SIX, seed, "demo", 1);
            assertThat(next(session, 17)).isEqualTo(CODES.get(1));
        }
        token.twin.powerOff();
        try (var plugged = link().plug(token.device);
                var session = open(plugged)) {
            assertThat(next(session, 17)).isEqualTo(CODES.get(2));
        }
    }

    /** A code that was told and not heard is used up; none is told twice. */
    @Test
    void tellsNoCodeTwiceWhereverThePlugIsPulled() {
        try (var plugged = link().plug(token.device);
                var session = open(plugged)) {
            unlock(session);
            session.write(15, SIX, seed, "demo", 0);
        }
        var told = new ArrayList<String>();
        for (int at = 1; at <= 24; at++) {
            try (var plugged = link().plug(new PulledAt(at, PulledAt.Moment.AFTER, token.device));
                    var session = open(plugged)) {
                told.add(next(session, 15));
                told.add(next(session, 15));
            } catch (DeviceException.LinkLost e) {
                // A code that was not heard may be used up.
            }
        }
        assertThat(told).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }

    @Test
    void readsCodesBehindTheUserPin() {
        try (var guarded = SimulatedNitrokey.withCodesBehindUserPin(product);
                var plugged = link().plug(guarded.device);
                var session = open(plugged);
                var pin = TokenCredential.adopt("123456".getBytes(US_ASCII));
                var wrong = TokenCredential.adopt("654321".getBytes(US_ASCII))) {
            unlock(session);
            session.write(15, SIX, seed, "demo", 0);
            session.write(PROFILE, STANDARD, seed, "demo", guarded.clock);
            assertThat(session.codesLocked()).isTrue();
            assertThatThrownBy(() -> next(session, 15)).isInstanceOf(DeviceException.Refused.class);
            assertThatThrownBy(() -> session.unlockCodes(wrong))
                    .isInstanceOfSatisfying(
                            DeviceException.WrongCredential.class,
                            refused -> assertThat(refused.triesLeft()).isEqualTo(2));
            session.unlockCodes(pin);
            assertThat(session.codesLocked()).isFalse();
            assertThat(next(session, 15)).isEqualTo(CODES.getFirst());
            assertCode(session, seed);
            session.erase(15);
        }
    }

    @Test
    void leavesTheLastTryOfTheUserPin() {
        try (var guarded = SimulatedNitrokey.withCodesBehindUserPin(product);
                var plugged = link().plug(guarded.device);
                var session = open(plugged);
                var pin = TokenCredential.adopt("123456".getBytes(US_ASCII));
                var wrong = TokenCredential.adopt("654321".getBytes(US_ASCII))) {
            for (int left = 2; left >= 1; left--) {
                assertThatThrownBy(() -> session.unlockCodes(wrong))
                        .isInstanceOf(DeviceException.WrongCredential.class);
            }
            assertThatThrownBy(() -> session.unlockCodes(pin)).isInstanceOf(DeviceException.Refused.class);
            assertThat(guarded.twin.state().userTriesLeft()).isEqualTo(1);
            session.allowLastCodeTries();
            session.unlockCodes(pin);
            assertThat(guarded.twin.state().userTriesLeft()).isEqualTo(3);
        }
    }
}
