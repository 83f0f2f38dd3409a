package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.DeviceException;
import fobsmith.registry.Attempt;
import fobsmith.registry.AuditReport;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The power fails before every effect that provisioning has on the registry, before and after every exchange with the token,
 * and before and within every operation of the token's flash. Whenever it was: an attempt ends proven or void, recovering
 * twice changes nothing, and the token is provisioned again without permission to overwrite, unless it is proven.
 */
class PowerCutTest {
    @TempDir
    Path folder;

    private final Map<End, Integer> ends = new EnumMap<>(End.class);
    private int cuts;

    /** What the cut has left, seen after recovery. */
    private enum End {
        NO_ROW,
        VOID,
        PROVEN
    }

    /** Arms a cut, and says afterwards whether it happened. */
    private interface Cut {
        void arm(Bench bench);

        boolean happened(Bench bench);

        /** Whether only the station loses its power: the token goes on, and waits for its button if it did. */
        boolean leavesTheTokenOn();
    }

    @ParameterizedTest
    @EnumSource
    void cutOffAtAnyEffectOfTheStationAnAttemptEndsProvenOrVoid(Start start) throws Exception {
        var effects = effectsOfOneRun(start);
        for (int effect = 1; effect <= effects.size(); effect++) {
            cut(start, new AtEffect(effect, false));
            if (effects.get(effect - 1) == Mains.Effect.EXCHANGE) {
                cut(start, new AtEffect(effect, true));
            }
        }
        report("%s: %d effects of the station".formatted(start, effects.size()));
        assertThat(ends).containsKey(End.VOID);
    }

    @ParameterizedTest
    @EnumSource(names = {"FRESH", "PROVEN_TO_BE_OVERWRITTEN"})
    void cutOffAtAnyOperationOfTheTokensFlashAnAttemptEndsProvenOrVoid(Start start) throws Exception {
        long operations = flashOperationsOfOneRun(start);
        for (long operation = 0; operation < operations; operation++) {
            cut(start, new AtFlash(operation, false));
            cut(start, new AtFlash(operation, true));
        }
        report("%s: %d operations of the token's flash".formatted(start, operations));
        assertThat(ends).containsKey(End.VOID);
    }

    /** Before cuts leave the token on, after cuts switch everything off. */
    private record AtEffect(int effect, boolean afterIt) implements Cut {
        @Override
        public void arm(Bench bench) {
            bench.mains.failAt(effect, afterIt);
        }

        @Override
        public boolean happened(Bench bench) {
            return bench.mains.failed();
        }

        @Override
        public boolean leavesTheTokenOn() {
            return !afterIt;
        }
    }

    private record AtFlash(long operation, boolean within) implements Cut {
        @Override
        public void arm(Bench bench) {
            if (within) {
                bench.twin.cutPowerWithin(operation, new Random(operation));
            } else {
                bench.twin.cutPowerBefore(operation);
            }
        }

        @Override
        public boolean happened(Bench bench) {
            return bench.tokenWentDark();
        }

        @Override
        public boolean leavesTheTokenOn() {
            return false;
        }
    }

    private java.util.List<Mains.Effect> effectsOfOneRun(Start start) throws Exception {
        try (var bench = bench(start)) {
            bench.mains.restore();
            bench.provision(start);
            return bench.mains.effects();
        }
    }

    private long flashOperationsOfOneRun(Start start) throws Exception {
        try (var bench = bench(start)) {
            long before = bench.twin.flashOperations();
            bench.provision(start);
            return bench.twin.flashOperations() - before;
        }
    }

    private Bench bench(Start start) throws Exception {
        var bench = new Bench(Files.createTempDirectory(folder, "bench"), start.customerKey());
        start.prepare(bench);
        return bench;
    }

    private void cut(Start start, Cut cut) throws Exception {
        try (var bench = bench(start)) {
            cut.arm(bench);
            provisionUntilTheCut(bench, start);
            assertThat(cut.happened(bench)).as("%s happened", cut).isTrue();
            cuts++;
            bench.restart(cut.leavesTheTokenOn());
            ends.merge(examine(cut, bench, start), 1, Integer::sum);
        }
    }

    /** A cut at the station is an Error, which no handler of the program sees; one at the token is a lost link. */
    private static void provisionUntilTheCut(Bench bench, Start start) {
        try {
            bench.provision(start);
        } catch (PowerCut | DeviceException.LinkLost _) {
            // That is the point.
        }
    }

    private End examine(Cut cut, Bench bench, Start start) throws Exception {
        bench.recover();
        var once = Rows.of(bench.station.file());
        bench.recover();
        assertThat(Rows.of(bench.station.file())).as("recovered twice, %s", cut).isEqualTo(once);
        assertThat(bench.registry().journal().open(bench.physical()))
                .as("open attempts, %s", cut)
                .isEmpty();
        var end = end(cut, bench, start);
        if (end != End.PROVEN) {
            bench.provision(start.again(), start.customerKey());
        }
        assertThat(bench.agree(start.serial(), start.order().slot()))
                .as("token and registry agree, %s", cut)
                .isTrue();
        if (start == Start.SECOND_PROFILE) {
            assertThat(bench.agree(Bench.FIRST, 0))
                    .as("so do those of the first profile, %s", cut)
                    .isTrue();
        }
        assertThat(bench.registry().tokenCredentials().hasNext(bench.physical()))
                .as("a customer key is left in between, %s", cut)
                .isFalse();
        assertThat(bench.registry().audit().verify()).as("audit, %s", cut).isInstanceOf(AuditReport.Intact.class);
        return end;
    }

    private static End end(Cut cut, Bench bench, Start start) {
        var state = bench.registry().tokens().find(start.serial()).map(Token::state);
        if (state.isEmpty()) {
            assertThat(bench.twin.state().profiles())
                    .as("a profile not begun is not changed, %s", cut)
                    .noneMatch(profile -> profile.number() == start.order().slot());
            return End.NO_ROW;
        }
        assertThat(state.get()).as("%s", cut).isIn(TokenState.VOID, TokenState.PROVEN);
        if (state.get() == TokenState.PROVEN) {
            return End.PROVEN;
        }
        assertThat(bench.registry().journal().history(start.serial()).getFirst().stage())
                .as("%s", cut)
                .isEqualTo(Attempt.Stage.VOID);
        return End.VOID;
    }

    private void report(String what) {
        System.err.printf("power cut, %s: %d cuts, all happened, ends %s%n", what, cuts, ends);
    }
}
