package fobsmith.devices.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.hid.FeatureReports;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Late, lost, damaged, repeated and foreign answers, and each status. */
class ReportPipeTest {
    private static final String BUSY = "01";
    private static final String RECEIVED = "03";

    private final ScriptedNitrokey token = new ScriptedNitrokey();

    @ParameterizedTest
    @ValueSource(strings = {BUSY, RECEIVED})
    void waitsForATokenThatIsBusy(String status) {
        token.onTheWay(answers -> with(13, standing(answers.getFirst(), status), answers));
        try (var session = Sessions.with(token)) {
            assertThat(session.carriesSeed(0)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BUSY, RECEIVED})
    void givesATokenUpThatStaysBusy(String status) {
        try (var session = Sessions.with(token)) {
            token.onTheWay(answers -> List.of(standing(answers.getFirst(), status)));
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessage("the token on usb 1-4 has not answered READ SLOT within 0 ms");
            token.onTheWay(List::copyOf);
            token.asked();
            assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.LinkLost.class);
            assertThat(token.asked()).isEmpty();
        }
    }

    @Test
    void isAsPatientAsTheVendorsLibrary() {
        assertThat(NitrokeyTiming.USUAL.total()).isEqualTo(Duration.ofMillis(1500));
    }

    /** A request that arrives while the token is busy is dropped in silence, and the old answer stands. */
    @Test
    void takesNoAnswerToAnEarlierRequestForOneToThis() {
        try (var session = Sessions.with(token)) {
            var old = ScriptedNitrokey.answer(KnownFrames.bytes(KnownFrames.GET_STATUS), ScriptedNitrokey.STATUS);
            token.onTheWay(answers -> with(5, old, answers));
            assertThat(session.carriesSeed(0)).isFalse();
            token.onTheWay(_ -> List.of(old));
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessage("the token on usb 1-4 has not answered READ SLOT within 0 ms");
        }
    }

    @Test
    void tellsTheSameCommandForAnotherSlotApart() {
        try (var session = Sessions.with(token)) {
            token.say(Command.READ_SLOT, "00");
            token.onTheWay(_ -> List.of(KnownFrames.bytes(KnownFrames.EMPTY_SLOT)));
            assertThat(session.carriesSeed(0)).isFalse();
            assertThatThrownBy(() -> session.carriesSeed(1)).isInstanceOf(DeviceException.LinkLost.class);
        }
    }

    @Test
    void asksNothingWhileTheTokenIsBusyWithSomethingElse() {
        token.busyFor(3);
        try (var session = Sessions.with(token)) {
            assertThat(session.serial()).isEqualTo(ScriptedNitrokey.SERIAL);
            token.asked();
            token.busyFor(1000);
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessage("the token on usb 1-4 was too busy for READ SLOT for 0 ms");
            assertThat(token.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 30, 59, 60, 63})
    void takesNoDamagedAnswer(int at) {
        try (var session = Sessions.with(token)) {
            token.onTheWay(answers -> List.of(damaged(answers.getFirst(), at)));
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("the answer to READ SLOT has a wrong checksum");
            token.onTheWay(answers -> with(3, damaged(answers.getFirst(), at), answers));
            assertThat(session.carriesSeed(0)).isFalse();
        }
    }

    @Test
    void leavesTheFirstByteOutOfTheChecksum() {
        token.onTheWay(answers -> with(1, standing(answers.getFirst(), BUSY), answers));
        Sessions.with(token).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "ff"})
    void saysThatTheTokenReportsAnError(String status) {
        token.onTheWay(answers -> List.of(standing(answers.getFirst(), status)));
        assertThatThrownBy(() -> Sessions.with(token))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessage("the token reports an error of its own after GET STATUS");
        assertThat(token.closed()).isTrue();
    }

    @Test
    void takesNoGarbage() {
        token.onTheWay(_ -> List.of(new byte[FeatureReports.LENGTH]));
        assertThatThrownBy(() -> Sessions.with(token)).isInstanceOf(DeviceException.Malformed.class);
        assertThat(token.closed()).isTrue();
    }

    @Test
    void losesTheLinkForGood() {
        try (var session = Sessions.with(token)) {
            token.say(Command.READ_SLOT, "gone", ScriptedNitrokey.EMPTY);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "01, arrived damaged",
        "02, names a slot that the token does not have",
        "04, comes with a PIN that is not the token's",
        "05, needs a PIN that was not given",
        "06, would turn the clock back",
        "07, comes without a name",
        "08, is not supported by this token",
        "09, is unknown to this token"
    })
    void saysInASentenceWhatEachStatusMeans(String status, String meaning) {
        try (var session = Sessions.with(token)) {
            token.say(Command.READ_SLOT, status);
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOfSatisfying(
                            DeviceException.Refused.class,
                            refused -> assertThat(refused.advice()).isNotEmpty())
                    .hasMessage("READ SLOT was refused: it %s (status %d)"
                            .formatted(meaning, Integer.parseInt(status, 16)));
        }
    }

    @Test
    void takesNoStatusThatTheProtocolDoesNotName() {
        try (var session = Sessions.with(token)) {
            token.say(Command.READ_SLOT, "0f");
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessageContaining("status 15");
        }
    }

    private static List<byte[]> with(int times, byte[] before, List<byte[]> answers) {
        return Stream.concat(Stream.generate(before::clone).limit(times), answers.stream())
                .toList();
    }

    private static byte[] standing(byte[] answer, String deviceStatus) {
        var changed = answer.clone();
        changed[0] = (byte) Integer.parseInt(deviceStatus, 16);
        return changed;
    }

    private static byte[] damaged(byte[] answer, int at) {
        var changed = answer.clone();
        changed[at] ^= 1;
        return changed;
    }
}
