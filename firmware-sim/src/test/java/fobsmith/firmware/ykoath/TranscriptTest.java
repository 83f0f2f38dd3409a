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
import java.util.Properties;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The twins answer what the transcripts say, byte for byte; their lines are explained in their heads. */
class TranscriptTest {
    private static final Path MODELS = Path.of("../fixtures/models");

    @ParameterizedTest
    @CsvSource({
        "YUBIKEY,yubico-yubikey5,110",
        "CANOKEY,canokeys-canokey,35",
        "NITROKEY3,nitrokey-nitrokey3,25",
        "SOLO2,solokeys-solo2,25"
    })
    void answersAsTheTranscriptSays(Model model, String folder, int lines) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(MODELS.resolve(folder).resolve("model.properties"))) {
            properties.load(reader);
        }
        try (var stage = new Stage(YubiKeyDescription.of(model, properties.getProperty("serial.example")))) {
            var transcript = lines(MODELS.resolve(folder).resolve("dialogue.transcript"));
            assertThat(transcript).hasSizeGreaterThan(lines).allSatisfy(stage::replay);
            var token = stage.token();
            assertThat(Hex.text(token.atr())).isEqualTo(properties.getProperty("atr"));
            assertThat("%04x".formatted(token.readerIdentity().vendor()))
                    .isEqualTo(properties.getProperty("usb.vendor"));
            assertThat("%04x".formatted(token.readerIdentity().product()))
                    .isEqualTo(properties.getProperty("usb.product"));
            assertThat(token.state().model())
                    .isEqualTo(properties.getProperty("manufacturer") + " " + properties.getProperty("model"));
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /** One token, and what a transcript does to it. It draws its salt as soon as it first has power. */
    private static final class Stage implements AutoCloseable {
        private final Queue<Long> draws = new ArrayDeque<>();
        private final YubiKeyDescription description;
        private @Nullable YubiKey made;

        Stage(YubiKeyDescription description) {
            this.description = description;
        }

        YubiKey token() {
            var token = made;
            if (token == null) {
                token = YubiKey.of(description, Flash.inMemory(), InstantSource.fixed(Instant.EPOCH), draws::remove);
                made = token;
            }
            return token;
        }

        @Override
        public void close() {
            token().close();
        }

        void replay(String line) {
            if (line.startsWith("! ")) {
                act(line.substring(2));
                return;
            }
            var sides = line.split(" -> ", 2);
            assertThat(new Wire(token()).send(sides[0])).as(line).isEqualTo(sides[1].replace(" ", ""));
        }

        private void act(String what) {
            switch (what) {
                case "power" -> {
                    token().powerOff();
                    token().powerOn();
                }
                case "touch never" -> token().touched(Touch.NEVER);
                case "touch at once" -> token().touched(Touch.AT_ONCE);
                default -> draw(what.substring("draw ".length()));
            }
        }

        private void draw(String eightBytes) {
            draws.add(ByteBuffer.wrap(Hex.bytes(eightBytes))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong());
        }
    }
}
