package fobsmith.devices;

import fobsmith.devices.flipper.FlipperDriver;
import fobsmith.devices.nitrokey.LibremKeyDriver;
import fobsmith.devices.nitrokey.NitrokeyProDriver;
import fobsmith.devices.token2.Molto2Driver;
import java.security.SecureRandom;
import java.util.List;

/** Every model that can be driven, one to a line. */
public final class TokenDrivers {
    /** For what a driver makes up and forgets with its session. */
    private static final SecureRandom CHANCE = new SecureRandom();

    public static final List<TokenDriver> ALL = List.of(
            new Molto2Driver(), //
            new NitrokeyProDriver(CHANCE),
            new LibremKeyDriver(CHANCE),
            new FlipperDriver());

    private TokenDrivers() {}
}
