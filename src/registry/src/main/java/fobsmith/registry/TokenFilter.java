package fobsmith.registry;

import org.jspecify.annotations.Nullable;

/**
 * Which hardware tokens are wanted; null wherever anything will do.
 *
 * @param prefix what their serial numbers begin with, case aside; empty for any
 * @param ownerId whose they are or are reserved for
 */
public record TokenFilter(
        @Nullable TokenState state,
        @Nullable String manufacturer,
        @Nullable String model,
        String prefix,
        @Nullable String ownerId) {
    public static final TokenFilter ALL = new TokenFilter(null, null, null, "", null);

    public TokenFilter inState(TokenState wanted) {
        return new TokenFilter(wanted, manufacturer, model, prefix, ownerId);
    }

    public TokenFilter of(String wantedManufacturer, String wantedModel) {
        return new TokenFilter(state, wantedManufacturer, wantedModel, prefix, ownerId);
    }

    public TokenFilter beginningWith(String wantedPrefix) {
        return new TokenFilter(state, manufacturer, model, wantedPrefix, ownerId);
    }

    public TokenFilter ownedBy(User user) {
        return new TokenFilter(state, manufacturer, model, prefix, user.id());
    }
}
