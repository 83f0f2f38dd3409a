package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.Hex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The twin gives the answers that are known, to the requests that ykman sends. */
class KnownAnswersTest {
    private static final Path FILE = Path.of("../fixtures/models/yubico-yubikey5/known-answers.txt");

    private final Properties known = new Properties();
    private YubiKey token;
    private Wire wire;

    @BeforeEach
    void readAndMake() throws IOException {
        try (var reader = Files.newBufferedReader(FILE)) {
            known.load(reader);
        }
        var draws = Stream.of("salt", "validate.card-challenge")
                .map(name -> ByteBuffer.wrap(Hex.bytes(hex(name)))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getLong())
                .collect(Collectors.toCollection(ArrayDeque::new));
        token = YubiKey.of(
                YubiKeyDescription.of(YubiKeyDescription.FIRST_SERIAL),
                Flash.inMemory(),
                InstantSource.fixed(Instant.EPOCH),
                draws::remove);
        token.powerOn();
        wire = new Wire(token);
    }

    @AfterEach
    void remove() {
        token.close();
    }

    private String hex(String name) {
        return Objects.requireNonNull(known.getProperty(name), name);
    }

    @Test
    void readsItsConfiguration() {
        wire.send("00a4040008a000000527471117");
        assertThat(wire.send("001d000000")).isEqualTo(hex("read-config.answer"));
    }

    @Test
    void takesWhatYkmanPutsAndComputes() {
        assertThat(wire.select()).isEqualTo(hex("select.answer"));
        assertThat(List.of("put.sha1six", "put.hotp5", "put.touchy", "put.short"))
                .allSatisfy(put -> assertThat(wire.send(hex(put))).isEqualTo("9000"));
        assertThat(wire.send(hex("calculate.hotp5"))).isEqualTo(hex("calculate.hotp5.answer"));
        assertThat(wire.send(hex("calculate.hotp5"))).isEqualTo(hex("calculate.hotp5.next"));
        wire.add("Steam:gamer");
        var steam = Wire.order("00a20000", Wire.name("Steam:gamer") + "74080000000003912f6b");
        assertThat(wire.send(steam)).isEqualTo(hex("calculate.steam.answer"));
    }

    @Test
    void isProvenThePassword() {
        wire.select();
        assertThat(wire.send(hex("set-code"))).isEqualTo("9000");
        assertThat(wire.select()).contains("7408" + hex("validate.card-challenge") + "7b0101");
        assertThat(wire.send(hex("validate"))).isEqualTo(hex("validate.answer"));
        assertThat(wire.list()).isEqualTo("9000");
    }
}
