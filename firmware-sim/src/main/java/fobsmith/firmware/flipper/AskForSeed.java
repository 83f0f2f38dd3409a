package fobsmith.firmware.flipper;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** The part of a dialogue in which a seed is typed. */
final class AskForSeed {
    private AskForSeed() {}

    /**
     * Asks, and does with the seed what the command is for.
     *
     * @param keep whether there was room; the seed is wiped afterwards
     * @param done said where there was
     */
    static Optional<Dialogue> ask(EntryOptions options, Predicate<byte[]> keep, String done, Output output) {
        output.line("Enter token secret and confirm with [ENTER]:");
        return Optional.of(new LinePrompt(
                options.masked(),
                typed -> {
                    output.deleteLastLine();
                    var seed = options.encoding().read(typed);
                    if (seed.isEmpty()) {
                        output.line(Colour.ERROR, "Token secret seems to be invalid and can not be parsed");
                    } else {
                        tell(keep.test(seed.get()), done, output);
                        Arrays.fill(seed.get(), (byte) 0);
                    }
                },
                () -> output.deleteLastLine().cancelled()));
    }

    static void tell(boolean kept, String done, Output output) {
        if (kept) {
            output.line(Colour.SUCCESS, done);
        } else {
            output.cannotUpdate();
        }
    }
}
