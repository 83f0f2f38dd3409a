package fobsmith.desk;

import java.util.Locale;

/** What the desk speaks. */
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Español");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** As of ISO 639: {@code en}. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /** The machine's, where the desk speaks it; else English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(SPANISH.code) ? SPANISH : ENGLISH;
    }

    /** What the key that changes the language changes it to. */
    public Language next() {
        return switch (this) {
            case ENGLISH -> SPANISH;
            case SPANISH -> ENGLISH;
        };
    }
}
