package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.pcsc.NeedsPcscd;
import fobsmith.devices.pcsc.VirtualReader;
import fobsmith.oath.Codes;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.Needed;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulated key in a virtual reader of a real pcscd, found as a key on a desk is and read by another program. */
@Timeout(60)
@ExtendWith(NeedsPcscd.class)
class YkOathOnADeskTest {
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    private final VirtualReader reader = new VirtualReader();
    private final SimulatedKey key = new SimulatedKey(SimulatedKey.Kind.YUBIKEY);
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    private final TokenCredential password = TokenCredential.adopt("correct horse".getBytes(US_ASCII));
    private final TokenScanner scanner = new TokenScanner(TokenDrivers.ALL, List.of(reader.bus()), key.clock);

    @AfterEach
    void close() {
        key.close();
        reader.close();
        seed.close();
        password.close();
    }

    private YkOathSession open() {
        return (YkOathSession) scanner.openOnly();
    }

    @Test
    void isFoundWrittenLockedAndRead() throws Exception {
        try (var _ = reader.insert(key.twin)) {
            assertThat(scanner.scan())
                    .containsExactly(
                            new Candidate.Usable(VirtualReader.PLACE, "Yubico", "YubiKey 5", "YUBIKEY-12345678", null));
            try (var session = open()) {
                // So many that LIST comes in pieces, which Java must leave to us.
                for (int profile = 0; profile < session.profiles(); profile++) {
                    session.write(profile, STANDARD, seed, "demo", key.clock);
                }
                assertThat(session.credentials()).hasSize(32);
                assertThat(session.readCode(31, STANDARD, key.clock.instant())).isEqualTo(key.expected(seed, STANDARD));
                session.changeCredential(password);
            }
            try (var session = open()) {
                assertThat(session.locked()).isTrue();
                assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.Refused.class);
                session.unlock(password);
                session.erase(0);
            }
        }
    }

    /** Yubico's own program, which nobody of us wrote, finds the names, the password and the codes as it would have made them. */
    @Test
    void isReadByYkman() throws Exception {
        var ykman = "/usr/bin/ykman";
        Needed.file(Path.of(ykman), "yubikey-manager");
        var slow = new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
        try (var _ = reader.insert(key.twin)) {
            try (var session = open()) {
                session.write(0, STANDARD, seed, "demo", key.clock);
                session.write(7, slow, seed, "Zürich", key.clock);
                session.changeCredential(password);
            }
            var before =
                    Codes.code(seed, slow, InstantSource.system().instant()).reveal();
            var printed = reader.run(
                    ykman, "--reader", VirtualReader.NAME, "oath", "accounts", "code", "-p", "correct horse");
            var after = Codes.code(seed, slow, InstantSource.system().instant()).reveal();
            assertThat(printed.lines().map(line -> line.replaceAll("\\s+\\d+$", "")))
                    .containsExactlyInAnyOrder("demo:YUBIKEY-12345678", "60/Zürich:YUBIKEY-12345678:07");
            assertThat(printed).containsAnyOf(before, after);
        }
    }
}
