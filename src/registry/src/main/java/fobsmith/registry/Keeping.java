package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.oath.Verification;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of the secrets that giving tokens their seeds makes. All within the transaction of the deed itself. */
sealed interface Keeping permits Keeping.Here, StationPost {

    /** As the journal holds it while the attempt is open; the seed stays the caller's. */
    SealedSeed seal(Query query, String tokenId, SerialNumber serial, OtpProfile profile, Seed seed);

    /**
     * Lends the seed of an attempt to whoever looks at codes.
     *
     * @param held the seed, where the caller still has it
     */
    <T> T look(Attempt attempt, SealedSeed sealed, @Nullable Seed held, Function<Seed, T> work);

    /** The token has shown its codes. What its row is to hold of the seed: null for nothing. */
    @Nullable
    SealedSeed proven(
            Transaction tx, Attempt attempt, SealedSeed sealed, @Nullable Seed held, Verification.Accepted accepted);

    /** The attempt ended badly after the token may have been changed. */
    void spoilt(Transaction tx, Attempt attempt, String reason);

    /** The credential of this standing has come into its row. */
    void credential(Transaction tx, PhysicalToken token, TokenCredentials.Standing standing);

    /** A registry: it keeps everything, and tells nobody. */
    record Here(Vault vault) implements Keeping {
        @Override
        public SealedSeed seal(Query query, String tokenId, SerialNumber serial, OtpProfile profile, Seed seed) {
            return vault.sealSeed(tokenId, serial, profile, seed);
        }

        /** Opens what is stored, so that a proof is of that. */
        @Override
        public <T> T look(Attempt attempt, SealedSeed sealed, @Nullable Seed held, Function<Seed, T> work) {
            try (var seed = vault.openSeed(attempt.tokenId(), attempt.serial(), attempt.profile(), sealed)) {
                return work.apply(seed);
            }
        }

        @Override
        public SealedSeed proven(
                Transaction tx,
                Attempt attempt,
                SealedSeed sealed,
                @Nullable Seed held,
                Verification.Accepted accepted) {
            return sealed;
        }

        @Override
        public void spoilt(Transaction tx, Attempt attempt, String reason) {}

        @Override
        public void credential(Transaction tx, PhysicalToken token, TokenCredentials.Standing standing) {}
    }
}
