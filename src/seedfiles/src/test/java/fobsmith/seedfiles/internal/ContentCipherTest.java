package fobsmith.seedfiles.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.BadPaddingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContentCipherTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvFileSource(files = {"../../fixtures/rfc3394/section-4.csv", "../../fixtures/rfc5649/section-6.csv"})
    void unwrapsTheExamplesOfTheStandards(String cipher, String key, String plain, String wrapped)
            throws GeneralSecurityException {
        assertThat(named(cipher).decrypt(key(key), HEX.parseHex(wrapped))).isEqualTo(HEX.parseHex(plain));
    }

    /** Test case 3 of McGrew and Viega, The Galois/Counter Mode of Operation, appendix B. */
    @Test
    void opensAnExampleOfGcm() throws GeneralSecurityException {
        var plain = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
        var value = "cafebabefacedbaddecaf888"
                + "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
                + "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091473f5985"
                + "4d5c2af327cd64a62cf35abd2ba6fab4";
        var key = key("feffe9928665731c6d6a8f9467308308");
        assertThat(ContentCipher.AES128_GCM.decrypt(key, HEX.parseHex(value))).isEqualTo(HEX.parseHex(plain));
    }

    @ParameterizedTest
    @EnumSource
    void takesNoValueOfAnImpossibleLength(ContentCipher cipher) {
        var key = WipedKey.adopt(new byte[cipher.keyLength()]);
        for (int length = 0; length < 80; length++) {
            var value = new byte[length];
            if (cipher.authenticates() || length < 16 || length % 8 != 0) {
                assertThatThrownBy(() -> cipher.decrypt(key, value)).isInstanceOf(GeneralSecurityException.class);
            }
        }
    }

    @Test
    void takesThePaddingAtItsWord() throws GeneralSecurityException {
        assertThat(XmlPadding.remove(HEX.parseHex("0102030405aabb03"), 8)).isEqualTo(HEX.parseHex("0102030405"));
        assertThat(XmlPadding.remove(HEX.parseHex("0102030405060708"), 8)).isEmpty();
        for (var impossible : new String[] {"0102030405060700", "0102030405060709", "01020304050607ff"}) {
            assertThatThrownBy(() -> XmlPadding.remove(HEX.parseHex(impossible), 8))
                    .isInstanceOf(BadPaddingException.class);
        }
    }

    @Test
    void wipesAKeyAndNotItsCopy() {
        var bytes = HEX.parseHex("feffe9928665731c6d6a8f9467308308");
        WipedKey copy;
        try (var key = WipedKey.adopt(bytes)) {
            copy = key.copy();
        }
        assertThat(bytes).containsOnly(0);
        assertThat(copy.as("AES").getEncoded()).startsWith(0xfe, 0xff);
        assertThat(copy).hasToString("WipedKey[16 bytes]");
    }

    private static WipedKey key(String hex) {
        return WipedKey.adopt(HEX.parseHex(hex));
    }

    private static ContentCipher named(String name) {
        return Stream.of(ContentCipher.values())
                .filter(cipher -> cipher.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no " + name + " among " + Arrays.toString(ContentCipher.values())));
    }
}
