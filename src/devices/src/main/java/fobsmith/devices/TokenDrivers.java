package fobsmith.devices;

import fobsmith.devices.flipper.FlipperDriver;
import fobsmith.devices.nitrokey.NitrokeyModel;
import fobsmith.devices.nitrokey.NitrokeyProDriver;
import fobsmith.devices.token2.Molto2Driver;
import fobsmith.devices.token2.SingleProfileDriver;
import fobsmith.devices.ykoath.YkOathDriver;
import fobsmith.devices.ykoath.YkOathModel;
import java.security.SecureRandom;
import java.util.List;

/** Every model that can be driven, one to a line. The first that recognises a port has it. */
public final class TokenDrivers {
    /** For what a driver makes up and forgets with its session. */
    private static final SecureRandom CHANCE = new SecureRandom();

    public static final List<TokenDriver> ALL = List.of(
            new Molto2Driver(),
            new YkOathDriver(YkOathModel.YUBIKEY, CHANCE),
            new YkOathDriver(YkOathModel.CANOKEY, CHANCE),
            new YkOathDriver(YkOathModel.NITROKEY_3, CHANCE),
            new YkOathDriver(YkOathModel.SOLO_2, CHANCE),
            new NitrokeyProDriver(NitrokeyModel.PRO, CHANCE),
            new NitrokeyProDriver(NitrokeyModel.LIBREM_KEY, CHANCE),
            new FlipperDriver(),
            // Last, for it takes every contactless card that no other takes.
            new SingleProfileDriver(CHANCE));

    private TokenDrivers() {}
}
