package fobsmith.firmware.usbip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.usb.Hex;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;

/** Speaks USB/IP by hand, as the documentation of Linux' kernel lays it out. */
final class RawClient implements AutoCloseable {
    /** Only so that a server that never answers fails a test and does not hang it. */
    private static final int FOREVER = 20_000;

    private final Socket socket;
    private final DataInputStream in;
    private String device = "";

    RawClient(UsbIpServer server) throws IOException {
        socket = new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(FOREVER);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    static RawClient importing(UsbIpServer server, String busId) throws IOException {
        var client = new RawClient(server);
        assertThat(client.importDevice(busId)).isEqualTo("0111 0003 00000000".replace(" ", ""));
        client.device = client.read(312).substring(2 * (256 + 32));
        return client;
    }

    /** The reply's first eight bytes. */
    String importDevice(String busId) throws IOException {
        var name = Hex.text(busId.getBytes(US_ASCII));
        send("0111 8003 00000000" + name + "00".repeat(32 - busId.length()));
        return read(8);
    }

    void send(String hex) throws IOException {
        socket.getOutputStream().write(Hex.bytes(hex));
    }

    String read(int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return Hex.text(bytes);
    }

    /** devid: bus and device number of the record. */
    String deviceId() {
        return device.substring(4, 8) + device.substring(12, 16);
    }

    /** CMD_SUBMIT towards the device, with its data. */
    void submitOut(int sequence, int endpoint, String setup, String data) throws IOException {
        var bytes = data.replace(" ", "");
        send(submit(sequence, 0, endpoint, bytes.length() / 2, setup) + bytes);
    }

    /** CMD_SUBMIT towards the host. */
    void submitIn(int sequence, int endpoint, String setup, int length) throws IOException {
        send(submit(sequence, 1, endpoint, length, setup));
    }

    private String submit(int sequence, int direction, int endpoint, int length, String setup) {
        return "00000001 %08x %s %08x %08x 00000000 %08x 00000000 ffffffff 00000000 %s"
                .formatted(sequence, deviceId(), direction, endpoint, length, setup);
    }

    void unlink(int sequence, int unlinked) throws IOException {
        send("00000002 %08x %s 00000000 00000000 %08x".formatted(sequence, deviceId(), unlinked) + "00".repeat(24));
    }

    void assertSubmitted(int sequence, int status, int transferred, String data) throws IOException {
        var header = "00000003 %08x 00000000 00000000 00000000 %08x %08x 00000000 ffffffff 00000000 0000000000000000"
                .formatted(sequence, status, transferred);
        var expected = (header + data).replace(" ", "");
        assertThat(read(expected.length() / 2)).isEqualTo(expected);
    }

    /** How many bytes follow, of a transfer that was carried out. */
    int transferred(int sequence) throws IOException {
        var header = read(48);
        assertThat(header.substring(0, 16)).isEqualTo("00000003%08x".formatted(sequence));
        assertThat(header.substring(40, 48)).as("status").isEqualTo("00000000");
        return Integer.parseInt(header.substring(48, 56), 16);
    }

    void assertUnlinked(int sequence, int status) throws IOException {
        var expected = "00000004 %08x 00000000 00000000 00000000 %08x".formatted(sequence, status) + "00".repeat(24);
        assertThat(read(48)).isEqualTo(expected.replace(" ", ""));
    }

    void assertEnded() throws IOException {
        try {
            assertThat(in.read()).as("next byte").isEqualTo(-1);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    void finishSending() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
