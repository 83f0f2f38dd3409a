package fobsmith.firmware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit 5 extension (5.13 or later) that starts an empty simulator with its control API and hands a test whichever it asks
 * for as a parameter: {@link Simulator}, {@link ControlClient}, {@link HandTurnedClock} (the simulator's real time) or
 * {@link RunningSimulator}. Asked for by a test or {@code @BeforeEach} method they last for that test; asked for by a
 * {@code @BeforeAll} method, for the class. Use with {@code @ExtendWith}, or with {@code @RegisterExtension} to choose when
 * it is.
 */
public final class SimulatedTokens implements ParameterResolver {
    private static final Instant USUAL_START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Map<Class<?>, Function<Rig, Object>> PARAMETERS = Map.of(
            Simulator.class, rig -> rig.running.simulator(),
            ControlClient.class, rig -> rig.client,
            HandTurnedClock.class, rig -> rig.clock,
            RunningSimulator.class, rig -> rig.running);

    private final Instant start;

    /** Real time stands at 2026-11-23T12:00:00Z, the first moment of a time step, until the test turns it. */
    public SimulatedTokens() {
        this(USUAL_START);
    }

    /** Real time stands at this instant until the test turns it. */
    public SimulatedTokens(Instant start) {
        this.start = start;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var rig = context.getStore(ExtensionContext.Namespace.create(SimulatedTokens.class, this))
                .getOrComputeIfAbsent(Rig.class, _ -> Rig.start(start), Rig.class);
        return Objects.requireNonNull(PARAMETERS.get(parameter.getParameter().getType()))
                .apply(rig);
    }

    /** What one test shares; JUnit closes it. */
    private static final class Rig implements AutoCloseable {
        private final Path folder;
        private final HandTurnedClock clock;
        private final RunningSimulator running;
        private final ControlClient client;

        private Rig(Path folder, Instant start) {
            this.folder = folder;
            clock = new HandTurnedClock(start);
            running = RunningSimulator.start(
                    RunningSimulator.Setting.of(List.of(), folder.resolve("control.json")), clock);
            client = ControlClient.open(running.controlFile());
        }

        static Rig start(Instant start) {
            try {
                return new Rig(Files.createTempDirectory("fobsmith-sim"), start);
            } catch (IOException e) {
                throw new IllegalStateException("no temporary folder for a control file", e);
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            running.close();
            Files.delete(folder);
        }
    }
}
