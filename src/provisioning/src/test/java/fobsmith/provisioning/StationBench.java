package fobsmith.provisioning;

import fobsmith.devices.token2.Molto2Session;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.token2.Molto2Description;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.PhysicalToken;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.StationAnswer;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TestStation;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A simulated Molto2 at a write-only station, and the registry it writes for on another table. */
final class StationBench implements AutoCloseable {
    static final String SERIAL = "86590300000042";
    static final SerialNumber FIRST = SerialNumber.parse(SERIAL);
    static final WriteOrder ORDER = WriteOrder.standard("bench");

    final TestRegistry service;
    final HandTurnedClock clock;
    final TestStation station;
    final Mains mains;
    final Molto2 twin;
    final Hands hands;
    private Registry opened;

    StationBench(Path folder) {
        service = TestRegistry.copyWithStation(folder);
        clock = service.clock;
        station = TestStation.copyOf(folder, service);
        mains = new Mains(clock);
        opened = station.openAgain(mains);
        twin = Molto2.of(Molto2Description.of(SERIAL), Flash.inMemory(), clock, new Random(2));
        twin.powerOn();
        hands = new Hands(twin, clock);
    }

    Provisioned provision(WriteOrder order) {
        try (var session = Molto2Session.open(mains.watch(twin::exchange))) {
            return new Provisioning(opened, station.console, clock, new SecureRandom())
                    .run(session, order, EnteredCredential.none(), hands);
        }
    }

    /** The station is switched off and on again, and so is the token. */
    void restart() {
        mains.restore();
        opened.close();
        opened = station.openAgain(mains);
        twin.powerOff();
        twin.powerOn();
    }

    List<StationAnswer> carry() {
        return station.carry(service);
    }

    PhysicalToken physical() {
        return station.registry.physicalTokens().remember("Token2", "Molto2", SERIAL);
    }

    TokenState stateHere() {
        return station.registry.tokens().get(FIRST).state();
    }

    TokenState stateAtTheService() {
        return service.registry.tokens().get(FIRST).state();
    }

    /** Whether the token shows what the service expects. */
    boolean agree() {
        clock.turn(Duration.ofMinutes(1));
        var codes = hands.readCodes(FIRST, 0, ORDER.profile());
        return service.registry.typedCodes().check(service.console, FIRST, codes) instanceof CodeOutcome.Accepted;
    }

    @Override
    public void close() {
        opened.close();
        station.close();
        service.close();
        twin.close();
    }
}
