package fobsmith.registry;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a token stands in its life; docs/token-states.md says who moves it. */
public enum TokenState {
    /** From a vendor's file; has not yet shown a code. */
    IMPORTED,
    /** A seed is on its way into the token. */
    WRITING,
    /** Has shown its codes to us. */
    PROVEN,
    /** Set aside for one user. */
    RESERVED,
    /** A user's MFA device. */
    ENABLED,
    /** Came back; must be checked before it is stock again. */
    RETURNED,
    LOST,
    /** Its seed is destroyed. */
    RETIRED,
    /** An attempt to write it ended badly: rewrite before use. */
    VOID,
    /** A virtual device that nobody uses. */
    UNASSIGNED;

    /** The states this one may change into. */
    public Set<TokenState> next() {
        return switch (this) {
            case IMPORTED -> EnumSet.of(WRITING, PROVEN, RESERVED, ENABLED, LOST, RETIRED);
            case WRITING -> EnumSet.of(PROVEN, VOID);
            case PROVEN -> EnumSet.of(WRITING, RESERVED, ENABLED, LOST, RETIRED);
            case RESERVED -> EnumSet.of(IMPORTED, PROVEN, ENABLED, LOST, RETIRED);
            case ENABLED -> EnumSet.of(RETURNED, LOST, UNASSIGNED);
            case RETURNED -> EnumSet.of(WRITING, PROVEN, LOST, RETIRED);
            case LOST -> EnumSet.of(RETURNED, RETIRED);
            case RETIRED -> EnumSet.noneOf(TokenState.class);
            case VOID -> EnumSet.of(WRITING, RETIRED);
            case UNASSIGNED -> EnumSet.of(ENABLED);
        };
    }

    /** As stored and shown. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TokenState parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    static @Nullable TokenState parseOrNull(@Nullable String text) {
        return text == null ? null : parse(text);
    }

    @Override
    public String toString() {
        return text();
    }
}
