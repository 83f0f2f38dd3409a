package fobsmith.devices.token2;

import fobsmith.devices.pcsc.CardPort;
import fobsmith.devices.pcsc.NeedsPcscd;
import fobsmith.devices.pcsc.VirtualReader;
import fobsmith.firmware.usb.SmartCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A virtual reader of a real pcscd. */
@ExtendWith(NeedsPcscd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SingleProfileOverPcscTest extends SingleProfileContract {
    private final VirtualReader reader = new VirtualReader();

    @AfterAll
    void close() {
        reader.close();
    }

    /** In the middle of the writing only: pcscd takes its time over noticing that a card came or went. */
    @Override
    int[] takenAwayAt() {
        return new int[] {10};
    }

    @Override
    Held hold(SmartCard token) {
        var inserted = reader.insert(token);
        return new Held() {
            @Override
            public CardPort port() {
                return reader.port();
            }

            @Override
            public void close() {
                inserted.close();
                reader.waitUntilEmpty();
            }
        };
    }
}
