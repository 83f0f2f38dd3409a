package fobsmith.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a row's seed or state was last changed, by the registry's own clock, and by whom. A station's message counts only where
 * the station knew that change: from a letter, or because it was its own.
 */
record LastChange(Instant at, @Nullable Integer station) {
    private static LastChange of(Row row) {
        return new LastChange(row.instant("at"), row.integerOrNull("changed_by"));
    }

    /** Made here, just now. */
    static void note(Transaction tx, String tokenId) {
        note(tx, tokenId, null);
    }

    /** By a message of this station, just now. */
    static void note(Transaction tx, String tokenId, @Nullable Integer station) {
        tx.update("UPDATE token SET changed_at = ?, changed_by = ? WHERE id = ?", tx.now(), station, tokenId);
    }

    private static LastChange get(Query query, Token token) {
        return query.get(
                "SELECT CASE changed_at WHEN 0 THEN created_at ELSE changed_at END AS at, changed_by FROM token WHERE id = ?",
                LastChange::of,
                token.id());
    }

    /**
     * Refuses what a station did before it could know how the token stands here.
     *
     * @param letterAt number of the newest letter that the station had read then
     */
    static void requireKnown(Query query, Token token, int station, long letterAt) {
        var change = get(query, token);
        boolean own = change.station != null && change.station == station;
        if (!own && change.at.toEpochMilli() > letterAt) {
            throw new RegistryRefusal.WrongState(
                    token, "that is newer than what the station knew when it wrote, and stays");
        }
    }
}
