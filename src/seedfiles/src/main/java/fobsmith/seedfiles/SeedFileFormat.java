package fobsmith.seedfiles;

import java.io.InputStream;

/** The formats of seed files that are read. */
public enum SeedFileFormat {
    /** RFC 6030. */
    PSKC("PSKC"),
    /** Delivered with the eToken PASS. */
    SAFENET_XML("SafeNet XML"),
    /** {@code serial, hexkey, type, digits, step or counter, hash}: privacyIDEA, LinOTP. */
    OATH_CSV("OATH CSV"),
    /** multiOTP's, with semicolons, commas or tabs. */
    MULTIOTP_SEMICOLON("multiOTP CSV with semicolons"),
    MULTIOTP_COMMA("multiOTP CSV with commas"),
    MULTIOTP_TAB("multiOTP CSV with tabs"),
    /** Token2's, and Entra ID's. */
    ENTRA_CSV("Entra CSV"),
    /** {@code otpauth} URIs, one on each line. */
    OTPAUTH("otpauth URIs");

    private final String words;

    SeedFileFormat(String words) {
        this.words = words;
    }

    /**
     * The format of a file that begins so.
     *
     * @throws SeedFileException if it is none of these; the message names what it is, where that is known
     */
    public static SeedFileFormat detect(byte[] head) {
        return FormatDetector.detect(head);
    }

    /** Reads a file of this format. Takes it over: it is closed with the reader, or here if it cannot be begun. */
    public SeedFileReader open(InputStream file, ReadingTerms terms) {
        return switch (this) {
            case PSKC -> PskcReader.open(file, terms);
            case SAFENET_XML -> new SafeNetReader(file, terms);
            case OATH_CSV -> new LineReader(file, new OathCsv(terms), terms);
            case MULTIOTP_SEMICOLON -> new LineReader(file, new MultiOtpCsv(';', terms), terms);
            case MULTIOTP_COMMA -> new LineReader(file, new MultiOtpCsv(',', terms), terms);
            case MULTIOTP_TAB -> new LineReader(file, new MultiOtpCsv('\t', terms), terms);
            case ENTRA_CSV -> new LineReader(file, new EntraCsv(terms), terms);
            case OTPAUTH -> new LineReader(file, new OtpauthList(terms), terms);
        };
    }

    /** The words for people. */
    @Override
    public String toString() {
        return words;
    }
}
