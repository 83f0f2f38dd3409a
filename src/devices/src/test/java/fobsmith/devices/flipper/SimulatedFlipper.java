package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.flipper.FlipperState;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;

/** The twin as it leaves the factory, and the person who has it in hand. */
final class SimulatedFlipper implements AutoCloseable {
    final HandTurnedClock clock = HandTurnedClock.atStepStart();
    final Flipper twin;

    SimulatedFlipper() {
        this(100);
    }

    /** With room for so many tokens. */
    SimulatedFlipper(int capacity) {
        var description =
                FlipperDescription.of(FlipperDescription.FIRST_UID, "Ferris").withCapacity(capacity);
        twin = Flipper.of(description, Flash.inMemory(), clock);
    }

    /** Sets a PIN of two arrow keys, up and down, which is asked for once the application is opened anew. */
    void protectWithPin() {
        twin.connect(_ -> {});
        twin.openApplication();
        twin.receive("totp pin set\r\u001b[A\u001b[B\r".getBytes(US_ASCII));
        twin.closeApplication();
        twin.openApplication();
        twin.disconnect();
    }

    /** By a person, at the device's own buttons. */
    boolean enterPin() {
        return twin.enterPin("AB".getBytes(US_ASCII));
    }

    /** What a person reads beside this name; there is only one of it. */
    String shown(String name) {
        return twin.display(twin.state().entries().stream()
                        .filter(entry -> entry.name().equals(name))
                        .mapToInt(FlipperState.Item::number)
                        .findFirst()
                        .orElseThrow())
                .display();
    }

    /** What a person should read. */
    String expected(Seed seed, OtpProfile.Totp otp) {
        return Codes.code(seed, otp, clock.instant()).reveal();
    }

    @Override
    public void close() {
        twin.close();
    }
}
