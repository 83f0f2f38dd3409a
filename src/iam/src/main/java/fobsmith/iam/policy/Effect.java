package fobsmith.iam.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a matching statement does. */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String written;

    Effect(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }

    static Optional<Effect> find(String written) {
        return Arrays.stream(values())
                .filter(effect -> effect.written.equals(written))
                .findFirst();
    }
}
