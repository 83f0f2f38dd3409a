package fobsmith.devices;

/** A token that is watched, and what was read of it. One thread. */
final class Watched {
    /** In looks. Each try may take as long as a silent token is waited for, and disturbs whoever works with it. */
    private static final int LONGEST_PAUSE = 8;

    private final TokenDriver driver;
    private Stand stand;
    private TokenScanner.Reading reading;
    private int pause = 1;
    private int waited;

    Watched(Plugged met, TokenScanner.Reading reading) {
        this.driver = met.driver();
        this.stand = met.stand();
        this.reading = reading;
    }

    /** As it was read last. */
    Candidate token() {
        return reading.token();
    }

    /** Whether it is what is at its place now, as far as ports show it. */
    boolean is(Plugged now) {
        return driver.equals(now.driver()) && stand.fits(now.stand());
    }

    /** Once at each look: tries again to read what could not be read, less and less often. Whether that went well now. */
    boolean becomesUsable(Plugged now, TokenScanner scanner) {
        if (!now.port().occupant().isEmpty()) {
            stand = now.stand();
        }
        if (reading.isFinal() || ++waited < pause) {
            return false;
        }
        waited = 0;
        pause = Math.min(LONGEST_PAUSE, 2 * pause);
        reading = scanner.read(now);
        return reading.token() instanceof Candidate.Usable;
    }
}
