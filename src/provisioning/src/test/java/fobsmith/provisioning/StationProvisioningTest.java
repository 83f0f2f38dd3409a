package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.StationAnswer;
import fobsmith.registry.StationException;
import fobsmith.registry.TokenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are written at a write-only station work at its service, and are only worked on at the station. */
class StationProvisioningTest {
    @TempDir
    Path folder;

    @Test
    void aTokenWrittenAtAStationSignsInAtTheService() {
        try (var bench = new StationBench(folder)) {
            assertThat(bench.provision(StationBench.ORDER).token().state()).isEqualTo(TokenState.PROVEN);
            assertThat(bench.carry()).hasSize(3).allMatch(StationAnswer::applied);
            bench.clock.turn(Duration.ofMinutes(2));
            var typed = bench.service.registry.typedCodes();
            var bob = bench.service.user("bob");
            var codes = bench.hands.readCodes(StationBench.FIRST, 0, StationBench.ORDER.profile());
            assertThat(typed.enable(bench.service.console, bob, StationBench.FIRST, codes))
                    .isInstanceOf(CodeOutcome.Accepted.class);
            bench.clock.turn(Duration.ofMinutes(1));
            var shown = bench.twin.press(0).display();
            assertThat(typed.signIn(
                            bench.service.console,
                            bob,
                            StationBench.FIRST,
                            CodePair.parse(shown, shown).first()))
                    .isInstanceOf(CodeOutcome.Accepted.class);
        }
    }

    @Test
    void theTokensOwnCredentialIsKnownOnBothSides() {
        try (var bench = new StationBench(folder)) {
            bench.provision(StationBench.ORDER);
            bench.carry();
            bench.hands.presses = 0;
            bench.provision(StationBench.ORDER.overwriting());
            assertThat(bench.hands.presses)
                    .as("the station goes on with the same token")
                    .isZero();
            bench.carry();
            assertThat(bench.agree()).isTrue();
            var there = bench.service.registry;
            var known = there.physicalTokens().remember("Token2", "Molto2", StationBench.SERIAL);
            assertThat(there.tokenCredentials().current(known).orElseThrow())
                    .isEqualTo(bench.station
                            .registry
                            .tokenCredentials()
                            .current(bench.physical())
                            .orElseThrow());
        }
    }

    @Test
    void aTokenThatSomebodyHasIsNotTouched() {
        try (var bench = new StationBench(folder)) {
            bench.provision(StationBench.ORDER);
            bench.carry();
            bench.clock.turn(Duration.ofMinutes(2));
            var codes = bench.hands.readCodes(StationBench.FIRST, 0, StationBench.ORDER.profile());
            var service = bench.service;
            service.registry.typedCodes().enable(service.console, service.user("bob"), StationBench.FIRST, codes);
            bench.clock.turn(Duration.ofMinutes(2));
            bench.station.own().acknowledge(bench.station.console, bench.station.exported(service, "packing"));
            assertThatThrownBy(() -> bench.provision(StationBench.ORDER.overwriting()))
                    .isInstanceOf(StationException.Taken.class);
            assertThat(bench.agree()).isTrue();
        }
    }

    /**
     * Recovery needs no seed: a token left in writing is written again, with a fresh one, and without permission to
     * overwrite.
     */
    @Test
    void theStationMayLoseItsPowerBeforeAnyTransaction() throws IOException {
        int transactions = transactionsOfOneRun();
        int again = 0;
        for (int cut = 1; cut <= transactions; cut++) {
            try (var bench = new StationBench(Files.createDirectory(folder.resolve("cut-" + cut)))) {
                failAtTransaction(bench, cut);
                bench.restart();
                bench.provision(StationBench.ORDER);
                again++;
                assertThat(bench.stateHere()).as("cut %d", cut).isEqualTo(TokenState.PROVEN);
                assertThat(bench.carry()).as("cut %d", cut).allMatch(StationAnswer::applied);
                assertThat(bench.stateAtTheService()).as("cut %d", cut).isEqualTo(TokenState.PROVEN);
                assertThat(bench.agree()).as("cut %d", cut).isTrue();
            }
        }
        assertThat(again).isEqualTo(transactions);
    }

    private int transactionsOfOneRun() throws IOException {
        try (var bench = new StationBench(Files.createDirectory(folder.resolve("whole")))) {
            bench.mains.restore();
            bench.provision(StationBench.ORDER);
            return (int) bench.mains.effects().stream()
                    .filter(effect -> effect == Mains.Effect.TRANSACTION)
                    .count();
        }
    }

    /** Whatever else comes in between: the effect is found by a run of its own kind. */
    private static void failAtTransaction(StationBench bench, int transaction) {
        bench.mains.failAtTransaction(transaction);
        assertThatThrownBy(() -> bench.provision(StationBench.ORDER)).isInstanceOf(PowerCut.class);
        assertThat(bench.mains.failed()).isTrue();
    }
}
