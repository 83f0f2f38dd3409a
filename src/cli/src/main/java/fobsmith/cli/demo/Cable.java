package fobsmith.cli.demo;

import fobsmith.cli.sim.SimulatedHands;
import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.provisioning.EnteredCredential;
import fobsmith.provisioning.Provisioned;
import fobsmith.provisioning.Provisioning;
import fobsmith.provisioning.WriteOrder;
import fobsmith.registry.SerialNumber;
import java.util.List;

/** The part of the story that happens on a USB cable: a token is found, loses its power in mid-seed, and is proven. */
final class Cable {
    /** Into the writing of the seed, past the change of the customer key. */
    private static final int FLASH_WORDS_BEFORE_THE_CUT = 45;

    private final Stage stage;
    private final Narrator narrator;

    Cable(Stage stage, Narrator narrator) {
        this.stage = stage;
        this.narrator = narrator;
    }

    /** The serial number of the token, proven. */
    String provision() {
        narrator.step("A Token2 Molto2, fresh from its box, is plugged into the USB/IP port of the simulator");
        var token = scan();
        losePower(token);
        narrator.step("It is plugged in again and provisioned once more, with a fresh seed");
        stage.fobs().plug(token);
        var provisioned = write(token);
        narrator.say("the clock was %+.1f s off and is %+.1f s off now; two codes from its display prove it: %s"
                .formatted(
                        provisioned.clockWasOffMillis() / 1000.0,
                        provisioned.clockErrorMillis() / 1000.0,
                        provisioned.token().state()));
        return token;
    }

    private String scan() {
        return switch (scanner().scan().getFirst()) {
            case Candidate.Usable found -> {
                narrator.say("%s: %s %s, serial number %s"
                        .formatted(found.place(), found.manufacturer(), found.model(), found.serial()));
                yield found.serial();
            }
            case Candidate.Unusable unusable -> throw new IllegalStateException(unusable.reason());
        };
    }

    private void losePower(String token) {
        narrator.step("Its public factory key is changed, a seed is on its way, and the plug is pulled");
        stage.molto2(token).cutPowerBefore(FLASH_WORDS_BEFORE_THE_CUT);
        try {
            write(token);
            throw new IllegalStateException("the token should have lost its power");
        } catch (DeviceException.LinkLost e) {
            var state = stage.registry().tokens().get(SerialNumber.parse(token)).state();
            narrator.say("%s; token %s is %s: nobody can use it before it is written again"
                    .formatted(e.getMessage(), token, state));
        }
    }

    private Provisioned write(String token) {
        try (var session = scanner().open(token)) {
            var provisioning = new Provisioning(
                    stage.registry(),
                    stage.operator(),
                    stage.surroundings().clock(),
                    stage.surroundings().randomness());
            return provisioning.run(
                    session,
                    WriteOrder.standard("demo"),
                    EnteredCredential.none(),
                    new SimulatedHands(stage.fobs(), token));
        }
    }

    private TokenScanner scanner() {
        return new TokenScanner(
                TokenDrivers.ALL, List.of(stage.usbIp()), stage.surroundings().clock());
    }
}
