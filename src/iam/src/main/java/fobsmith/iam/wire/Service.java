package fobsmith.iam.wire;

import java.util.Arrays;
import java.util.Optional;

/** The two APIs behind the one port; the Version parameter tells them apart. */
public enum Service {
    IAM("iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/"),
    STS("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/");

    private final String signingName;
    private final String version;
    private final String namespace;

    Service(String signingName, String version, String namespace) {
        this.signingName = signingName;
        this.version = version;
        this.namespace = namespace;
    }

    public static Optional<Service> find(String version) {
        return Arrays.stream(values())
                .filter(service -> service.version.equals(version))
                .findFirst();
    }

    /** As in the scope of a signature. */
    public String signingName() {
        return signingName;
    }

    public String namespace() {
        return namespace;
    }
}
