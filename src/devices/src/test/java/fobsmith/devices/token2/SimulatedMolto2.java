package fobsmith.devices.token2;

import fobsmith.devices.Transport;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.token2.Assumption;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.token2.Molto2Assumptions;
import fobsmith.firmware.token2.Molto2Description;
import fobsmith.firmware.token2.Molto2State;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.util.Random;

/** The twin as it leaves the factory, its reader, and the person who has it in hand. */
final class SimulatedMolto2 implements AutoCloseable {
    static final String SERIAL = Molto2Description.FIRST_SERIAL;

    private static final ReaderIdentity IDENTITY = new ReaderIdentity(0x349e, 0x0300, 0x0100, "TOKEN2", "Molto2", "");

    final HandTurnedClock clock = HandTurnedClock.atStepStart();
    final Molto2 twin;
    final CcidReader reader;

    SimulatedMolto2() {
        var description = Molto2Description.of(SERIAL)
                .withAssumptions(Molto2Assumptions.USUAL.with(Assumption.CONFIG_WIPES_SEED, true));
        twin = Molto2.of(description, Flash.inMemory(), clock, new Random(1));
        reader = new CcidReader(IDENTITY, ExchangeLevel.SHORT_APDU, twin);
    }

    /** The card in it, without its reader. */
    Transport card() {
        twin.powerOn();
        return twin::exchange;
    }

    /** What a person reads who presses the button until the profile is shown. */
    String shown(int profile) {
        return twin.press(profile).display();
    }

    /** What a person should read. */
    String expected(Seed seed, OtpProfile.Totp otp) {
        return Codes.code(seed, otp, clock.instant()).reveal();
    }

    Molto2State.Profile profile(int number) {
        return twin.state().profiles().stream()
                .filter(profile -> profile.number() == number)
                .findFirst()
                .orElse(new Molto2State.Profile(number, "", false));
    }

    @Override
    public void close() {
        twin.close();
    }
}
