package fobsmith.devices.token2;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.Port;
import fobsmith.devices.links.Links;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.UsbFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract over USB, where the plug can be pulled at every transfer. */
abstract class Molto2OverUsbContract extends Molto2Contract {
    /** APDUs of a whole provisioning. */
    private static final int EXCHANGES = 12;

    /** Transfers of the reader's power off at the end, which nobody is told about where the link is lost meanwhile. */
    private static final int LEAVE = 2;

    abstract Links link();

    @Override
    final Held plug(SimulatedMolto2 other) {
        return plug(other.reader);
    }

    private Held plug(UsbFunction device) {
        var plugged = link().plug(device);
        return new Held() {
            @Override
            public Port port() {
                return plugged.port();
            }

            @Override
            public void unplug() {
                plugged.unplug();
            }

            @Override
            public void close() {
                plugged.close();
            }
        };
    }

    /** Each transfer of a whole provisioning, of its opening and of its closing. */
    @ParameterizedTest
    @EnumSource
    void losesTheLinkWhereverThePlugIsPulledAndCanStartOver(PulledAt.Moment moment) {
        int transfers = transfersOf(moment);
        for (int at = 1; at <= transfers; at++) {
            try (var fresh = new SimulatedMolto2()) {
                boolean lost = provision(plug(new PulledAt(at, moment, fresh.reader)));
                assertThat(lost || at > transfers - LEAVE).as("transfer %d", at).isTrue();
                assertThat(provision(plug(fresh))).as("after transfer %d", at).isFalse();
                assertShowsItsCodes(fresh);
            }
        }
    }

    private int transfersOf(PulledAt.Moment moment) {
        var whole = new PulledAt(Integer.MAX_VALUE, moment, token.reader);
        assertThat(provision(plug(whole))).isFalse();
        assertThat(whole.transfers()).isGreaterThanOrEqualTo(2 * EXCHANGES + LEAVE);
        return whole.transfers();
    }
}
