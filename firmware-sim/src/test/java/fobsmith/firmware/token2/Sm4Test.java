package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Sm4Test {
    private final KnownAnswers known = new KnownAnswers();

    @Test
    void agreesWithTheExampleOfItsStandard() {
        assertThat(Sm4.encrypt(known.bytes("sm4.key"), known.bytes("sm4.clear")))
                .isEqualTo(known.bytes("sm4.encrypted"));
        assertThat(Sm4.decrypt(known.bytes("sm4.key"), known.bytes("sm4.encrypted")))
                .isEqualTo(known.bytes("sm4.clear"));
    }

    @Test
    void theFactorysKeyComesOutOfItsText() {
        assertThat(CustomerKey.sm4Key(known.bytes("customer-key"))).isEqualTo(known.bytes("customer-key.sm4"));
        assertThat(CustomerKey.factory()).isEqualTo(known.bytes("customer-key.sm4"));
    }

    /** One of a message that has to be padded, one of 5 + 27 bytes, which fill two blocks and get no third. */
    @Test
    void padsAMessageForItsMacOnlyWhereItDoesNotFillItsBlocks() {
        var title = Command.parse(known.bytes("title.apdu"));
        assertThat(Sm4.mac(known.bytes("customer-key.sm4"), title.macInput(Sm4.MAC)))
                .isEqualTo(Arrays.copyOfRange(known.bytes("title.apdu"), 21, 25));
        byte[] aligned = new byte[32];
        var key = known.bytes("customer-key.sm4");
        var first = Sm4.encrypt(key, new byte[16]);
        assertThat(Sm4.mac(key, aligned)).isEqualTo(Arrays.copyOf(Sm4.encrypt(key, first), Sm4.MAC));
    }
}
