package fobsmith.desk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What the screen's thread asks databases, which it is never to do: it would stand still meanwhile. SQLite's driver logs each
 * statement on the thread that makes it.
 */
final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final String SCREEN = "JavaFX Application Thread";

    private final Logger driver = (Logger) LoggerFactory.getLogger("org.sqlite.core.NativeDB");
    private final List<String> onScreen = new ArrayList<>();

    static Statements listen() {
        var statements = new Statements();
        statements.begin();
        return statements;
    }

    private void begin() {
        start();
        driver.setLevel(Level.TRACE);
        driver.setAdditive(false);
        driver.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getThreadName().equals(SCREEN)) {
            var caller = caller();
            // A test may look into the registry at the moment that matters.
            if (!caller.contains("Test.")) {
                onScreen.add(event.getFormattedMessage() + " by " + caller);
            }
        }
    }

    /** The line of the desk that led here. */
    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("fobsmith.desk."))
                        .filter(frame -> !frame.getClassName().startsWith(Statements.class.getName()))
                        .findFirst()
                        .map(StackWalker.StackFrame::toString)
                        .orElse("nobody of the desk"));
    }

    /** So far. */
    synchronized List<String> onScreen() {
        return List.copyOf(onScreen);
    }

    @Override
    public void close() {
        driver.detachAppender(this);
        stop();
    }
}
