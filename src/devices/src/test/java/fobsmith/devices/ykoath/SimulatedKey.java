package fobsmith.devices.ykoath;

import fobsmith.devices.Transport;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.ykoath.Model;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Duration;
import java.util.Random;

/** A twin as it leaves the factory, and its reader. */
final class SimulatedKey implements AutoCloseable {
    final HandTurnedClock clock = HandTurnedClock.atStepStart();
    final YubiKey twin;
    final CcidReader reader;

    /** With patience for hardly any time, where nobody touches it. */
    SimulatedKey(Model model, String serial) {
        var description = YubiKeyDescription.of(model, serial).withPatience(Duration.ofMillis(20));
        twin = YubiKey.of(description, Flash.inMemory(), clock, new Random(1));
        reader = new CcidReader(twin.readerIdentity(), ExchangeLevel.EXTENDED_APDU, twin);
    }

    /** The card in it, without its reader. */
    Transport card() {
        twin.powerOn();
        return twin::exchange;
    }

    OneTimePassword expected(Seed seed, OtpProfile.Totp otp) {
        return Codes.code(seed, otp, clock.instant());
    }

    @Override
    public void close() {
        twin.close();
    }
}
