package fobsmith.devices;

import fobsmith.devices.flipper.FlipperDriver;
import fobsmith.devices.nitrokey.LibremKeyDriver;
import fobsmith.devices.nitrokey.NitrokeyProDriver;
import fobsmith.devices.token2.Molto2Driver;
import fobsmith.devices.token2.SingleProfileDriver;
import fobsmith.devices.ykoath.CanoKeyDriver;
import fobsmith.devices.ykoath.NitrokeyThreeDriver;
import fobsmith.devices.ykoath.SoloTwoDriver;
import fobsmith.devices.ykoath.YubiKeyDriver;
import java.security.SecureRandom;
import java.util.List;

/** Every model that can be driven, one to a line. The first that recognises a port has it. */
public final class TokenDrivers {
    /** For what a driver makes up and forgets with its session. */
    private static final SecureRandom CHANCE = new SecureRandom();

    public static final List<TokenDriver> ALL = List.of(
            new Molto2Driver(),
            new YubiKeyDriver(CHANCE),
            new CanoKeyDriver(CHANCE),
            new NitrokeyThreeDriver(CHANCE),
            new SoloTwoDriver(CHANCE),
            new NitrokeyProDriver(CHANCE),
            new LibremKeyDriver(CHANCE),
            new FlipperDriver(),
            // Last, for it takes every card that no other takes.
            new SingleProfileDriver());

    private TokenDrivers() {}
}
