package fobsmith.iam.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.registry.CodePair;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk with olga, who may sign in at it, and alice, whom she serves. */
class DeskTest {
    static final String RIGHT = "five words are long enough";
    static final String WRONG = "five words are not right";

    TestRegistry station;
    ConsoleSignIn desk;
    User olga;
    User alice;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = TestRegistry.copy(folder);
        desk = new ConsoleSignIn(station.registry, "desk-1", TestRegistry.CHEAP);
        olga = station.user("olga");
        alice = station.user("alice");
        setPassphrase(olga);
    }

    @AfterEach
    void close() {
        station.close();
    }

    void setPassphrase(User user) {
        station.registry.deskPassphrases(TestRegistry.CHEAP).set(station.console, user, RIGHT.toCharArray());
    }

    SignInStep begin(String name, String passphrase) {
        return desk.begin(name, passphrase.toCharArray());
    }

    /** Olga's policy from now on, and the only one. */
    void allow(String... actions) {
        allowOn("*", actions);
    }

    void allowOn(String resource, String... actions) {
        put("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["%s"],"Resource":"%s"}]}""".formatted(String.join("\",\"", actions), resource));
    }

    void put(String document) {
        station.registry.inlinePolicies().put(station.console, olga, new InlinePolicy("desk", document));
    }

    /** Olga, who has no device. */
    Console signIn() {
        return signedIn(begin("olga", RIGHT));
    }

    static Console signedIn(SignInStep step) {
        assertThat(step).isInstanceOf(SignInStep.SignedIn.class);
        return ((SignInStep.SignedIn) step).console();
    }

    /** A fob that is the user's, with its codes of before now consumed. */
    SerialNumber give(User user, String serial) {
        var fob = station.fob(serial);
        give(user, fob);
        return fob;
    }

    void give(User user, SerialNumber fob) {
        station.registry.typedCodes().enable(station.console, user, fob, station.pair(fob, -1));
        station.clock.turn(Duration.ofMinutes(1));
    }

    /** Olga with a code of this device of hers. */
    Console signInWith(SerialNumber device) {
        var step = (CodeWanted) begin("olga", RIGHT);
        return signedIn(step.show(device, station.display(device, 0)));
    }

    /** What the fob shows now and in the next step, typed in time. */
    TypedPair typed(SerialNumber fob) {
        return now(station.pair(fob, 0));
    }

    TypedPair now(CodePair codes) {
        return new TypedPair(codes, station.clock.instant());
    }

    static void denied(ThrowingCallable deed) {
        refused(IamError.ACCESS_DENIED, deed);
    }

    static void refused(IamError error, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        IamException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
