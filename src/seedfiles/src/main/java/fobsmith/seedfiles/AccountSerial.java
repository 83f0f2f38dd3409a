package fobsmith.seedfiles;

/**
 * What stands for the serial number where a key bears none: its account; or, since one account may be at several issuers,
 * issuer and account together.
 */
final class AccountSerial {
    private static final int LONGEST = 64;

    private AccountSerial() {}

    static String of(Subject subject, String issuer, String account, ReadingTerms terms) {
        if (account.isEmpty()) {
            throw subject.refused("names no account");
        }
        var serial = issuer.isEmpty() || !terms.tolerate(Leniency.SERIAL_WITH_ISSUER)
                ? account
                : "%s:%s".formatted(plain(issuer), account);
        PrintableText.fault(serial, LONGEST).ifPresent(fault -> {
            throw subject.refused("has an account, standing for the serial number, that %s".formatted(fault));
        });
        return serial;
    }

    /** Issuers are written for people; a serial number has no blanks, and here one colon. */
    private static String plain(String issuer) {
        return issuer.replaceAll("[^A-Za-z0-9_+=/,.@-]", "-");
    }
}
