package fobsmith.seedfiles;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a key may be used for (RFC 6030 section 5), understood in full. No usages means any. */
record Policy(
        Validity validity, Set<String> usages, @Nullable PinPolicy pin) {
    static final Policy NONE = new Policy(Validity.UNBOUNDED, Set.of(), null);
}
