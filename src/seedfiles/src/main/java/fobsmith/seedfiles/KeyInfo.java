package fobsmith.seedfiles;

import fobsmith.oath.OtpProfile;
import org.jspecify.annotations.Nullable;

/** What a key package says of its key, but for the secret; empty or null where it says nothing. */
record KeyInfo(
        String id,
        String issuer,
        String userId,
        OtpProfile profile,
        @Nullable Integer timeDrift,
        @Nullable Long counter,
        Policy policy) {}
