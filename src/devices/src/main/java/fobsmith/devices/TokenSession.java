package fobsmith.devices;

/**
 * One open conversation with a token. What not every model can do is an interface of its own ({@link SeedProfiles}, {@link
 * CountingProfiles}, {@link TouchedProfiles}, {@link CredentialLock}, {@link CodeLock}, {@link ReadableClock},
 * {@link CodeReader}, {@link AllCodes}), asked for by {@link #require}. One thread. Closing it gives the token free.
 */
public interface TokenSession extends AutoCloseable {
    /** As of the driver that opened it. */
    String manufacturer();

    String model();

    /** The serial number as the token tells it, read once when the session was opened. */
    String serial();

    /**
     * The session as something that has this ability.
     *
     * @param what the ability in words, for the refusal: {@code "take a seed"}
     * @throws DeviceException.Unsupported where the model lacks it
     */
    default <A> A require(Class<A> ability, String what) {
        if (!ability.isInstance(this)) {
            throw new DeviceException.Unsupported("a %s %s cannot %s".formatted(manufacturer(), model(), what));
        }
        return ability.cast(this);
    }

    @Override
    void close();
}
