package fobsmith.iam.policy;

import java.util.Arrays;
import java.util.Optional;

/** The Version element of a policy. */
public enum LanguageVersion {
    /** What a policy without a Version has: what looks like a variable is plain text. */
    V2008_10_17("2008-10-17"),
    V2012_10_17("2012-10-17");

    private final String written;

    LanguageVersion(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }

    boolean hasVariables() {
        return this == V2012_10_17;
    }

    static Optional<LanguageVersion> find(String written) {
        return Arrays.stream(values())
                .filter(version -> version.written.equals(written))
                .findFirst();
    }
}
