package fobsmith.desk.demo;

import fobsmith.firmware.Simulator;
import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.fob.Profile;
import fobsmith.firmware.parts.Algorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.Actor;
import fobsmith.registry.CodePair;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Fobs of a vendor: each in the registry, and simulated with the same seed. */
final class DemoStock {
    private static final String VENDOR = "ACME";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Registry registry;
    private final Simulator simulator;
    private final SecureRandom randomness;
    private final Actor vendor;

    DemoStock(Registry registry, Simulator simulator, SecureRandom randomness, Actor vendor) {
        this.registry = registry;
        this.simulator = simulator;
        this.randomness = randomness;
        this.vendor = vendor;
    }

    /** In stock, with a clock that is right. */
    void add(String serial) {
        add(FobDescription.of(serial), OtpProfile.Totp.STANDARD);
    }

    /** In stock, with codes that change once a minute, which IAM does not take. */
    void addOfOneMinute(String serial) {
        var slow = new OtpProfile.Totp(OtpProfile.Totp.STANDARD.algorithm(), 6, Duration.ofSeconds(60));
        add(FobDescription.of(serial).withProfile(new Profile(Algorithm.SHA1, 6, 60)), slow);
    }

    /** In stock, with a clock that is off. */
    void addStrayed(String serial, Duration by) {
        add(serial);
        simulator.get(serial).shift(by);
    }

    /** Somebody's device. */
    void addEnabled(String serial, String user) {
        add(serial);
        var owner = registry.users().find(user).orElseThrow();
        registry.typedCodes().enable(vendor, owner, new SerialNumber.Hardware(serial), read(serial));
    }

    /** The code before, read by turning the fob's clock back for a moment, and the one now. */
    private CodePair read(String serial) {
        var fob = simulator.get(serial, DisplayFob.class);
        fob.shift(STEP.negated());
        var before = fob.display().display();
        fob.shift(STEP);
        return CodePair.parse(before, fob.display().display());
    }

    private void add(FobDescription fob, OtpProfile profile) {
        try (var seed = Seed.random(20, randomness)) {
            var stock = registry.stock();
            var number = new SerialNumber.Hardware(fob.serial());
            stock.importAll(vendor, "demo", List.of(stock.seal(number, VENDOR, "F1", profile, seed)));
            seed.use(bytes -> simulator.add(fob, bytes));
        }
    }
}
