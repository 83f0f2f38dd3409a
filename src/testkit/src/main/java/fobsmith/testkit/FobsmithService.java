package fobsmith.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.oath.Base32;
import fobsmith.oath.Seed;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * IAM and STS on a free port of the loopback interface, over a registry that lives as long as the test class, or as the test
 * if the field is not static:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FobsmithService aws = FobsmithService.started();
 * }</pre>
 *
 * <p>Without JUnit it is closed by hand. Time stands still until the test turns {@link #clock}; only signatures are dated by
 * the machine's clock, since AWS's SDKs sign by it. Thread-safe.
 */
public final class FobsmithService implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, AutoCloseable {
    /** As long as a token's seed at AWS. */
    private static final int SEED_BYTES = 40;

    private final SecureRandom randomness;
    private final TestClock clock;
    private final ThrowAwayRegistry registry;
    private final Listener listener;
    private final Login administrator;
    private final List<Display> displays = new CopyOnWriteArrayList<>();

    /** Test classes that use it now, the outer one and those nested in it; none where it is a test's own. */
    private final AtomicInteger classes = new AtomicInteger();

    private FobsmithService(InstantSource machine, SecureRandom randomness) {
        this.randomness = randomness;
        clock = new TestClock(machine.instant());
        registry = ThrowAwayRegistry.create(clock, randomness);
        listener = new Listener(registry, machine);
        administrator = registry.newUser("administrator", true);
    }

    /** Starts at the machine's time, with an administrator; takes about a second. */
    public static FobsmithService started() {
        return new FobsmithService(InstantSource.system(), new SecureRandom());
    }

    /** For {@code endpointOverride} and {@code --endpoint-url}; any region will do. */
    public URI endpoint() {
        return listener.uri();
    }

    /** 12 digits. */
    public String accountId() {
        return registry.accountId();
    }

    public TestClock clock() {
        return clock;
    }

    /** Somebody who may do everything. */
    public Login administrator() {
        return administrator;
    }

    /** The administrator's. */
    public String accessKeyId() {
        return administrator.accessKeyId();
    }

    /** The administrator's. */
    public String secretAccessKey() {
        return administrator.secretAccessKey();
    }

    /** A user with an access key, who may do no more than policies let him. */
    public Login newUser(String name) {
        return registry.newUser(name, false);
    }

    /** An authenticator app that has been given the {@code Base32StringSeed} of CreateVirtualMFADevice. */
    public Display app(String base32) {
        return display(Seed.adopt(Base32.decode(base32.getBytes(US_ASCII))));
    }

    /**
     * A hardware token in stock, to be enabled by its serial number.
     *
     * @param serialNumber 9 to 64 letters, digits or {@code _+=/:,.@-}
     */
    public Display fob(String serialNumber) {
        var bytes = new byte[SEED_BYTES];
        randomness.nextBytes(bytes);
        return fob(serialNumber, Seed.adopt(bytes));
    }

    /** As {@link #fob(String)}, with a seed that the test knows, in Base32. */
    public Display fob(String serialNumber, String base32) {
        return fob(serialNumber, Seed.adopt(Base32.decode(base32.getBytes(US_ASCII))));
    }

    private Display fob(String serialNumber, Seed seed) {
        var display = display(seed);
        registry.stock(serialNumber, seed);
        return display;
    }

    private Display display(Seed seed) {
        var display = new Display(clock, seed);
        displays.add(display);
        return display;
    }

    /** Ends the pause that a device gets from the sixth wrong code in a row. */
    public void unlock(String serialNumber) {
        registry.unlock(serialNumber);
    }

    /** Turns the clock; the same as {@code clock().advance(by)}. */
    public void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        classes.incrementAndGet();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes.get() == 0) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (classes.decrementAndGet() == 0) {
            close();
        }
    }

    @Override
    public void close() {
        listener.close();
        displays.forEach(Display::close);
        registry.close();
    }
}
