package fobsmith.provisioning;

/** The station's plug was pulled: nothing of the program runs any further, no handler either. */
final class PowerCut extends Error {
    private static final long serialVersionUID = 1;

    PowerCut(int effect) {
        super("the power failed at effect %d".formatted(effect), null, false, false);
    }
}
