package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm4KeyTest {
    private static final byte[] STANDARD_BLOCK = KnownAnswers.bytes("sm4.clear");

    private final Sm4Key standard = Sm4Key.adopt(KnownAnswers.bytes("sm4.key"));
    private final Sm4Key factory = Sm4Key.adopt(KnownAnswers.bytes("customer-key.sm4"));

    @Test
    void encryptsTheExampleOfTheStandard() {
        assertThat(Arrays.copyOf(standard.encrypt(STANDARD_BLOCK), 16)).isEqualTo(KnownAnswers.bytes("sm4.encrypted"));
    }

    @Test
    void isTheBeginningOfTheSha1OfACustomerKey() {
        try (var customerKey = CustomerKey.factory();
                var key = Sm4Key.of(customerKey)) {
            assertThat(key.answer(new byte[8])).isEqualTo(factory.answer(new byte[8]));
            assertThat(CustomerKey.sm4Bytes(customerKey)).isEqualTo(KnownAnswers.bytes("customer-key.sm4"));
        }
    }

    @Test
    void answersAChallengeFilledWithZeros() {
        assertThat(factory.answer(KnownAnswers.bytes("challenge"))).isEqualTo(KnownAnswers.bytes("authenticate.body"));
    }

    @Test
    void padsAFullBlockWithAnother() {
        assertThat(factory.encrypt(new byte[15])).hasSize(16);
        assertThat(factory.encrypt(new byte[16])).hasSize(32);
        assertThat(factory.encrypt(new byte[32])).hasSize(48);
    }

    /** The vendor's own known answer: token2/molto2-tools, tests/test_molto2.py. */
    @Test
    void padsAMessageBeforeItsMac() {
        assertThat(factory.mac("hello world test!!".getBytes(US_ASCII)))
                .isEqualTo(HexFormat.of().parseHex("2cf7c205"));
    }

    @Test
    void padsNoMessageThatFillsItsLastBlockBeforeItsMac() {
        assertThat(standard.mac(STANDARD_BLOCK)).isEqualTo(Arrays.copyOf(KnownAnswers.bytes("sm4.encrypted"), 4));
    }

    @Test
    void takesTheMacFromTheLastBlock() {
        var twoBlocks = Arrays.copyOf(STANDARD_BLOCK, 32);
        assertThat(standard.mac(twoBlocks))
                .isEqualTo(Arrays.copyOf(standard.encrypt(KnownAnswers.bytes("sm4.encrypted")), 4));
    }

    @Test
    void wipesItsBytesAndLeavesTheTextAlone() {
        var bytes = KnownAnswers.bytes("sm4.key");
        var plain = STANDARD_BLOCK.clone();
        try (var key = Sm4Key.adopt(bytes)) {
            key.encrypt(plain);
            assertThat(bytes).isEqualTo(KnownAnswers.bytes("sm4.key"));
        }
        assertThat(bytes).containsOnly(0);
        assertThat(plain).isEqualTo(STANDARD_BLOCK);
    }
}
