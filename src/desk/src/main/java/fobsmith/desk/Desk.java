package fobsmith.desk;

import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.registry.Registry;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What every flow may use, whoever sits at the desk. The registry and the bench are closed by whoever opened them. */
public record Desk(
        Registry registry,
        Bench bench,
        ConsoleSignIn signIn,
        InstantSource clock,
        SecureRandom randomness,
        Messages messages,
        Tasks tasks) {

    public Failures failures() {
        return new Failures(messages);
    }
}
