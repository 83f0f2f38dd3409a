package fobsmith.desk.cable;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.desk.DeskRig;
import fobsmith.desk.Flow;
import fobsmith.desk.Language;
import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.CodeReader;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.Instruction;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.provisioning.EnteredCredential;
import fobsmith.provisioning.Operator;
import fobsmith.provisioning.Provisioning;
import fobsmith.provisioning.WriteOrder;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;

/** The desk with one flow and, on a loopback USB/IP port, a YubiKey that has its seed. */
final class KeyOnTheTable implements AutoCloseable {
    static final Duration STEP = Duration.ofSeconds(30);
    private static final byte[] PASSWORD = "correct horse".getBytes(US_ASCII);

    final DeskRig rig;
    final ControlClient control;
    final SerialNumber serial;

    /** As the registry and the desk know it. */
    final String told;

    /** As the simulator knows it. */
    final String twin;

    private final RunningSimulator simulator;

    /**
     * Nobody has signed in.
     *
     * @param locked whether it has a password, which the registry learns while it gets its seed
     */
    KeyOnTheTable(Path folder, Flow flow, boolean locked) {
        var running = new AtomicReference<RunningSimulator>();
        rig = new DeskRig(folder, Language.ENGLISH, List.of(flow), clock -> {
            running.set(start(folder, clock));
            return running.get().usbIpAddress().<Bus>map(UsbIpBus::at).stream().toList();
        });
        simulator = running.get();
        control = ControlClient.open(folder.resolve("control.json"));
        twin = simulator.simulator().tokens().getFirst().serial();
        told = rig.desk.bench().scan().stream()
                .map(one -> ((Candidate.Usable) one).serial())
                .findFirst()
                .orElseThrow();
        serial = new SerialNumber.Hardware(told);
        if (locked) {
            lock();
        }
        provision(locked);
        rig.turn(Duration.ofMinutes(2));
    }

    private static RunningSimulator start(Path folder, HandTurnedClock clock) {
        var order = FactoryOrder.of("yubikey", Optional.empty(), 1, Optional.empty());
        var setting = new RunningSimulator.Setting(List.of(), List.of(order), 0, folder.resolve("control.json"), 0);
        return RunningSimulator.start(setting, clock);
    }

    /** It takes this password, and whoever set it told nobody. */
    void lock() {
        try (var password = TokenCredential.adopt(PASSWORD.clone())) {
            rig.desk
                    .bench()
                    .with(
                            told,
                            session -> session.require(CredentialLock.class, "have a password")
                                    .changeCredential(password));
        }
    }

    private void provision(boolean locked) {
        var provisioning = new Provisioning(rig.registry.registry, rig.registry.console, rig.clock, new SecureRandom());
        try (var password = TokenCredential.adopt(PASSWORD.clone())) {
            var entered = locked ? EnteredCredential.of(password) : EnteredCredential.none();
            rig.desk
                    .bench()
                    .with(told, session -> provisioning.run(session, WriteOrder.standard("bench"), entered, NOBODY));
        }
    }

    /** Makes it somebody's; for one without a password. */
    void give(User user) {
        var codes = rig.desk.bench().with(told, session -> {
            var reader = session.require(CodeReader.class, "tell its codes");
            return new CodePair(read(reader, Duration.ZERO), read(reader, STEP));
        });
        rig.registry.registry.typedCodes().enable(rig.registry.console, user, serial, codes);
        rig.turn(Duration.ofMinutes(2));
    }

    private OneTimePassword read(CodeReader reader, Duration ahead) {
        return reader.readCode(0, OtpProfile.Totp.STANDARD, rig.clock.instant().plus(ahead));
    }

    /** It was lost, and is to be checked. */
    void comesBack() {
        rig.registry.registry.shelf().lose(rig.registry.console, serial, "a test");
        rig.registry.registry.shelf().recover(rig.registry.console, serial);
    }

    /** From the first code on: both codes over the cable, and Enter. */
    void readBoth() {
        rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE).turn(STEP).press(KeyCode.SPACE, KeyCode.ENTER);
    }

    TokenState state() {
        return rig.registry.registry.tokens().get(serial).state();
    }

    @Override
    public void close() {
        rig.close();
        control.close();
        simulator.close();
    }

    private static final Operator NOBODY = new Operator() {
        @Override
        public void act(Instruction instruction) {
            throw new AssertionError("there is no button: " + instruction);
        }

        @Override
        public CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
            throw new AssertionError("there is no display");
        }

        @Override
        public void told(String progress) {}

        @Override
        public void codesWereWrong(int timesLeft) {
            throw new AssertionError("a token does not mistype");
        }
    };
}
