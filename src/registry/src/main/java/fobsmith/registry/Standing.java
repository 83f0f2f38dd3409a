package fobsmith.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a token stands and with whom: what a deed changes besides the clock. */
record Standing(
        TokenState state,
        @Nullable String ownerId,
        @Nullable Instant enabledAt,
        @Nullable TokenState reservedFrom) {

    static Standing of(Token token) {
        return new Standing(token.state(), token.ownerId(), token.enabledAt(), token.reservedFrom());
    }

    /** The user's enabled device from now on. */
    static Standing enabledFor(User user, Instant now) {
        return new Standing(TokenState.ENABLED, user.id(), now, null);
    }

    /** Has shown its codes: stock and returned tokens become proven, others stay where they are. */
    Standing proven() {
        return switch (state) {
            case IMPORTED, RETURNED -> new Standing(TokenState.PROVEN, null, null, null);
            case RESERVED -> new Standing(state, ownerId, enabledAt, TokenState.PROVEN);
            case PROVEN, ENABLED, UNASSIGNED, WRITING, LOST, RETIRED, VOID -> this;
        };
    }
}
