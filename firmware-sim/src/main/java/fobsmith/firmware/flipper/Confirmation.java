package fobsmith.firmware.flipper;

import java.util.Optional;

/** Yes or no, by one key that is not echoed; others are ignored. */
record Confirmation(Runnable confirmed) implements Dialogue {
    private static final String YES = "yY\r";
    private static final String NO = "nN\u001b\u0003";

    @Override
    public boolean isEnteredBy(int key) {
        return (YES + NO).indexOf(key) >= 0;
    }

    @Override
    public Optional<Dialogue> key(int key, Output output) {
        if (YES.indexOf(key) >= 0) {
            confirmed.run();
            return Optional.empty();
        }
        if (NO.indexOf(key) >= 0) {
            output.line(Colour.INFO, "User has not confirmed");
            return Optional.empty();
        }
        return Optional.of(this);
    }
}
