package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.DeviceException;
import fobsmith.registry.Attempt;
import fobsmith.registry.AuditReport;
import fobsmith.registry.TokenState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails before and after every effect that provisioning has on registry and token, and before and within every
 * operation of the token's flash. Whenever it was: an attempt ends proven or void, recovering twice changes nothing, and the
 * token is provisioned again without permission to overwrite, unless it is proven.
 */
class PowerCutTest {
    private static final WriteOrder ORDER = Bench.ORDER;

    @TempDir
    Path folder;

    private final Map<End, Integer> ends = new EnumMap<>(End.class);
    private int cuts;

    /** What the cut has left, seen after recovery. */
    private enum End {
        UNTOUCHED,
        VOID,
        PROVEN
    }

    /** Where the power fails. */
    private interface Cut {
        void arm(Bench bench);
    }

    @Test
    void anAttemptCutOffAtAnyEffectOfTheStationEndsProvenOrVoid() throws Exception {
        int effects = effectsOfOneRun();
        for (int effect = 1; effect <= effects; effect++) {
            int at = effect;
            cut("before effect " + at, bench -> bench.mains.failAt(at, false));
            cut("after effect " + at, bench -> bench.mains.failAt(at, true));
        }
        report("%d effects of the station".formatted(effects));
        assertThat(ends.keySet()).containsExactly(End.values());
    }

    @Test
    void anAttemptCutOffAtAnyOperationOfTheTokensFlashEndsProvenOrVoid() throws Exception {
        long operations = flashOperationsOfOneRun();
        for (long operation = 0; operation < operations; operation++) {
            long at = operation;
            cut("before flash operation " + at, bench -> bench.twin.cutPowerBefore(at));
            cut("within flash operation " + at, bench -> bench.twin.cutPowerWithin(at, new Random(at)));
        }
        report("%d operations of the token's flash".formatted(operations));
        // The customer key's change is a token's untouched profile; after the seed nothing more is written before the
        // proof.
        assertThat(ends.keySet()).contains(End.UNTOUCHED, End.VOID);
    }

    private int effectsOfOneRun() throws Exception {
        try (var bench = bench()) {
            bench.mains.restore();
            bench.provision(ORDER);
            return bench.mains.effects();
        }
    }

    private long flashOperationsOfOneRun() throws Exception {
        try (var bench = bench()) {
            long before = bench.twin.flashOperations();
            bench.provision(ORDER);
            return bench.twin.flashOperations() - before;
        }
    }

    private Bench bench() throws Exception {
        return new Bench(Files.createTempDirectory(folder, "bench"));
    }

    private void cut(String when, Cut cut) throws Exception {
        try (var bench = bench()) {
            cut.arm(bench);
            provisionUntilTheCut(bench);
            bench.restart();
            cuts++;
            ends.merge(examine(when, bench), 1, Integer::sum);
        }
    }

    /** A cut at the station is an Error, which no handler of the program sees; one at the token is a lost link. */
    private static void provisionUntilTheCut(Bench bench) {
        try {
            bench.provision(ORDER);
        } catch (PowerCut | DeviceException.LinkLost _) {
            // Expected; a cut after the last effect is not noticed at all.
        }
    }

    private End examine(String when, Bench bench) throws Exception {
        bench.recover();
        var once = Rows.of(bench.station.file());
        bench.recover();
        assertThat(Rows.of(bench.station.file()))
                .as("recovered twice, cut %s", when)
                .isEqualTo(once);
        assertThat(bench.registry().journal().allOpen())
                .as("open attempts, cut %s", when)
                .isEmpty();
        var end = end(when, bench);
        if (end != End.PROVEN) {
            bench.provision(ORDER);
        }
        assertThat(bench.agree(Bench.FIRST, 0))
                .as("token and registry agree, cut %s", when)
                .isTrue();
        assertThat(bench.registry().tokenCredentials().next(bench.physical()))
                .as("credential settled, cut %s", when)
                .isEmpty();
        assertThat(bench.registry().audit().verify()).as("audit, cut %s", when).isInstanceOf(AuditReport.Intact.class);
        return end;
    }

    private static End end(String when, Bench bench) {
        var stages = bench.registry().journal().history(Bench.FIRST).stream()
                .map(Attempt::stage)
                .toList();
        var state = bench.state();
        if (state.isEmpty()) {
            assertThat(stages).as(when).isIn(List.of(), List.of(Attempt.Stage.VOID));
            assertThat(bench.twin.state().profiles())
                    .as("a token not begun is not changed, cut %s", when)
                    .isEmpty();
            return End.UNTOUCHED;
        }
        if (state.equals(Optional.of(TokenState.VOID))) {
            assertThat(stages).as(when).containsExactly(Attempt.Stage.VOID);
            return End.VOID;
        }
        assertThat(state).as(when).contains(TokenState.PROVEN);
        assertThat(stages).as(when).containsExactly(Attempt.Stage.PROVEN);
        return End.PROVEN;
    }

    private void report(String what) {
        System.err.printf("power cut at %s: %d cut points, ends %s%n", what, cuts, ends);
    }
}
