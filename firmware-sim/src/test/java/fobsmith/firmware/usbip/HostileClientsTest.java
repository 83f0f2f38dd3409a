package fobsmith.firmware.usbip;

import static fobsmith.firmware.usbip.Readers.IN;
import static fobsmith.firmware.usbip.Readers.NO_SETUP;
import static fobsmith.firmware.usbip.Readers.POWERED_ON;
import static fobsmith.firmware.usbip.Readers.POWER_ON;
import static fobsmith.firmware.usbip.Readers.exchange;

import fobsmith.firmware.usb.TestCard;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, only its own connection ends. */
class HostileClientsTest {
    private static final String REST_OF_SUBMIT = "00000000 ffffffff 00000000 0000000000000000";

    private final UsbIpServer server = UsbIpServer.start(0);
    private RawClient bystander;

    @BeforeEach
    void plugIn() throws IOException {
        server.plug("1-1", Readers.holding(TestCard.ofT1()));
        server.plug("1-2", Readers.holding(TestCard.ofT1()));
        bystander = RawClient.importing(server, "1-2");
    }

    @AfterEach
    void nobodyElseWasHurt() throws IOException {
        exchange(bystander, 1, POWER_ON, POWERED_ON);
        try (var next = RawClient.importing(server, "1-1")) {
            exchange(next, 1, POWER_ON, POWERED_ON);
        }
        bystander.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0110 8005 00000000",
                "0000 0000 00000000",
                "0111 8006 00000000",
                "0111 0005 00000000",
                "4745 5420 2f20 4854",
            })
    void endsAConnectionThatBeginsWrongly(String hex) throws IOException {
        try (var client = new RawClient(server)) {
            client.send(hex);
            client.assertEnded();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "0111 8003", "0111 8003 00000000", "0111 8003 00000000 312d31"})
    void endsAConnectionThatStopsBeforeItsRequestIsWhole(String hex) throws IOException {
        try (var client = new RawClient(server)) {
            client.send(hex);
            client.finishSending();
            client.assertEnded();
        }
    }

    /** What stands for the device's own id is put in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000 00000001 DEVICE__ 00000001 00000002 00000000 00000040" + REST_OF_SUBMIT,
                "00000003 00000001 DEVICE__ 00000001 00000002 00000000 00000040" + REST_OF_SUBMIT,
                "00000001 00000001 00010063 00000001 00000002 00000000 00000040" + REST_OF_SUBMIT,
                "00000002 00000001 00010063 00000000 00000000 00000001"
                        + "000000000000000000000000000000000000000000000000",
                "00000001 00000001 DEVICE__ 00000002 00000002 00000000 00000040" + REST_OF_SUBMIT,
                "00000001 00000001 DEVICE__ 00000001 00000010 00000000 00000040" + REST_OF_SUBMIT,
                "00000001 00000001 DEVICE__ 00000001 ffffffff 00000000 00000040" + REST_OF_SUBMIT,
                "00000001 00000001 DEVICE__ 00000001 00000002 00000000 00040001" + REST_OF_SUBMIT,
                "00000001 00000001 DEVICE__ 00000000 00000001 00000000 7fffffff" + REST_OF_SUBMIT,
                "00000001 00000001 DEVICE__ 00000000 00000001 00000000 ffffffff" + REST_OF_SUBMIT,
                "00000001 00000001 DEVICE__ 00000001 00000002 00000000 00000040"
                        + "00000000 00000001 00000000 0000000000000000",
            })
    void endsAConnectionWithAnImpossibleCommand(String hex) throws IOException {
        try (var client = RawClient.importing(server, "1-1")) {
            client.send(hex.replace("DEVICE__", client.deviceId()));
            client.assertEnded();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000001",
                "00000001 00000001 DEVICE__ 00000001 00000002 00000000 000000",
                "00000001 00000001 DEVICE__ 00000000 00000001 00000000 0000000a" + REST_OF_SUBMIT + "6500000000",
                "00000002 00000001 DEVICE__ 00000000 00000000 00000001 00000000",
            })
    void endsAConnectionThatStopsInMidCommand(String hex) throws IOException {
        try (var client = RawClient.importing(server, "1-1")) {
            client.send(hex.replace("DEVICE__", client.deviceId()));
            client.finishSending();
            client.assertEnded();
        }
    }

    @Test
    void endsAConnectionThatUsesASequenceNumberTwice() throws IOException {
        try (var client = RawClient.importing(server, "1-1")) {
            client.submitIn(1, IN, NO_SETUP, 64);
            client.submitIn(1, IN, NO_SETUP, 64);
            client.assertEnded();
        }
    }

    @Test
    void endsAConnectionThatLeavesTooMuchPending() throws IOException {
        try (var client = RawClient.importing(server, "1-1")) {
            for (int sequence = 1; sequence <= 129; sequence++) {
                client.submitIn(sequence, IN, NO_SETUP, 64);
            }
            client.assertEnded();
        }
    }
}
