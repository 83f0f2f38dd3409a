package fobsmith.firmware.flipper;

/** What the application says by the colour of a text. */
enum Colour {
    ERROR("91"),
    WARNING("93"),
    SUCCESS("92"),
    INFO("96");

    private final String number;

    Colour(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }
}
