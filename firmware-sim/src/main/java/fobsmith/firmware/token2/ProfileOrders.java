package fobsmith.firmware.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What commands do to profiles: SEED, TITLE, CONFIG, delete, and the public block. */
final class ProfileOrders {
    private static final int TITLE_IN_BLOCK = 16;

    private final Molto2Description description;
    private final Memory memory;
    private final Rtc rtc;
    /** Display time-outs that a refused CONFIG has left behind in RAM, by profile. */
    private final Map<Integer, Integer> timeouts = new HashMap<>();

    ProfileOrders(Molto2Description description, Memory memory, Rtc rtc) {
        this.description = description;
        this.memory = memory;
        this.rtc = rtc;
    }

    private boolean hold(Assumption assumption) {
        return description.assumptions().hold(assumption);
    }

    /** Assumed: 6A83 for whatever is done to a profile that is not there. */
    int existing(int number) {
        Refusal.unless(number < description.profiles(), Refusal.NOT_FOUND);
        return number;
    }

    /** The caller closes it. */
    StoredProfile profile(int number) {
        var profile = memory.profile(number);
        if (!timeouts.containsKey(number)) {
            return profile;
        }
        try (profile) {
            return profile.with(profile.configuration().withTimeout(timeouts.get(number)));
        }
    }

    /** Decrypted and still padded; the caller wipes it. */
    void seed(int number, byte[] padded) {
        try (var old = memory.profile(number)) {
            Refusal.unless(!old.carriesSeed() || hold(Assumption.SEED_OVERWRITES), Refusal.CONDITIONS);
            if (isZero(padded)) {
                memory.keep(number, old.withoutSeed());
                return;
            }
            try (var written = old.withSeed(Padding.strip(padded))) {
                Refusal.unless(written.carriesSeed(), Refusal.WRONG_DATA);
                memory.keep(number, written);
            }
        }
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    /** Decrypted and still padded, but where it fills its block. */
    void title(int number, byte[] padded) {
        Refusal.unless(padded.length == TITLE_IN_BLOCK, Refusal.WRONG_DATA);
        int longest = description.assumptions().longestTitle();
        boolean fills = longest == TITLE_IN_BLOCK && !Padding.isIn(padded);
        var title = fills ? padded : Padding.strip(padded);
        Refusal.unless(title.length <= longest, Refusal.WRONG_DATA);
        try (var old = memory.profile(number);
                var written = old.withTitle(title)) {
            memory.keep(number, written);
        }
    }

    void config(int number, byte[] body) {
        switch (parsed(number, body)) {
            case ClockOrder.TimeOnly(var time) -> {
                rtc.set(number, time);
                if (hold(Assumption.TIME_WIPES_SEED)) {
                    wipeSeed(number);
                }
            }
            case ClockOrder.Whole(var time, var configuration) -> {
                Refusal.unless(
                        configuration.isDocumented() || !hold(Assumption.CONFIG_CHECKS_VALUES), Refusal.WRONG_DATA);
                rtc.set(number, time);
                configure(number, configuration);
            }
        }
    }

    private ClockOrder parsed(int number, byte[] body) {
        try {
            return ClockOrder.parse(body);
        } catch (Refusal e) {
            if (ClockOrder.beginsWithTimeout(body) && hold(Assumption.BAD_CONFIG_CHANGES_TIMEOUT)) {
                timeouts.put(number, ClockOrder.timeout(body));
            }
            throw e;
        }
    }

    private void configure(int number, Configuration configuration) {
        try (var old = memory.profile(number);
                var written = old.with(configuration)) {
            memory.keep(number, hold(Assumption.CONFIG_WIPES_SEED) ? written.withoutSeed() : written);
        }
        timeouts.remove(number);
    }

    private void wipeSeed(int number) {
        try (var old = memory.profile(number)) {
            memory.keep(number, old.withoutSeed());
        }
    }

    void delete(int number) {
        try (var old = memory.profile(number)) {
            Refusal.unless(old.carriesSeed() || !hold(Assumption.DELETE_NEEDS_SEED), Refusal.NOT_FOUND);
            memory.keep(number, hold(Assumption.DELETE_FORGETS_TITLE) ? StoredProfile.empty() : old.withoutSeed());
        }
    }

    /** Factory reset. */
    void forgetTimeouts() {
        timeouts.clear();
    }

    /** Assumed: the flag is 0, the first time is the clock's, the second 0. */
    byte[] publicBlock(int number) {
        try (var profile = profile(number)) {
            var configuration = profile.configuration();
            return ByteBuffer.allocate(33)
                    .put(new byte[] {(byte) 0x95, 0x1F, 0x70, 0x1D, 0})
                    .put(Arrays.copyOf(profile.title(), TITLE_IN_BLOCK))
                    .putInt((int) rtc.shown(number).getEpochSecond())
                    .putInt(0)
                    .put((byte) configuration.algorithm())
                    .put((byte) configuration.step())
                    .put((byte) configuration.digits())
                    .put((byte) (profile.carriesSeed() ? 1 : 0))
                    .array();
        }
    }

    /** Those with a seed or a title. */
    List<Molto2State.Profile> used() {
        return IntStream.range(0, description.profiles())
                .mapToObj(this::described)
                .filter(profile -> profile.carriesSeed() || !profile.title().isEmpty())
                .toList();
    }

    private Molto2State.Profile described(int number) {
        try (var profile = memory.profile(number)) {
            return new Molto2State.Profile(number, new String(profile.title(), US_ASCII), profile.carriesSeed());
        }
    }
}
