package fobsmith.devices.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.hid.HidReports;
import fobsmith.devices.links.Steered;
import fobsmith.firmware.Outlet;
import fobsmith.firmware.link.LinkFault;
import fobsmith.oath.HandTurnedClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A token on the USB/IP port whose reports are spoilt over the control API. */
class NitrokeyLinkFaultsTest {
    @TempDir
    Path folder;

    private Steered token;

    @BeforeEach
    void start() {
        token = Steered.start(folder, "nitrokey-pro", new Outlet.UsbIp(), HandTurnedClock.atStepStart());
    }

    @AfterEach
    void stop() {
        token.close();
    }

    private NitrokeyProSession session() {
        return NitrokeyProSession.open(
                Sessions.pipe(HidReports.open(token.device(), Duration.ofMillis(300))),
                NitrokeyModel.PRO,
                new SecureRandom());
    }

    @ParameterizedTest
    @CsvSource({
        "GARBAGE, reports an error of its own after READ SLOT",
        "SHORT, a feature report of 32 bytes instead of 64",
        "REPEATED, has not answered READ SLOT within 0 ms",
        "SILENCE, /1-1 does not answer",
        "RESET, the answer to READ SLOT has a wrong checksum"
    })
    void anExchangeFailsByNameAndTheNextSessionDoesNot(LinkFault fault, String words) {
        try (var session = session()) {
            token.control().fault(token.serial(), fault, 1);
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOfAny(DeviceException.LinkLost.class, DeviceException.Malformed.class)
                    .hasMessageContaining(words);
        }
        assertThat(token.control().faults(token.serial()).link()).isNull();
        try (var session = session()) {
            assertThat(session.carriesSeed(0)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OVERSIZED", "DELAY"})
    void whatIsTooLongOrLateIsRead(LinkFault fault) {
        try (var session = session()) {
            if (fault == LinkFault.DELAY) {
                token.control().delay(token.serial(), Duration.ofMillis(20), 1);
            } else {
                token.control().fault(token.serial(), fault, 1);
            }
            assertThat(session.carriesSeed(0)).isFalse();
        }
    }

    @Test
    void aFaultLastsUntilItIsMended() {
        token.control().fault(token.serial(), LinkFault.GARBAGE);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::session).isInstanceOf(DeviceException.Malformed.class);
        }
        token.control().mend(token.serial(), LinkFault.GARBAGE);
        session().close();
    }
}
