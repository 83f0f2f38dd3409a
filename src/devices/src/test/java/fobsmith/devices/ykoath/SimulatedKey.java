package fobsmith.devices.ykoath;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.Transport;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.ykoath.Model;
import fobsmith.firmware.ykoath.Quirk;
import fobsmith.firmware.ykoath.Version;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;

/** A twin as it leaves the factory, and its reader. */
final class SimulatedKey implements AutoCloseable {
    private static final SecureRandom CHANCE = new SecureRandom();

    /** Twins of all models, and of an old key. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Kind {
        YUBIKEY(YubiKeyDescription.of("12345678"), "YUBIKEY-12345678"),
        /** As old keys tell their serial number. */
        YUBIKEY_4(
                YubiKeyDescription.of("4194304")
                        .withVersion(new Version(4, 3, 5))
                        .with(Quirk.NO_MANAGEMENT, true)
                        .with(Quirk.SERIAL_BY_OTP_APPLET, true),
                "YUBIKEY-4194304"),
        CANOKEY(YubiKeyDescription.of(Model.CANOKEY, "0012AB34"), "CANOKEY-0012AB34"),
        NITROKEY_3(YubiKeyDescription.of(Model.NITROKEY3, "A1B2C3D4"), "NITROKEY3-A1B2C3D4"),
        SOLO_2(
                YubiKeyDescription.of(Model.SOLO2, "5A1B2C3D4E5F60718293A4B5C6D7E8F9"),
                "SOLO2-5A1B2C3D4E5F60718293A4B5C6D7E8F9");

        private final YubiKeyDescription description;
        private final String serial;

        Kind(YubiKeyDescription description, String serial) {
            this.description = description;
            this.serial = serial;
        }

        /** As the registry keeps it. */
        String serial() {
            return serial;
        }

        YkOathModel model() {
            return switch (this) {
                case YUBIKEY, YUBIKEY_4 -> YkOathModel.YUBIKEY;
                case CANOKEY -> YkOathModel.CANOKEY;
                case NITROKEY_3 -> YkOathModel.NITROKEY_3;
                case SOLO_2 -> YkOathModel.SOLO_2;
            };
        }

        TokenDriver driver() {
            return new YkOathDriver(model(), CHANCE);
        }

        YkOathSession open(Port port) {
            return (YkOathSession) driver().open(port);
        }

        YkOathSession open(Transport transport) {
            return YkOathSession.open(transport, model(), CHANCE);
        }
    }

    final HandTurnedClock clock = HandTurnedClock.atStepStart();
    final YubiKey twin;
    final CcidReader reader;

    /** With patience for hardly any time, where nobody touches it. */
    SimulatedKey(Kind kind) {
        var description = kind.description.withPatience(Duration.ofMillis(20));
        twin = YubiKey.of(description, Flash.inMemory(), clock, new Random(1));
        reader = new CcidReader(twin.readerIdentity(), ExchangeLevel.EXTENDED_APDU, twin, twin.readerLayout());
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
