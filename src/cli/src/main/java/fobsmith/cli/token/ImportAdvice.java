package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.provisioning.ImportException;
import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.Remedy;
import fobsmith.seedfiles.SeedFileException;

/** What to do about a seed file that is refused, in the options of the command. */
final class ImportAdvice {
    private static final String LEAVE_OUT =
            LeniencyOptions.name(Leniency.LEAVE_OUT_UNUSABLE_KEYS) + " takes the rest of the file";

    private ImportAdvice() {}

    static CliException explained(SeedFileException refused) {
        var remedy = refused.remedy();
        // what opens one key of a file opens the others
        boolean rest = refused.ofOneKey() && !(remedy.orElse(null) instanceof Remedy.Opening);
        return explained(refused, remedy.map(ImportAdvice::option).orElse(""), rest);
    }

    static CliException explained(ImportException refused) {
        var option = switch (refused.fault()) {
            case SHORT_SERIAL -> "put the vendor's name before the serials with --prefix TEXT";
            case REPEATED_ACCOUNT -> option(Leniency.SERIAL_WITH_ISSUER);
            case FILE, KEY, REPEATED_SERIAL -> "";
        };
        return explained(refused, option, refused.fault() != ImportException.Fault.FILE);
    }

    private static CliException explained(RuntimeException refused, String option, boolean rest) {
        var hint = new StringBuilder("nothing was imported");
        if (!option.isEmpty()) {
            hint.append("; ").append(option);
        }
        if (rest) {
            hint.append(option.isEmpty() ? "; " : "; or ").append(LEAVE_OUT);
        }
        return new CliException(String.valueOf(refused.getMessage()), hint.toString());
    }

    /** Empty where no option would help. */
    private static String option(Remedy remedy) {
        return switch (remedy) {
            case Leniency.LEAVE_OUT_UNUSABLE_KEYS -> LEAVE_OUT;
            case Leniency.SERIAL_WITH_ISSUER ->
                "where one account is at several issuers, %s tells its keys apart"
                        .formatted(LeniencyOptions.name(Leniency.SERIAL_WITH_ISSUER));
            case Leniency leniency ->
                "%s takes it, and docs/seed-files.md says what that weakens".formatted(LeniencyOptions.name(leniency));
            case Remedy.Taking.EVENT_BASED -> "--allow-hotp takes HOTP tokens, as stock only";
            case Remedy.Opening opening -> option(opening);
        };
    }

    private static String option(Remedy.Opening opening) {
        return switch (opening) {
            case PRE_SHARED_KEY -> "give the key with --pre-shared-key-file FILE";
            case PASSWORD -> "give the password with --password-file FILE or --ask-password";
            case PRIVATE_KEY -> "give the private key with --recipient FILE";
            case OPENPGP_KEY -> "give the secret key with --openpgp-key FILE";
            case OPENPGP_PASSPHRASE ->
                "give the passphrase with --openpgp-passphrase-file FILE or --ask-openpgp-passphrase";
            case ANOTHER_KEY -> "";
        };
    }
}
