package fobsmith.iam.wire;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;

/** Key id and scope of a signature: {@code keyid/date/region/service/term}. */
record Credential(String keyId, String date, String region, String service, String terminator) {
    private static final String TERMINATOR = "aws4_request";

    static Credential parse(String text) {
        var elements = text.split("/", -1);
        if (elements.length != 5) {
            throw new IamException(
                    IamError.INCOMPLETE_SIGNATURE,
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '%s'"
                            .formatted(text));
        }
        return new Credential(elements[0], elements[1], elements[2], elements[3], elements[4]);
    }

    String scope() {
        return String.join("/", date, region, service, terminator);
    }

    /** Any region: clients sign with the one they are configured for. All that is wrong goes into one message. */
    void requireScope(Service expected, SigningTime time) {
        var wrong = new StringBuilder();
        if (!service.equals(expected.signingName())) {
            wrong.append("Credential should be scoped to correct service: '%s'. ".formatted(expected.signingName()));
        }
        if (!terminator.equals(TERMINATOR)) {
            wrong.append("Credential should be scoped with a valid terminator: '%s'. ".formatted(TERMINATOR));
        }
        if (!date.equals(time.date())) {
            wrong.append("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
                    + " '%s' != '%s', from '%s'. ".formatted(date, time.date(), time.basic()));
        }
        if (!wrong.isEmpty()) {
            throw new IamException(IamError.SIGNATURE_DOES_NOT_MATCH, wrong.toString());
        }
    }
}
