package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of some tokens of an import: new ones are written unseen, known ones compared. */
final class ImportSlice {
    private final Vault vault;
    private final String importId;
    private final boolean replacing;

    ImportSlice(Vault vault, String importId, boolean replacing) {
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

        /** Nothing is left of its seed that another could be compared with. */
        boolean isRetired() {
            return token.state() == TokenState.RETIRED;
        }
    }

    /** Within one transaction. */
    ImportOutcome store(Transaction tx, List<NewToken> tokens) {
        var present = present(tx, tokens);
        var fresh = new HashMap<String, NewToken>();
        var outcome = ImportOutcome.NOTHING;
        for (var token : tokens) {
            var there = present.get(token.serial().key());
            if (there == null) {
                requireFirst(token, fresh.put(token.serial().key(), token));
            } else {
                outcome = outcome.plus(meet(tx, there, token));
            }
        }
        tx.updateEach(
                NewToken.INSERT,
                fresh.values().stream()
                        .map(token -> token.columns(tx, importId))
                        .toList());
        return outcome.plus(ImportOutcome.added(fresh.size()));
    }

    /** What becomes of a token whose serial number is there already. */
    private ImportOutcome meet(Transaction tx, Present there, NewToken token) {
        if (importId.equals(there.importId)) {
            throw new SerialStandsTwice(token.serial());
        }
        if (isSame(there, token)) {
            return ImportOutcome.KNOWN;
        }
        if (there.isRetired() && !replacing) {
            return ImportOutcome.RETIRED;
        }
        stage(tx, there, token);
        return ImportOutcome.REPLACED;
    }

    private static void requireFirst(NewToken token, @Nullable NewToken before) {
        if (before != null) {
            throw new SerialStandsTwice(token.serial());
        }
    }

    /** Whether these very tokens were taken by this import, before it was broken off; changes nothing. */
    boolean recognises(Query query, List<NewToken> tokens) {
        var present = present(query, tokens);
        return tokens.stream().allMatch(token -> {
            var there = present.get(token.serial().key());
            return there != null && (there.isRetired() || isSame(there, token) || isStaged(query, token));
        });
    }

    private static Map<String, Present> present(Query query, List<NewToken> tokens) {
        var keys = new ArrayList<String>();
        tokens.forEach(token -> keys.add(token.serial().key()));
        var sql = "SELECT * FROM token WHERE serial_key IN (?" + ", ?".repeat(keys.size() - 1) + ")";
        var present = new HashMap<String, Present>();
        query.list(sql, Present::of, keys.toArray())
                .forEach(there -> present.put(there.token.serial().key(), there));
        return present;
    }

    private boolean isSame(Present there, NewToken token) {
        var known = there.token;
        return there.sealed != null
                && isSame(new KnownSeed(known.id(), known.serial(), known.profile(), there.sealed), token);
    }

    private boolean isStaged(Query query, NewToken token) {
        return query.find(
                        "SELECT * FROM staged_token WHERE import_id = ? AND serial_key = ?",
                        KnownSeed::of,
                        importId,
                        token.serial().key())
                .filter(staged -> isSame(staged, token))
                .isPresent();
    }

    private boolean isSame(KnownSeed known, NewToken token) {
        if (!known.profile.equals(token.profile())) {
            return false;
        }
        try (var ours = vault.openSeed(known.id, known.serial, known.profile, known.sealed);
                var theirs = vault.openSeed(token.id(), token.serial(), token.profile(), token.sealed())) {
            return ours.use(our -> theirs.use(their -> MessageDigest.isEqual(our, their)));
        }
    }

    /** A seed in the registry and where it belongs. */
    private record KnownSeed(String id, SerialNumber serial, OtpProfile profile, SealedSeed sealed) {
        static KnownSeed of(Row row) {
            return new KnownSeed(
                    row.text("id"),
                    SerialNumber.parse(row.text("serial")),
                    ProfileColumns.profile(row),
                    SealedSeed.of(row));
        }
    }

    /** Seals the seed anew, for the row that it goes to. */
    private void stage(Transaction tx, Present present, NewToken token) {
        var there = present.token;
        if (!replacing) {
            if (present.sealed == null) {
                throw new RegistryRefusal.WrongState(
                        there, "it has no seed that the file's could be compared with: write it first, or retire it");
            }
            throw new RegistryRefusal.TokenExists(token.serial(), " with another seed or profile");
        }
        Replacement.requireAllowed(there);
        requireUnstaged(tx, token);
        try (var seed = vault.openSeed(token.id(), token.serial(), token.profile(), token.sealed())) {
            token.stage(tx, importId, there.id(), vault.sealSeed(there.id(), token.serial(), token.profile(), seed));
        }
    }

    private void requireUnstaged(Query tx, NewToken token) {
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
