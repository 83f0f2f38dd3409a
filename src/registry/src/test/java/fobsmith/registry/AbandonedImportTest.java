package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An import that was broken off and is given up. */
class AbandonedImportTest extends BrokenOffImport {
    /** Until then its serial numbers are taken, by tokens that nobody sees. */
    @Test
    void whatIsGivenUpIsGoneAndItsTokensMayBeProvisioned() {
        killedAfter(400);
        try (var registry = openLeft();
                var seed = Seed.random(20, new SecureRandom())) {
            var physical =
                    registry.physicalTokens().remember("ACME", "F2", serial(3).value());
            var profile = OtpProfile.Totp.STANDARD;
            var attempt = registry.journal().seal(rig.console, physical, 0, serial(3), profile, Optional.empty(), seed);
            assertThatThrownBy(() -> registry.journal().writing(rig.console, attempt))
                    .hasMessageEndingWith("in an import that has not ended: import that file again,"
                            + " or give it up with \"fobsmith token import --abandon\"");
            assertThat(registry.stock().abandonImport(rig.console)).contains("crate");
            assertThat(registry.audit().newest(1).getFirst().detail())
                    .isEqualTo("{\"source\":\"crate\",\"tokens\":\"400\"}");
            assertThat(count("SELECT count(*) FROM token")).isZero();
            registry.journal().writing(rig.console, attempt);
            assertThat(registry.stock().abandonImport(rig.console)).isEmpty();
        }
    }

    /** Whoever was cut off before the record was written gives it up once more, and is recorded. */
    @Test
    void whatIsGivenUpIsRecordedWhereItGoes() throws SQLException {
        killedAfter(400);
        try (var registry = openLeft()) {
            change("CREATE TRIGGER full BEFORE INSERT ON audit_record BEGIN SELECT raise(ABORT, 'full'); END");
            assertThatThrownBy(() -> registry.stock().abandonImport(rig.console))
                    .isInstanceOf(RegistryException.Unavailable.class);
            change("DROP TRIGGER full");
            assertThat(registry.stock().abandonImport(rig.console)).contains("crate");
        }
    }

    @Test
    void anImportUnderWayIsNotGivenUp() {
        try (var running = rig.registry.stock().begin(rig.console, CRATE)) {
            add(running, rig.registry, 200, NEW);
            assertThatThrownBy(() -> rig.registry.stock().abandonImport(rig.console))
                    .isInstanceOf(RegistryException.Unavailable.class);
            assertThat(running.finish(List.of()).added()).isEqualTo(200);
        }
    }
}
