package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCredentialsTest {
    @TempDir
    Path folder;

    private TestRegistry rig;
    private TokenCredentials credentials;
    private PhysicalToken token;

    @BeforeEach
    void open() {
        rig = new TestRegistry(folder);
        credentials = rig.registry.tokenCredentials();
        token = rig.registry.physicalTokens().remember("Token2", "Molto2", "86596220000001");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Optional<String> current() {
        return credentials.current(token).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    private Optional<String> next() {
        return credentials.next(token).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    @Test
    void theNextCredentialReplacesTheCurrentOneWhenTheTokenHasTakenIt() {
        credentials.keep(rig.console, token, key("first"));
        credentials.sealNext(rig.console, token, key("second"));
        assertThat(current()).contains("first");
        assertThat(next()).contains("second");
        credentials.adoptNext(rig.console, token);
        assertThat(current()).contains("second");
        assertThat(next()).isEmpty();
    }

    @Test
    void aSecondNextOneIsRefusedSinceTheTokenMayHaveTheFirst() {
        credentials.sealNext(rig.console, token, key("first"));
        assertThatThrownBy(() -> credentials.sealNext(rig.console, token, key("second")))
                .isInstanceOf(RegistryException.Unavailable.class);
        assertThat(next()).contains("first");
    }

    @Test
    void eachTokenHasItsOwn() {
        var other = rig.registry.physicalTokens().remember("Token2", "Molto2", "86596220000002");
        credentials.keep(rig.console, token, key("first"));
        assertThat(credentials.current(other)).isEmpty();
    }

    @Test
    void aTokenIsKnownAgain() {
        rig.registry.physicalTokens().noteTriesLeft(token, 7);
        assertThat(rig.registry.physicalTokens().remember("Token2", "Molto2", "86596220000001"))
                .isEqualTo(new PhysicalToken(token.id(), "Token2", "Molto2", "86596220000001", 7));
        rig.registry.physicalTokens().forgetTries(token);
        assertThat(rig.registry.physicalTokens().remember("Token2", "Molto2", "86596220000001"))
                .isEqualTo(token);
    }

    @Test
    void theCredentialOfOneTokenDoesNotOpenForAnother() throws Exception {
        var other = rig.registry.physicalTokens().remember("Token2", "Molto2", "86596220000002");
        credentials.keep(rig.console, token, key("first"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.prepareStatement("UPDATE token_credential SET physical_id = ?")) {
            statement.setString(1, other.id());
            statement.executeUpdate();
        }
        assertThatThrownBy(() -> credentials.current(other)).isInstanceOf(RegistryException.SealBroken.class);
    }

    @Test
    void allowingTriesIsAudited() {
        rig.registry.physicalTokens().noteTriesLeft(token, 2);
        var known = rig.registry.physicalTokens().remember("Token2", "Molto2", "86596220000001");
        rig.registry.physicalTokens().allowTries(rig.console, known);
        assertThat(rig.registry.audit().newest(1).getFirst().action()).isEqualTo("allow-tries");
        assertThat(rig.registry.audit().newest(1).getFirst().detail()).contains("2");
    }
}
