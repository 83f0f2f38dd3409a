package fobsmith.devices.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Links;
import fobsmith.firmware.link.FaultyReports;
import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.link.LinkFaults;
import fobsmith.firmware.usb.FeatureReports;
import fobsmith.firmware.usb.HidDevice;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token whose answers are spoilt, come again or never come, at each exchange of a whole provisioning. */
class NitrokeyStruckAtEachExchangeTest extends NitrokeyRig {
    private static final String COMMAND = "[A-Z][A-Z_ ]+";

    @Override
    Links link() {
        return Links.IN_PROCESS;
    }

    /** Strikes one exchange, counted from 1, which begins with a report of the host's. */
    private static final class StruckAt implements FeatureReports {
        private final LinkFaults faults = new LinkFaults();
        private final FeatureReports token;
        private final LinkFault fault;
        private final int struck;
        private int exchanges;

        StruckAt(FeatureReports token, LinkFault fault, int struck) {
            this.token = new FaultyReports(token, faults);
            this.fault = fault;
            this.struck = struck;
        }

        @Override
        public void powerOn() {
            token.powerOn();
        }

        @Override
        public void powerOff() {
            token.powerOff();
        }

        @Override
        public void set(byte[] report) {
            exchanges++;
            if (exchanges == struck) {
                faults.on(new LinkFaults.Setting(fault, 1, Duration.ZERO));
            }
            token.set(report);
        }

        @Override
        public byte[] get() {
            return token.get();
        }
    }

    private int provision(LinkFault fault, int struck) {
        var reports = new StruckAt(token.twin, fault, struck);
        over(new HidDevice(token.twin.identity(), reports), (profiles, lock, codes) -> {
            unlock(lock);
            profiles.erase(PROFILE);
            write(profiles, seed);
            assertCode(codes, seed);
        });
        return reports.exchanges;
    }

    /** How many exchanges that takes with a token that carries a seed. */
    private int exchanges() {
        provision(LinkFault.GARBAGE, 0);
        int exchanges = provision(LinkFault.GARBAGE, 0);
        assertThat(exchanges).isGreaterThanOrEqualTo(10);
        return exchanges;
    }

    @ParameterizedTest
    @CsvSource({
        "GARBAGE, Malformed, the token reports an error of its own after ",
        "SHORT, Malformed, a feature report of 32 bytes instead of 64",
        "SILENCE, LinkLost, the device does not answer",
        "RESET, Malformed, the answer to "
    })
    void anExchangeFailsByNameAndTheNextAttemptSucceeds(LinkFault fault, String type, String words) {
        int exchanges = exchanges();
        for (int at = 1; at <= exchanges; at++) {
            int struck = at;
            assertThatThrownBy(() -> provision(fault, struck))
                    .as("exchange %d", at)
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining(words)
                    .extracting(thrown -> thrown.getClass().getSimpleName())
                    .isEqualTo(type);
            provision(fault, 0);
        }
        assertThat(token.twin.state().adminTriesLeft()).isEqualTo(3);
    }

    /** An answer repeats the checksum of its request, so that it cannot pass for that to another one. */
    @Test
    void anAnswerThatComesAgainIsNotedOrTheTokenHasDoneAllThatItWasTold() {
        int exchanges = exchanges();
        int noted = 0;
        for (int at = 1; at <= exchanges; at++) {
            try {
                provision(LinkFault.REPEATED, at);
            } catch (DeviceException.LinkLost e) {
                assertThat(e.getMessage())
                        .as("exchange %d", at)
                        .matches("the token on in process has not answered " + COMMAND + " within 0 ms");
                noted++;
            } catch (DeviceException.Malformed e) {
                assertThat(at).as("%s", e.getMessage()).isOne();
                noted++;
            }
            provision(LinkFault.REPEATED, 0);
        }
        assertThat(noted).isGreaterThanOrEqualTo(exchanges - 1);
    }

    @Test
    void whatIsTooLongIsRead() {
        int exchanges = exchanges();
        for (int at = 1; at <= exchanges; at++) {
            assertThat(provision(LinkFault.OVERSIZED, at)).isEqualTo(exchanges);
        }
    }
}
