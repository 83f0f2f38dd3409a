package fobsmith.devices.ykoath;

/** What some tokens of the family can do and others cannot. */
public enum Feature {
    SHA512("compute codes with SHA512"),
    TOUCH("ask for a touch before each code"),
    RENAME("rename a credential"),
    RESET("be reset over this link"),
    ACCESS_KEY("be locked with a password"),
    ALL_CODES("tell the codes of all its credentials at once");

    private final String words;

    Feature(String words) {
        this.words = words;
    }

    /** As in "a CanoKey cannot ...". */
    String words() {
        return words;
    }
}
