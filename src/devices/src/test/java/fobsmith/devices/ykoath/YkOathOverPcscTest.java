package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.Port;
import fobsmith.devices.pcsc.NeedsPcscd;
import fobsmith.devices.pcsc.Seat;
import fobsmith.devices.pcsc.TakenAway;
import fobsmith.devices.pcsc.TakenAway.Moment;
import fobsmith.devices.pcsc.VirtualReader;
import fobsmith.devices.ykoath.SimulatedKey.Kind;
import fobsmith.firmware.usb.SmartCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A virtual reader of a real pcscd. The card is pulled out before every exchange of the family's shortest provisioning, and after one
 * that has changed the token: pcscd takes 0.4 s over noticing a card. In process and over USB all models are pulled out everywhere.
 */
@ExtendWith(NeedsPcscd.class)
class YkOathOverPcscTest extends YkOathContract {
    /** APDUs of it. */
    private static final int EXCHANGES = 8;

    private static final Seat SEAT = new Seat(new VirtualReader());

    @AfterAll
    static void leave() {
        SEAT.close();
    }

    @Override
    Held plug(SimulatedKey key) {
        return plug(key.twin);
    }

    private Held plug(SmartCard card) {
        SEAT.put(card);
        return new Held() {
            @Override
            public Port port() {
                return SEAT.port();
            }

            @Override
            public void unplug() {
                SEAT.pull();
            }

            @Override
            public void close() {}
        };
    }

    /** A Nitrokey 3 is told from others by the name of its reader, which this reader does not have. */
    @Override
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NITROKEY_3")
    void isFoundWithItsSerialNumber(Kind kind) {
        super.isFoundWithItsSerialNumber(kind);
    }

    @Test
    void losesTheLinkWhereverItIsPulledOutAndCanStartOver() {
        int exchanges = exchanges();
        assertThat(exchanges).isGreaterThanOrEqualTo(EXCHANGES);
        for (int at = 1; at <= exchanges; at++) {
            isPulledOut(at, Moment.BEFORE);
        }
        isPulledOut(exchanges - 2, Moment.AFTER);
    }

    private int exchanges() {
        try (var key = new SimulatedKey(Kind.NITROKEY_3)) {
            var whole = new TakenAway(key.twin, Integer.MAX_VALUE, Moment.BEFORE);
            assertThat(provision(Kind.NITROKEY_3, key, plug(whole))).isFalse();
            return whole.exchanges();
        }
    }

    private void isPulledOut(int at, Moment moment) {
        try (var key = new SimulatedKey(Kind.NITROKEY_3)) {
            assertThat(provision(Kind.NITROKEY_3, key, plug(new TakenAway(key.twin, at, moment))))
                    .as("exchange %d", at)
                    .isTrue();
            assertThat(provision(Kind.NITROKEY_3, key, plug(key)))
                    .as("after exchange %d", at)
                    .isFalse();
        }
    }
}
