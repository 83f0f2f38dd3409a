package fobsmith.firmware.token2;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What an image holds, as it shows from outside once a token has started on it. Looking changes the image.
 *
 * @param profiles of each: title, configuration, code at noon, and whether it is still lit after a minute
 * @param key which customer key opens the token
 */
record Content(List<String> profiles, String key, int tries, long clockErrorMillis) {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Molto2Description TOKEN = Molto2Description.of(Molto2Description.FIRST_SERIAL);
    static final int PROFILES = 3;

    private static final List<String> KEYS = List.of("TOKEN2MOLTO1-KEY", "another");

    static Molto2 token(Path image, HandTurnedClock realTime) {
        return Molto2.of(TOKEN, Flash.open(image), realTime, new SplittableRandom(1));
    }

    static Content of(Path image) {
        var realTime = new HandTurnedClock(NOON);
        try (var token = token(image, realTime)) {
            token.powerOn();
            var state = token.state();
            var key = open(new Host(token));
            token.setTime(NOON);
            var profiles = IntStream.range(0, PROFILES)
                    .mapToObj(number -> profile(token, number, realTime))
                    .toList();
            return new Content(profiles, key, state.triesLeft(), state.errorMillis());
        }
    }

    private static String profile(Molto2 token, int number, HandTurnedClock realTime) {
        var block = new Host(token).block(number);
        realTime.set(NOON);
        var code = token.press(number).display();
        realTime.turn(Duration.ofMinutes(1));
        return "%s %s %s %s"
                .formatted(
                        block.substring(8, 42),
                        block.substring(58),
                        code,
                        token.display(number).blank());
    }

    /** Authenticates the host with whichever key is right, and says which. */
    static String open(Host host) {
        return KEYS.stream()
                .filter(key -> {
                    host.use(Host.sm4Key(key));
                    return host.authenticate().equals("9000");
                })
                .findFirst()
                .orElse("none");
    }
}
