package fobsmith.seedfiles;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of seed files that are read. */
public enum SeedFileFormat {
    /** RFC 6030. */
    PSKC("PSKC"),
    /** Delivered with the eToken PASS. */
    SAFENET_XML("SafeNet XML"),
    /** SafeWord's authenticator records, delivered with its tokens and with some of the eToken PASS. */
    SAFEWORD("SafeWord records"),
    /** {@code serial, hexkey, type, digits, step or counter, hash}: privacyIDEA, LinOTP. */
    OATH_CSV("OATH CSV"),
    /** multiOTP's, with semicolons, commas or tabs. */
    MULTIOTP_SEMICOLON("multiOTP CSV with semicolons"),
    MULTIOTP_COMMA("multiOTP CSV with commas"),
    MULTIOTP_TAB("multiOTP CSV with tabs"),
    /** Token2's, and Entra ID's. */
    ENTRA_CSV("Entra CSV"),
    /** The log of Yubico's personalisation tool, in the format that it calls traditional. */
    YUBICO_CSV("Yubico's log"),
    /** The log of Yubico's personalisation tool, in the format that it calls Yubico's. */
    YUBICO_FLAT_CSV("Yubico's flat log"),
    /** {@code otpauth} and {@code otpauth-migration} URIs, one on each line. */
    OTPAUTH("otpauth URIs"),
    /** A picture, PNG or JPEG, of one or more QR codes with such URIs. */
    QR_IMAGE("picture of QR codes"),
    /** The export of Aegis, plain or encrypted. */
    AEGIS_JSON("Aegis export"),
    /** The export of 2FAS, plain or encrypted. */
    TWOFAS_JSON("2FAS export"),
    /** The export of FreeOTP+. */
    FREEOTP_PLUS_JSON("FreeOTP+ export");

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

    /** The format of this {@link #optionName}, in whatever case. */
    public static Optional<SeedFileFormat> named(String optionName) {
        return Stream.of(values())
                .filter(format -> format.optionName().equalsIgnoreCase(optionName))
                .findFirst();
    }

    /** The name by which a person chooses it: {@code pskc}, {@code oath-csv}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a file of this format, also inside an OpenPGP message. Takes it over: it is closed with the reader, or here if it
     * cannot be begun.
     */
    public SeedFileReader open(InputStream file, ReadingTerms terms) {
        var whole = OpenPgpMessage.unwrapped(new PeekedFile(file), terms);
        return whole.orClose(() -> openBare(whole, terms));
    }

    SeedFileReader openBare(InputStream file, ReadingTerms terms) {
        if (this != PSKC) {
            requireNoSigners(terms);
        }
        return switch (this) {
            case PSKC -> PskcReader.open(file, terms);
            case SAFENET_XML -> new SafeNetReader(file, terms);
            case SAFEWORD -> new EntryReader(new SafeWordRecords(new SeedLines(file), terms), terms);
            case OATH_CSV -> new LineReader(file, new OathCsv(terms), terms);
            case MULTIOTP_SEMICOLON -> new LineReader(file, new MultiOtpCsv(';', terms), terms);
            case MULTIOTP_COMMA -> new LineReader(file, new MultiOtpCsv(',', terms), terms);
            case MULTIOTP_TAB -> new LineReader(file, new MultiOtpCsv('\t', terms), terms);
            case ENTRA_CSV -> new LineReader(file, new EntraCsv(terms), terms);
            case YUBICO_CSV -> new LineReader(file, new YubicoLog(terms), terms);
            case YUBICO_FLAT_CSV -> new LineReader(file, new YubicoFlatLog(terms), terms);
            case OTPAUTH -> new EntryReader(new KeyUris(new SeedLines(file), terms), terms);
            case QR_IMAGE -> SeedFileReader.openPictures(List.of(file), terms);
            case AEGIS_JSON -> new EntryReader(new AppExport(file, new AegisExport(terms.keys()), terms), terms);
            case TWOFAS_JSON -> new EntryReader(new AppExport(file, new TwoFasExport(terms.keys()), terms), terms);
            case FREEOTP_PLUS_JSON -> new EntryReader(new AppExport(file, new FreeOtpExport(), terms), terms);
        };
    }

    /** Whoever asks for a signature must not be given keys of a file that cannot bear one. */
    private void requireNoSigners(ReadingTerms terms) {
        if (!terms.signers().isEmpty()) {
            throw new SeedFileException.Refused(
                    "the file is not signed: %s cannot bear the signature that is asked for".formatted(this));
        }
    }

    /** Why a file of this name is not read, whatever is in it; nothing for other names. */
    public static Optional<String> refusalByName(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".dpx") ? Optional.of(FormatDetector.DPX) : Optional.empty();
    }

    /** The words for people. */
    @Override
    public String toString() {
        return words;
    }
}
