package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.Port;
import fobsmith.devices.links.Links;
import fobsmith.devices.ykoath.SimulatedKey.Kind;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.UsbFunction;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract over USB, where the plug can be pulled at every transfer. */
abstract class YkOathOverUsbContract extends YkOathContract {
    /** Transfers of the reader's power off at the end, which nobody is told about where the link is lost meanwhile. */
    private static final int LEAVE = 2;

    /** APDUs of a whole provisioning. */
    private static final int EXCHANGES = 10;

    abstract Links link();

    /** Whose plug is pulled everywhere. */
    Set<Kind> pulled() {
        return EnumSet.allOf(Kind.class);
    }

    @Override
    final Held plug(SimulatedKey key) {
        return plug(key.reader);
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
        for (var kind : pulled()) {
            int transfers = transfersOf(kind, moment);
            for (int at = 1; at <= transfers; at++) {
                try (var fresh = new SimulatedKey(kind)) {
                    boolean lost = provision(kind, fresh, plug(new PulledAt(at, moment, fresh.reader)));
                    assertThat(lost || at > transfers - LEAVE)
                            .as("transfer %d of %s", at, kind)
                            .isTrue();
                    assertThat(provision(kind, fresh, plug(fresh)))
                            .as("after transfer %d of %s", at, kind)
                            .isFalse();
                }
            }
        }
    }

    private int transfersOf(Kind kind, PulledAt.Moment moment) {
        try (var key = new SimulatedKey(kind)) {
            var whole = new PulledAt(Integer.MAX_VALUE, moment, key.reader);
            assertThat(provision(kind, key, plug(whole))).isFalse();
            assertThat(whole.transfers()).isGreaterThanOrEqualTo(2 * EXCHANGES + LEAVE);
            return whole.transfers();
        }
    }
}
