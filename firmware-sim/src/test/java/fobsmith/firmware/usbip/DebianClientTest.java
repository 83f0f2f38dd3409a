package fobsmith.firmware.usbip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import fobsmith.firmware.usb.TestCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Linux' own client, not ours, understands the server. */
class DebianClientTest {
    private static final Path USBIP = Path.of("/usr/sbin/usbip");

    @BeforeAll
    static void requireUsbip() {
        if (!Files.isExecutable(USBIP)) {
            var lacking = "%s (apt-get install usbip)".formatted(USBIP);
            assertThat(System.getenv("CI")).as("needs " + lacking).isNotEqualTo("true");
            System.err.println("skipped: 1 test class needs " + lacking);
            abort("needs " + lacking);
        }
    }

    @Test
    void listsTheDevices() throws Exception {
        try (var server = UsbIpServer.start(0)) {
            server.plug("1-1", Readers.holding(TestCard.ofT1()));
            server.plug("3-2.1", Readers.holding(TestCard.ofT1()));
            var list = list(server);
            assertThat(list)
                    .containsSubsequence("1-1: ", "(1209:0a7b)", "/sys/devices/fobsmith/usb1/1-1", "(0b/00/00)")
                    .containsSubsequence("3-2.1: ", "(1209:0a7b)", "/sys/devices/fobsmith/usb3/3-2.1", "(0b/00/00)");
            server.unplug("1-1");
            assertThat(list(server)).doesNotContain("1-1: ").contains("3-2.1: ");
        }
    }

    private static String list(UsbIpServer server) throws IOException, InterruptedException {
        var port = Integer.toString(server.address().getPort());
        var process = new ProcessBuilder(USBIP.toString(), "--tcp-port", port, "list", "-r", "127.0.0.1")
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
