package fobsmith.devices.usb;

import static fobsmith.devices.usb.ScriptedServer.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.ScriptedServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class UsbIpConnectionTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int DEVICE = 0x10002;
    private static final UsbIpSubmit READ = UsbIpSubmit.in(0x82, 4);

    private interface Conversation {
        void hold(UsbIpConnection connection) throws IOException;
    }

    private static void with(Script script, Conversation conversation) throws IOException {
        try (var server = new ScriptedServer(script);
                var connection = UsbIpConnection.start(
                        new Socket(
                                server.address().getAddress(), server.address().getPort()),
                        DEVICE,
                        "a device")) {
            conversation.hold(connection);
        }
    }

    private static void submitted(DataOutputStream out, int number, String statusAndLength, String data)
            throws IOException {
        out.write(hex("00000003 %08x 00000000 00000000 00000000 %s 00000000 ffffffff 00000000 0000000000000000 %s"
                .formatted(number, statusAndLength, data)));
    }

    private static void unlinked(DataOutputStream out, int number, String status) throws IOException {
        out.write(hex("00000004 %08x 00000000 00000000 00000000 %s".formatted(number, status)));
        out.write(new byte[24]);
    }

    @Test
    void ordersTransfersAsTheProtocolSays() {
        assertThat(UsbIpSubmit.out(0x01, hex("0a0b0c")).message(7, DEVICE))
                .isEqualTo(
                        hex("00000001 00000007 00010002 00000000 00000001 00000000 00000003 00000000 ffffffff 00000000"
                                + "0000000000000000 0a0b0c"));
        assertThat(UsbIpSubmit.controlIn(new UsbSetup(0xa1, 0xfe, 0x1234, 0x0002, 18))
                        .message(8, DEVICE))
                .isEqualTo(
                        hex("00000001 00000008 00010002 00000001 00000000 00000000 00000012 00000000 ffffffff 00000000"
                                + "a1fe341202001200"));
    }

    @Test
    void withdrawsWhatIsNotDoneInTimeAndGoesOn() throws IOException {
        var withdrawal = new CompletableFuture<byte[]>();
        with(
                (in, out) -> {
                    in.readNBytes(48);
                    withdrawal.complete(in.readNBytes(48));
                    unlinked(out, 2, "ffffff98");
                    in.readNBytes(48);
                    submitted(out, 3, "00000000 00000002", "0506");
                },
                connection -> {
                    assertThat(connection.transfer(READ, SHORT)).isEmpty();
                    assertThat(connection.transfer(READ, LONG).orElseThrow().data())
                            .containsExactly(5, 6);
                });
        assertThat(withdrawal.join())
                .isEqualTo(hex("00000002 00000002 00010002 00000000 00000000 00000001" + "00".repeat(24)));
    }

    @Test
    void takesAnAnswerThatCrossesItsWithdrawal() throws IOException {
        with(
                (in, out) -> {
                    in.readNBytes(48 + 48);
                    submitted(out, 1, "00000000 00000003", "010203");
                    unlinked(out, 2, "00000000");
                },
                connection -> assertThat(
                                connection.transfer(READ, SHORT).orElseThrow().data())
                        .containsExactly(1, 2, 3));
    }

    @Test
    void losesTheLinkToAServerThatDoesNotEvenWithdraw() throws IOException {
        with((in, _) -> in.readAllBytes(), connection -> {
            assertThatThrownBy(() -> connection.transfer(READ, SHORT))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessageContaining("does not answer");
            assertThatThrownBy(() -> connection.transfer(READ, LONG))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessageContaining("does not answer");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "9, 00000000 00000000, what it was not asked",
        "1, 00000000 00000005, moved 5 bytes where 4 were ordered",
        "1, 00000000 7fffffff, were ordered",
        "1, 00000000 ffffffff, moved -1 bytes"
    })
    void endsAConversationThatMakesNoSense(int number, String statusAndLength, String message) throws IOException {
        with(
                (in, out) -> {
                    in.readNBytes(48);
                    submitted(out, number, statusAndLength, "0102030405");
                    in.readAllBytes();
                },
                connection -> {
                    assertThatThrownBy(() -> connection.transfer(READ, LONG))
                            .isInstanceOf(DeviceException.Malformed.class)
                            .hasMessageContaining(message);
                    assertThatThrownBy(() -> connection.transfer(READ, LONG))
                            .isInstanceOf(DeviceException.LinkLost.class);
                });
    }

    @Test
    void endsAConversationInWhichATransferIsAnsweredAsAWithdrawal() throws IOException {
        with(
                (in, out) -> {
                    in.readNBytes(48);
                    unlinked(out, 1, "00000000");
                    in.readAllBytes();
                },
                connection -> assertThatThrownBy(() -> connection.transfer(READ, LONG))
                        .isInstanceOf(DeviceException.Malformed.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 47, 48, 49})
    void losesTheLinkWhereTheServerHangsUpWithinAnAnswer(int bytes) throws IOException {
        with(
                (in, out) -> {
                    in.readNBytes(48);
                    var answer = new ByteArrayOutputStream();
                    submitted(new DataOutputStream(answer), 1, "00000000 00000004", "01020304");
                    out.write(answer.toByteArray(), 0, bytes);
                },
                connection -> assertThatThrownBy(() -> connection.transfer(READ, LONG))
                        .isInstanceOf(DeviceException.LinkLost.class)
                        .hasMessage("a device is gone"));
    }

    @Test
    void losesTheLinkWhenItsThreadIsInterrupted() throws IOException {
        with((in, _) -> in.readAllBytes(), connection -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> connection.transfer(READ, LONG)).isInstanceOf(DeviceException.LinkLost.class);
            assertThat(Thread.interrupted()).isTrue();
        });
    }
}
