package fobsmith.registry;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some tokens of an import, within one transaction: new ones are written unseen, known ones compared. */
final class ImportSlice {
    private final Transaction tx;
    private final Vault vault;
    private final String importId;
    private final boolean replacing;

    ImportSlice(Transaction tx, Vault vault, String importId, boolean replacing) {
        this.tx = tx;
        this.vault = vault;
        this.importId = importId;
        this.replacing = replacing;
    }

    /** A row with one of the serial numbers; it has no seed where an attempt or retirement took it. */
    private record Present(
            Token token,
            @Nullable SealedSeed sealed,
            @Nullable String importId) {
        static Present of(Row row) {
            return new Present(
                    Token.of(row), row.isNull("sealed_seed") ? null : SealedSeed.of(row), row.textOrNull("import_id"));
        }
    }

    ImportOutcome store(List<NewToken> tokens) {
        var present = present(tokens);
        var fresh = new HashMap<String, NewToken>();
        int known = 0;
        int replaced = 0;
        for (var token : tokens) {
            var there = present.get(token.serial().key());
            if (there == null) {
                requireFirst(token, fresh.put(token.serial().key(), token));
            } else if (importId.equals(there.importId)) {
                throw new SerialStandsTwice(token.serial());
            } else if (isSame(there, token)) {
                known++;
            } else {
                stage(there.token, token);
                replaced++;
            }
        }
        tx.updateEach(
                NewToken.INSERT,
                fresh.values().stream()
                        .map(token -> token.columns(tx, importId))
                        .toList());
        return new ImportOutcome(fresh.size(), known, replaced, 0);
    }

    private static void requireFirst(NewToken token, @Nullable NewToken before) {
        if (before != null) {
            throw new SerialStandsTwice(token.serial());
        }
    }

    private Map<String, Present> present(List<NewToken> tokens) {
        var keys = new ArrayList<String>();
        tokens.forEach(token -> keys.add(token.serial().key()));
        var sql = "SELECT * FROM token WHERE serial_key IN (?" + ", ?".repeat(keys.size() - 1) + ")";
        var present = new HashMap<String, Present>();
        tx.list(sql, Present::of, keys.toArray())
                .forEach(there -> present.put(there.token.serial().key(), there));
        return present;
    }

    private boolean isSame(Present there, NewToken token) {
        if (there.sealed == null || !there.token.profile().equals(token.profile())) {
            return false;
        }
        var known = there.token;
        try (var ours = vault.openSeed(known.id(), known.serial(), known.profile(), there.sealed);
                var theirs = vault.openSeed(token.id(), token.serial(), token.profile(), token.sealed())) {
            return ours.use(our -> theirs.use(their -> MessageDigest.isEqual(our, their)));
        }
    }

    /** Seals the seed anew, for the row that it goes to. */
    private void stage(Token there, NewToken token) {
        if (!replacing) {
            throw new RegistryRefusal.TokenExists(token.serial(), " with another seed or profile");
        }
        Replacement.requireAllowed(there);
        requireUnstaged(token);
        try (var seed = vault.openSeed(token.id(), token.serial(), token.profile(), token.sealed())) {
            token.stage(tx, importId, there.id(), vault.sealSeed(there.id(), token.serial(), token.profile(), seed));
        }
    }

    private void requireUnstaged(NewToken token) {
        tx.find(
                        "SELECT serial FROM staged_token WHERE import_id = ? AND serial_key = ?",
                        row -> row.text("serial"),
                        importId,
                        token.serial().key())
                .ifPresent(_ -> {
                    throw new SerialStandsTwice(token.serial());
                });
    }
}
