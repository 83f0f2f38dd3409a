package fobsmith.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FobsmithServiceTest {
    /** Base32 of the key in RFC 6238 appendix B. */
    private static final String RFC_KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @RegisterExtension
    final FobsmithService aws = FobsmithService.started();

    @Test
    void showsTheCodesOfRfc6238() {
        aws.clock().set(Instant.parse("2033-05-18T03:33:20Z"));
        assertThat(aws.app(RFC_KEY).code()).isEqualTo("279037");
        assertThat(aws.fob("GAHT00000001", RFC_KEY).code()).isEqualTo("279037");
    }

    @Test
    void readsACodeNobodyHasUsedAtTheStartOfTheNextStep() {
        aws.clock().set(Instant.parse("2033-05-18T03:32:59Z"));
        var app = aws.app(RFC_KEY);
        var soon = app.codeAfter(Duration.ofSeconds(1));
        assertThat(app.nextCode()).isEqualTo(soon).isEqualTo(app.code());
        assertThat(aws.clock().instant()).isEqualTo("2033-05-18T03:33:00Z");
        assertThat(app.nextCode()).isNotEqualTo(soon);
        assertThat(aws.clock().instant()).isEqualTo("2033-05-18T03:33:30Z");
    }

    @Test
    void doesNotTurnTimeBack() {
        var clock = aws.clock();
        var then = clock.instant();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> clock.set(then.minusNanos(1)));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> aws.advance(Duration.ofSeconds(-1)));
        assertThat(clock.instant()).isEqualTo(then);
    }

    @Test
    void runsBesideOthersAndLeavesNothingBehind() throws IOException {
        var before = folders();
        int port;
        try (var another = FobsmithService.started()) {
            port = another.endpoint().getPort();
            assertThat(another.endpoint()).isNotEqualTo(aws.endpoint());
            assertThat(another.accountId()).isNotEqualTo(aws.accountId());
            assertThat(folders()).hasSize(before.size() + 1);
        }
        assertThat(folders()).hasSameElementsAs(before);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    private static List<Path> folders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("fobsmith-testkit"))
                    .toList();
        }
    }

    @Test
    void doesNotSayASecret() {
        assertThat(aws.administrator().toString())
                .isEqualTo("administrator (%s)", aws.accessKeyId())
                .doesNotContain(aws.secretAccessKey());
    }
}
