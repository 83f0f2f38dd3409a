package fobsmith.devices.token2;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.Port;
import fobsmith.devices.pcsc.NeedsPcscd;
import fobsmith.devices.pcsc.Seat;
import fobsmith.devices.pcsc.TakenAway;
import fobsmith.devices.pcsc.VirtualReader;
import fobsmith.firmware.usb.SmartCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A virtual reader of a real pcscd that goes by the name of the token's own, by which the driver knows it. */
@ExtendWith(NeedsPcscd.class)
class Molto2OverPcscTest extends Molto2Contract {
    private static final Seat SEAT = new Seat(VirtualReader.called("TOKEN2 Molto2"));

    @AfterAll
    static void leave() {
        SEAT.close();
    }

    @Override
    Held plug(SimulatedMolto2 other) {
        return plug(other.twin);
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

    /** At its first exchange and when the seed is on its way: pcscd takes its time over noticing a card. USB has them all. */
    @ParameterizedTest
    @CsvSource({"1, BEFORE", "8, BEFORE", "8, AFTER"})
    void losesTheLinkWhenItIsPulledOutAndCanStartOver(int at, TakenAway.Moment moment) {
        try (var fresh = new SimulatedMolto2()) {
            assertThat(provision(plug(new TakenAway(fresh.twin, at, moment)))).isTrue();
            assertThat(provision(plug(fresh))).isFalse();
            assertShowsItsCodes(fresh);
        }
    }
}
