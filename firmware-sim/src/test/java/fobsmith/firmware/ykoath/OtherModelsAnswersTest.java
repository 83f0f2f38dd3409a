package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.AnswersFile;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.Hex;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The twins of other models give the answers that are known of them. */
class OtherModelsAnswersTest {
    @ParameterizedTest
    @CsvSource({"CANOKEY,canokeys-canokey,14", "NITROKEY3,nitrokey-nitrokey3,10", "SOLO2,solokeys-solo2,8"})
    void areGivenInTheirOrder(Model model, String folder, int number) {
        var known = AnswersFile.of(folder);
        var salt = ByteBuffer.wrap(Hex.bytes(known.value("salt")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        var description = YubiKeyDescription.of(model, known.value("serial"));
        var asked = new int[1];
        try (var token = YubiKey.of(description, Flash.inMemory(), InstantSource.fixed(Instant.EPOCH), () -> salt)) {
            token.powerOn();
            var wire = new Wire(token);
            known.forEach((command, answer) -> {
                assertThat(wire.send(command)).as(command).isEqualTo(answer);
                asked[0]++;
            });
        }
        assertThat(asked[0]).isEqualTo(number);
    }
}
