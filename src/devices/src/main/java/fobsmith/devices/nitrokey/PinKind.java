package fobsmith.devices.nitrokey;

/** Whose PIN it is, by the firmware's own numbers. */
enum PinKind {
    /** What orders need. */
    ADMIN(
            "admin PIN",
            8,
            Command.GET_PASSWORD_RETRY_COUNT,
            Command.FIRST_AUTHENTICATE,
            "reset it to its factory settings with the vendor's program; everything on it is erased by that"),
    /** What codes need where the token is set so. */
    USER(
            "user PIN",
            6,
            Command.GET_USER_PASSWORD_RETRY_COUNT,
            Command.USER_AUTHENTICATE,
            "free its user PIN with the admin PIN in the vendor's program");

    private final String words;
    private final int shortest;
    private final Command count;
    private final Command authenticate;
    private final String wayOut;

    PinKind(String words, int shortest, Command count, Command authenticate, String wayOut) {
        this.words = words;
        this.shortest = shortest;
        this.count = count;
        this.authenticate = authenticate;
        this.wayOut = wayOut;
    }

    /** As shown: {@code admin PIN}. */
    String words() {
        return words;
    }

    int shortest() {
        return shortest;
    }

    /** What tells how many tries are left. */
    Command count() {
        return count;
    }

    /** What takes the PIN and a temporary password. */
    Command authenticate() {
        return authenticate;
    }

    /** What to do once no try is left. */
    String wayOut() {
        return wayOut;
    }
}
