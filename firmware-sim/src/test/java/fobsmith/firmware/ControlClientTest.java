package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.fob.FobState;
import fobsmith.firmware.fob.Profile;
import fobsmith.firmware.parts.Algorithm;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatedTokens.class)
class ControlClientTest {
    private static final String SERIAL = "GAHT00000001";
    private static final FobDescription PLAIN = FobDescription.of(SERIAL);
    private static final byte[] SEED = new byte[20];

    @Test
    void addsATokenAsDescribed(ControlClient client, Simulator simulator) {
        var described = PLAIN.withProfile(new Profile(Algorithm.SHA512, 10, 60))
                .withButton(Duration.ofSeconds(20))
                .withDrift(Drift.draw(new SplittableRandom(1)));
        var state = client.add(described, new byte[64]);
        assertThat(state.profile()).isEqualTo(described.profile());
        assertThat(state.drift()).isEqualTo(described.drift());
        assertThat(state.model()).isEqualTo("display-only fob with button");
        assertThat(client.press(SERIAL)).isEqualTo(simulator.get(SERIAL).display());
    }

    @Test
    void givesTheTokenTheVerySeed(ControlClient client, Simulator simulator, HandTurnedClock clock) {
        var seed = new byte[21];
        new SplittableRandom(2).nextBytes(seed);
        client.add(PLAIN, seed);
        try (var same = new DisplayFob(PLAIN, seed, clock)) {
            assertThat(client.display(SERIAL)).isEqualTo(same.display());
        }
    }

    @Test
    void steersOneToken(ControlClient client) {
        client.add(PLAIN, SEED);
        assertThat(client.setTime(SERIAL, Instant.parse("2026-11-23T12:00:05Z")).errorMillis())
                .isEqualTo(5000);
        assertThat(client.shift(SERIAL, Duration.ofMillis(-5250)).errorMillis()).isEqualTo(-250);
        assertThat(client.setDrift(SERIAL, -3.5).drift()).isEqualTo(Drift.constant(-3.5));
        var model = Drift.draw(new SplittableRandom(3));
        assertThat(client.setDrift(SERIAL, model).drift()).isEqualTo(model);
        assertThat(client.fault(SERIAL, Fault.STOPPED_CLOCK).faults()).containsExactly(Fault.STOPPED_CLOCK);
        assertThat(client.state(SERIAL).faults()).containsExactly(Fault.STOPPED_CLOCK);
        assertThat(client.mend(SERIAL, Fault.STOPPED_CLOCK).faults()).isEmpty();
        client.remove(SERIAL);
        assertThat(client.states()).isEmpty();
    }

    @Test
    void passesOnTheSimulatorsRefusals(ControlClient client) {
        client.add(PLAIN, SEED);
        assertThatThrownBy(() -> client.plug(SERIAL))
                .isInstanceOf(ControlException.Refused.class)
                .hasMessage("token GAHT00000001 is a display-only fob and has no plug");
        assertThatThrownBy(() -> client.unplug(SERIAL)).isInstanceOf(ControlException.Refused.class);
        assertThatThrownBy(() -> client.press(SERIAL)).hasMessage("token GAHT00000001 has no button");
        assertThatThrownBy(() -> client.add(PLAIN, SEED)).hasMessage("token GAHT00000001 is there already");
        assertThatThrownBy(() -> client.display("GAHT00000002"))
                .isInstanceOfSatisfying(
                        ControlException.Refused.class,
                        e -> assertThat(e.status()).isEqualTo(404))
                .hasMessage("no token with serial GAHT00000002 is simulated");
    }

    @Test
    void steersVirtualDevicesByTheirArns(ControlClient client) {
        var arn = "arn:aws:iam::123456789012:mfa/some/one+two=3,@4.5_6-7";
        client.add(FobDescription.of(arn), SEED);
        client.add(FobDescription.of(".."), SEED);
        assertThat(client.display(arn).serial()).isEqualTo(arn);
        assertThat(client.shift(arn, Duration.ofSeconds(1)).errorMillis()).isEqualTo(1000);
        assertThat(client.fault(arn, Fault.DEAD_BATTERY).serial()).isEqualTo(arn);
        assertThat(client.mend(arn, Fault.DEAD_BATTERY).faults()).isEmpty();
        client.remove(arn);
        assertThat(client.states()).extracting(FobState::serial).containsExactly("..");
        assertThat(client.state("..").serial()).isEqualTo("..");
    }

    @Test
    void servesTwoThousandTokensAtOnce(ControlClient client, Simulator simulator) throws Exception {
        var serials = IntStream.range(0, 2000).mapToObj("GAHT%08d"::formatted).toList();
        try (var people = Executors.newFixedThreadPool(32)) {
            var shown = new ArrayList<Future<Boolean>>();
            for (var serial : serials) {
                shown.add(people.submit(() -> {
                    client.add(FobDescription.of(serial), serial.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    return client.display(serial).equals(simulator.get(serial).display());
                }));
            }
            for (var one : shown) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(client.states()).extracting(FobState::serial).isEqualTo(serials);
    }

    @Test
    void everyTestHasASimulatorOfItsOwn(ControlClient client, HandTurnedClock clock, RunningSimulator running) {
        assertThat(client.states()).isEmpty();
        assertThat(clock.instant()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(running.simulator().tokens()).isEmpty();
    }
}
