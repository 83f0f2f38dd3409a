package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.fob.FobDescription;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatedTokensTest {
    @RegisterExtension
    static final SimulatedTokens TOKENS = new SimulatedTokens(Instant.parse("2030-01-01T00:00:00Z"));

    @BeforeAll
    static void stock(Simulator simulator) {
        simulator.add(FobDescription.of("GAHT00000001"), new byte[20]);
    }

    @Test
    @Order(1)
    void sharesWithAllTestsWhatTheClassAskedFor(ControlClient client) {
        assertThat(client.state("GAHT00000001").time()).isEqualTo("2030-01-01T00:00:00Z");
        client.remove("GAHT00000001");
    }

    @Test
    @Order(2)
    void keepsWhatAnEarlierTestOfTheClassDid(ControlClient client) {
        assertThat(client.states()).isEmpty();
    }
}
