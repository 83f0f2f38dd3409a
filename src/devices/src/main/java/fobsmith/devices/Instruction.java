package fobsmith.devices;

/** What a token needs somebody's hands for. Whoever shows it to people says it in their language. */
public enum Instruction {
    /** With that a Molto2 takes the customer key it was told. */
    PRESS_UP_ARROW("press the up arrow on the token");

    private final String text;

    Instruction(String text) {
        this.text = text;
    }

    /** In English, for a terminal. */
    public String text() {
        return text;
    }
}
