package fobsmith.devices.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.firmware.nitrokey.Pace;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.ReportFault;
import fobsmith.firmware.usb.UsbFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session with a Nitrokey Pro makes of a token that is slow, silent, damaged or pulled out. */
abstract class NitrokeyFaultContract extends NitrokeyRig {
    /** Requests of a whole provisioning, each of which is sent and answered. */
    private static final int REQUESTS = 13;

    private boolean changing;

    @Test
    void waitsUntilTheTokenIsReady() {
        token.twin.pace(new Pace.Reads(3));
        over(token.device, (profiles, lock, codes) -> {
            unlock(lock);
            write(profiles, seed);
            assertCode(codes, seed);
        });
    }

    @Test
    void saysThatTheTokenIsNeverReady() {
        over(token.device, (profiles, _, _) -> {
            token.twin.pace(Pace.NEVER);
            assertThatThrownBy(() -> profiles.carriesSeed(0))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessageMatching("the token on .+ has not answered READ SLOT within 0 ms");
        });
    }

    @Test
    void isDeadWhenThePlugWasPulled() {
        try (var plugged = link().plug(token.device);
                var session = open(plugged)) {
            plugged.unplug();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
    }

    /** Each transfer of a whole provisioning; before one is after the one before it, as far as the token can tell. */
    @Test
    void losesTheLinkWhereverThePlugIsPulledAndCanStartOver() {
        int transfers = transfers();
        for (int at = 1; at <= transfers; at++) {
            try (var fresh = new SimulatedNitrokey(product)) {
                changing = false;
                assertThat(provision(new PulledAt(at, PulledAt.Moment.BEFORE, fresh.device)))
                        .as("transfer %d", at)
                        .isTrue();
                assertThat(provision(fresh.device)).as("after transfer %d", at).isFalse();
                assertThat(fresh.title(PROFILE)).isEqualTo("demo");
            }
        }
    }

    private int transfers() {
        var whole = new PulledAt(Integer.MAX_VALUE, PulledAt.Moment.BEFORE, token.device);
        assertThat(provision(whole)).isFalse();
        assertThat(whole.transfers()).isGreaterThanOrEqualTo(2 * REQUESTS);
        return whole.transfers();
    }

    /** Whether the link was lost on the way; whatever else goes wrong comes out. */
    private boolean provision(UsbFunction device) {
        try {
            over(device, (profiles, lock, codes) -> {
                unlockAsTheStationDoes(lock);
                profiles.erase(PROFILE);
                write(profiles, seed);
                assertCode(codes, seed);
                changing = true;
                lock.changeCredential(next);
            });
            return false;
        } catch (DeviceException.LinkLost e) {
            return true;
        }
    }

    /** After a change that was broken off the PIN may be either; a try is lost where it is the old one. */
    private void unlockAsTheStationDoes(CredentialLock lock) {
        try {
            if (changing) {
                lock.unlock(next);
                return;
            }
        } catch (DeviceException.WrongCredential e) {
            assertThat(e.triesLeft()).isEqualTo(2);
        }
        unlock(lock);
    }

    /** What is longer than was asked for, a link may cut or refuse. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWER_OVERSIZED")
    void saysWhatIsWrongWithTheReportsAndTakesNoneForAnAnswer(ReportFault fault) {
        over(token.device, (profiles, lock, _) -> {
            unlock(lock);
            token.device.fault(fault);
            assertThatThrownBy(() -> write(profiles, seed))
                    .isInstanceOfAny(DeviceException.LinkLost.class, DeviceException.Malformed.class);
            token.device.mend();
        });
        assertThat(provision(token.device)).isFalse();
    }

    @Test
    void isNotMisledByReportsThatAreTooLong() {
        over(token.device, (profiles, lock, codes) -> {
            unlock(lock);
            token.device.fault(ReportFault.ANSWER_OVERSIZED);
            try {
                write(profiles, seed);
                assertCode(codes, seed);
            } catch (DeviceException.Malformed _) {
                // That is the other way.
            }
            token.device.mend();
        });
    }
}
