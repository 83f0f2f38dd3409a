package fobsmith.firmware.flipper;

/** What the application does when it types a code for its owner. */
enum Feature {
    ENTER(1, "Type <Enter> key at the end"),
    TAB(2, "Type <Tab> key at the end"),
    SLOWER(4, "Type slower");

    private final int bit;
    private final String description;

    Feature(int bit, String description) {
        this.bit = bit;
        this.description = description;
    }

    String description() {
        return description;
    }

    int bit() {
        return bit;
    }
}
