package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.LegibleCredential;
import fobsmith.devices.TokenCredential;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerKeyTest {
    private final SecureRandom randomness = new SecureRandom();

    @Test
    void isTheVendorsWhenItLeavesTheFactory() {
        try (var key = CustomerKey.factory()) {
            assertThat(text(key)).isEqualTo("TOKEN2MOLTO1-KEY");
        }
    }

    @Test
    void isSixteenLegibleCharactersThatCanBeTypedIntoTheVendorsTools() {
        try (var key = LegibleCredential.random(randomness)) {
            assertThat(text(key)).matches("[A-Za-z0-9]{16}").doesNotContainPattern("[0O1lI]");
        }
    }

    @Test
    void isNeverTheSameTwiceAndUsesEveryCharacter() {
        var keys = Stream.generate(() -> LegibleCredential.random(randomness))
                .limit(1000)
                .map(CustomerKeyTest::text)
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(String.join("", keys).chars().distinct()).hasSize(57);
    }

    @Test
    void takesKeysOfAnyLengthButNone() {
        try (var one = TokenCredential.adopt(new byte[1]);
                var many = TokenCredential.adopt(new byte[500]);
                var none = TokenCredential.adopt(new byte[0])) {
            assertThat(CustomerKey.sm4Bytes(one)).hasSize(16).isNotEqualTo(CustomerKey.sm4Bytes(many));
            assertThatThrownBy(() -> CustomerKey.sm4Bytes(none)).isInstanceOf(DeviceException.Unsupported.class);
        }
    }

    private static String text(TokenCredential key) {
        return key.use(bytes -> new String(bytes, US_ASCII));
    }
}
