package fobsmith.seedfiles;

import fobsmith.oath.OtpProfile;
import java.util.Set;

/** Reads one Key (RFC 6030 section 4.1); its values go to the {@link KeyData} it was given. */
final class KeyReader {
    private static final String ALGORITHMS = "urn:ietf:params:xml:ns:keyprov:pskc:";
    private static final int LONGEST_NAME = 256;

    private final Container container;
    private final XmlCursor cursor;
    private final Subject subject;
    private final KeyData data;
    private final AlgorithmParameters parameters;
    private String issuer = "";
    private String userId = "";
    private Policy policy = Policy.NONE;

    KeyReader(Container container, Subject subject, KeyData data) {
        this.container = container;
        cursor = container.cursor();
        this.subject = subject;
        this.data = data;
        parameters = new AlgorithmParameters(cursor, subject);
    }

    KeyInfo read() {
        var id = cursor.attribute("Id");
        boolean eventBased = eventBased(cursor.attribute("Algorithm"));
        cursor.eachChild(Set.of("Extensions"), this::readPart);
        if (!data.hasSeed()) {
            throw subject.refused("comes without a secret (Key/Data/Secret)");
        }
        return new KeyInfo(id, issuer, userId, profile(eventBased), data.timeDrift(), data.counter(), policy);
    }

    private boolean eventBased(String algorithm) {
        if (algorithm.isEmpty()) {
            throw subject.refused("names no algorithm (Key/@Algorithm)");
        }
        boolean hotp =
                algorithm.equals(ALGORITHMS + "hotp") && container.terms().eventBased();
        if (!hotp && !algorithm.equals(ALGORITHMS + "totp")) {
            throw refused(algorithm);
        }
        return hotp;
    }

    private SeedFileException refused(String algorithm) {
        var reason = "has algorithm %s; this reader takes %s only"
                .formatted(named(algorithm), container.terms().eventBased() ? "TOTP and HOTP" : "TOTP");
        return algorithm.equals(ALGORITHMS + "hotp")
                ? subject.refused(reason, Remedy.Taking.EVENT_BASED)
                : subject.refused(reason);
    }

    private static String named(String algorithm) {
        return switch (algorithm) {
            case ALGORITHMS + "hotp" -> "HOTP";
            case ALGORITHMS + "pin" -> "PIN";
            case ALGORITHMS + "ocra" -> "OCRA";
            default -> "\"%s\"".formatted(algorithm);
        };
    }

    private void readPart(String name) {
        switch (name) {
            case "Issuer" -> issuer = cursor.text(LONGEST_NAME);
            case "UserId" -> userId = cursor.text(LONGEST_NAME);
            case "AlgorithmParameters" -> parameters.read();
            case "Data" -> data.read(subject);
            case "Policy" -> policy = KeyPolicy.read(container, subject);
            case "KeyProfileId", "KeyReference", "FriendlyName", "Extensions" -> cursor.skip();
            default -> cursor.skipForeign();
        }
    }

    private OtpProfile profile(boolean eventBased) {
        int digits = parameters.digits();
        var timeStep = data.timeStep(subject);
        try {
            return eventBased
                    ? new OtpProfile.Hotp(parameters.algorithm(), digits)
                    : new OtpProfile.Totp(parameters.algorithm(), digits, timeStep);
        } catch (IllegalArgumentException _) {
            throw subject.refused(
                    "shows codes of %d digits, which are not supported (6, 7, 8 or 10)".formatted(digits));
        }
    }
}
