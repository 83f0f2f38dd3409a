package fobsmith.provisioning;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.Transport;
import fobsmith.devices.token2.Molto2Session;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.token2.Molto2Description;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.PhysicalToken;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A station and a simulated Molto2 on one table. Either may lose its power; then both are started again. */
final class Bench implements AutoCloseable {
    static final String SERIAL = "86590300000042";
    static final SerialNumber FIRST = SerialNumber.parse(SERIAL);
    static final WriteOrder ORDER = WriteOrder.standard("bench");

    final HandTurnedClock clock = HandTurnedClock.atStepStart();
    final TestRegistry station;
    final Mains mains = new Mains(clock);
    final Molto2 twin;
    final Hands hands;
    Duration exchangeTakes = Duration.ZERO;
    private Registry registry;
    private int exchanges;
    private int pulledAfter = -1;
    private boolean dark;

    Bench(Path folder) {
        this(folder, Optional.empty());
    }

    /** With a token that has this customer key, or the factory's. */
    Bench(Path folder, Optional<String> customerKey) {
        station = TestRegistry.copy(folder, clock);
        registry = openRegistry();
        var description = Molto2Description.of(SERIAL);
        var flash = Flash.inMemory();
        var chance = new Random(2);
        twin = customerKey
                .map(key -> Molto2.of(description, bytes(key), flash, clock, chance))
                .orElseGet(() -> Molto2.of(description, flash, clock, chance));
        twin.powerOn();
        hands = new Hands(twin, clock);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Registry openRegistry() {
        try (var key = RegistryKey.KeyFile.read(station.keyFile())) {
            return Registry.open(station.file(), key, mains, new SecureRandom());
        }
    }

    Registry registry() {
        return registry;
    }

    int exchanges() {
        return exchanges;
    }

    Provisioned provision(Start start) {
        return provision(start.order(), start.customerKey());
    }

    Provisioned provision(WriteOrder order) {
        return provision(order, Optional.empty());
    }

    /** With a customer key that the operator enters, or none. */
    Provisioned provision(WriteOrder order, Optional<String> customerKey) {
        if (customerKey.isEmpty()) {
            return provision(order, EnteredCredential.none());
        }
        try (var entered = TokenCredential.adopt(bytes(customerKey.get()))) {
            return provision(order, EnteredCredential.of(entered));
        }
    }

    Provisioned provision(WriteOrder order, EnteredCredential entered) {
        try (var session = session()) {
            return provisioning().run(session, order, entered, hands);
        }
    }

    /** Something is not as it should be with the operator, and provisioning stops; then it is again. */
    void provisionInVain(Consumer<Hands> fault) {
        fault.accept(hands);
        try {
            provision(ORDER);
            throw new AssertionError("it should have stopped");
        } catch (ProvisioningException _) {
            hands.isAway = false;
            hands.pressesWhenAsked = true;
        }
    }

    private Provisioning provisioning() {
        return new Provisioning(registry, station.console, clock, new SecureRandom());
    }

    void recover() {
        provisioning().recover(physical());
    }

    Molto2Session session() {
        return Molto2Session.open(mains.watch(cable()));
    }

    /** A twin without power is a cable without an answer. */
    private Transport cable() {
        return request -> {
            exchanges++;
            clock.turn(exchangeTakes);
            try {
                var response = twin.exchange(request);
                if ((request[1] & 0xff) == pulledAfter) {
                    throw new PowerLost("pulled");
                }
                return response;
            } catch (PowerLost e) {
                dark = true;
                throw new DeviceException.LinkLost("the token is gone", e);
            }
        };
    }

    /** The token does what it is told by this instruction, and nobody hears of it. */
    void pullThePlugAfter(int instruction) {
        pulledAfter = instruction;
    }

    /** Whether the token lost its power in the middle of something. */
    boolean tokenWentDark() {
        return dark;
    }

    /**
     * The station is switched off and on again, and forgets all but its registry; so is the token, which forgets all but its
     * flash, unless it is left on.
     */
    void restart(boolean leavingTheTokenOn) {
        mains.restore();
        twin.callOffPowerCut();
        registry.close();
        registry = openRegistry();
        if (!leavingTheTokenOn) {
            replug();
        }
    }

    void replug() {
        twin.powerOff();
        twin.powerOn();
    }

    PhysicalToken physical() {
        return registry.physicalTokens().remember("Token2", "Molto2", SERIAL);
    }

    Optional<TokenState> state() {
        return registry.tokens().find(FIRST).map(token -> token.state());
    }

    /** Whether token and registry mean the same seed: two codes from the display, checked. Uses them up. */
    boolean agree(SerialNumber serial, int slot) {
        clock.turn(Duration.ofMinutes(1));
        var codes = hands.readCodes(serial, slot, ORDER.profile());
        return registry.typedCodes().check(station.console, serial, codes) instanceof CodeOutcome.Accepted;
    }

    @Override
    public void close() {
        registry.close();
        station.close();
        twin.close();
    }
}
