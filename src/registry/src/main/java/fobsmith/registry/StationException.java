package fobsmith.registry;

/** What a station and its registry refuse each other; nothing has been changed. The hint says the way out. */
public abstract sealed class StationException extends RuntimeException {
    private final String hint;

    private StationException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to do about it, as one sentence. */
    public String hint() {
        return hint;
    }

    /** A station has no seeds and no people: that is the service's. */
    public static final class OnlyAtService extends StationException {
        OnlyAtService(String what, String service) {
            super(
                    "this is a write-only station: %s at the service on %s".formatted(what, service),
                    "run the command there; \"fobsmith station send\" brings it what was written here");
        }
    }

    /** This database is the other kind, or the station has not joined its registry, or joined one already. */
    public static final class NotReady extends StationException {
        NotReady(String message, String hint) {
            super(message, hint);
        }
    }

    /** The registry has told this station that somebody has the token. */
    public static final class Taken extends StationException {
        Taken(SerialNumber serial, TokenState state, String service) {
            super(
                    "token %s is %s at the service on %s; only stock that nobody has can be given a seed"
                            .formatted(serial, state, service),
                    "if that is no longer so, let \"fobsmith station acknowledge\" read a newer letter of the registry");
        }
    }

    /** A file between a station and its registry, or something in it, is not what it must be. */
    public static final class Refused extends StationException {
        Refused(String message, String hint) {
            super(message, hint);
        }
    }
}
