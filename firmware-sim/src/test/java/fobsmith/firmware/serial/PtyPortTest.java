package fobsmith.firmware.serial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.flipper.TerminalFault;
import fobsmith.firmware.usb.EchoTerminal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A host opens the other side as the file it is. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class PtyPortTest {
    private static final String PROMPT = "\r\n>: ";

    private final Flipper flipper = Flipper.of(
            FlipperDescription.of(FlipperDescription.FIRST_UID, "Ferris"),
            Flash.inMemory(),
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")));

    @TempDir
    Path folder;

    private static RandomAccessFile open(PtyPort port) throws IOException {
        return new RandomAccessFile(port.path().toFile(), "rw");
    }

    private static String readUntil(RandomAccessFile host, String end) throws IOException {
        var read = new StringBuilder();
        while (!read.toString().endsWith(end)) {
            int next = host.read();
            if (next < 0) {
                throw new IOException("the port has ended after " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private static void type(RandomAccessFile host, String keys) throws IOException {
        host.write(keys.getBytes(ISO_8859_1));
    }

    @Test
    void isAConsoleForWhoeverOpensIt() throws IOException {
        try (var port = PtyPort.open(flipper);
                var host = open(port)) {
            assertThat(readUntil(host, PROMPT)).contains("Welcome to Flipper Zero");
            type(host, "date\r");
            assertThat(readUntil(host, PROMPT)).isEqualTo("date\r\n2026-11-23 12:00:00 1" + PROMPT);
        }
    }

    @Test
    void greetsEveryHostAnew() throws IOException {
        var terminal = new EchoTerminal();
        try (var port = PtyPort.open(terminal)) {
            for (int i = 1; i <= 2; i++) {
                try (var host = open(port)) {
                    assertThat(readUntil(host, "hello")).isEqualTo("hello");
                }
                int gone = 2 * i;
                await().until(() -> terminal.events().size() == gone);
            }
        }
        assertThat(terminal.events()).containsExactly("connected", "gone", "connected", "gone");
    }

    @Test
    void changesNoByte() throws IOException {
        var all = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            all.append((char) i);
        }
        try (var port = PtyPort.open(new EchoTerminal());
                var host = open(port)) {
            readUntil(host, "hello");
            type(host, all.toString());
            assertThat(readUntil(host, "\u00ff")).isEqualTo(all.toString());
        }
    }

    @Test
    void bringsMoreThanTheSystemHolds() throws IOException {
        try (var port = PtyPort.open(flipper);
                var host = open(port)) {
            readUntil(host, PROMPT);
            flipper.disturb(TerminalFault.OVERSIZED, 1);
            type(host, "date\r");
            assertThat(readUntil(host, PROMPT)).hasSizeGreaterThan(65_536);
        }
    }

    @Test
    void bringsWhatTheDeviceSaysUnasked() throws IOException {
        try (var port = PtyPort.open(flipper);
                var host = open(port)) {
            readUntil(host, PROMPT);
            port.pause(Duration.ofMillis(1));
            flipper.blurt("12 [I][Gui] hello\r\n".getBytes(ISO_8859_1));
            assertThat(readUntil(host, "\n")).isEqualTo("12 [I][Gui] hello\r\n");
        }
    }

    @Test
    void isUnpluggedByClosingIt() throws IOException {
        var port = PtyPort.open(new EchoTerminal());
        try (var host = open(port)) {
            readUntil(host, "hello");
            port.close();
            assertThat(port.isOpen()).isFalse();
            assertThatThrownBy(() -> readUntil(host, "?")).isInstanceOf(IOException.class);
            assertThat(port.path()).doesNotExist();
        }
        port.close();
    }

    @Test
    void isUnpluggedByALossOfPower() throws IOException {
        try (var port = PtyPort.open(flipper);
                var host = open(port)) {
            readUntil(host, PROMPT);
            flipper.disturb(TerminalFault.POWER_LOSS, 1);
            type(host, "date\r");
            assertThatThrownBy(() -> readUntil(host, PROMPT)).isInstanceOf(IOException.class);
            await().until(() -> !port.isOpen());
        }
        try (var port = PtyPort.open(flipper);
                var host = open(port)) {
            assertThat(readUntil(host, PROMPT)).contains("Welcome");
        }
    }

    @Test
    void hasALinkAsLongAsItIsOpen() throws IOException {
        var link = folder.resolve("flipper");
        Files.createSymbolicLink(link, Path.of("/dev/pts/4711"));
        try (var port = PtyPort.open(flipper, link)) {
            assertThat(Files.readSymbolicLink(link)).isEqualTo(port.path());
        }
        assertThat(Files.exists(link, NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void replacesNoLinkToSomethingElse() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("flipper"), Path.of("/nowhere"));
        assertThatThrownBy(() -> PtyPort.open(flipper, link))
                .isInstanceOf(PortFailure.class)
                .hasMessage("link %s to a pseudo-terminal cannot be made", link);
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("/nowhere"));
    }

    @Test
    void takesNoFilesPlaceWithItsLink() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> PtyPort.open(flipper, file))
                .isInstanceOf(PortFailure.class)
                .hasMessage("link %s to a pseudo-terminal cannot be made", file);
        assertThat(file).isRegularFile();
    }

    @AfterEach
    void close() {
        flipper.close();
    }
}
