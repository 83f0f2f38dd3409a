package fobsmith.desk.cable;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.devices.DeviceException;
import fobsmith.oath.OneTimePassword;
import fobsmith.provisioning.ProvisioningException;
import fobsmith.registry.SerialNumber;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Types each of {@link TwoCodes} for the operator, as the token tells it over the cable. It is there once such a token has
 * been seen plugged in, and stays: that the token was pulled out since is said when it is pressed.
 */
public final class ReadButton extends Button {
    private static final Duration LOOK = Duration.seconds(1);

    private final Timeline looking = new Timeline();
    private @Nullable Reader reader;

    /** Whose codes; null for whichever token is on a cable. */
    private @Nullable SerialNumber serial;

    private boolean isLooking;

    public ReadButton() {
        setId("read");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        looking.setCycleCount(Animation.INDEFINITE);
        looking.getKeyFrames().setAll(new KeyFrame(LOOK, _ -> look()));
        sceneProperty().addListener((_, _, scene) -> watch());
        visibleProperty().addListener((_, _, _) -> watch());
    }

    /** Nobody looks for what has been found, or for a screen that is not shown. */
    private void watch() {
        if (getScene() == null || isVisible() || reader == null) {
            looking.stop();
        } else {
            looking.play();
        }
    }

    /**
     * Reads the codes of one token; call once, in place of {@link #useAny}.
     *
     * @param whose the token, or a profile of it
     * @param go what is pressed with both codes
     * @param outcome where it is said that there is no code to be had
     */
    public void use(Shift shift, Walk walk, SerialNumber whose, TwoCodes codes, Button go, Outcome outcome) {
        serial = whose;
        useAny(shift, walk, codes, go, outcome);
    }

    /** As above, of whichever token is on a cable. */
    public void useAny(Shift shift, Walk walk, TwoCodes codes, Button go, Outcome outcome) {
        reader = new Reader(shift, walk, new CableCodes(shift), codes, go, outcome);
        setText(shift.messages().text("codes.read"));
        disableProperty().bind(walk.working());
        setOnAction(_ -> read());
        watch();
        look();
    }

    /** Another token's from now on. */
    public void of(SerialNumber whose) {
        serial = whose;
        setVisible(false);
        look();
    }

    private record Reader(Shift shift, Walk walk, CableCodes cable, TwoCodes codes, Button go, Outcome outcome) {}

    /** One look at a time. What cannot be looked at tells nothing: the codes can still be typed. */
    private void look() {
        var with = reader;
        if (isLooking || isVisible() || with == null) {
            return;
        }
        isLooking = true;
        var whose = serial;
        with.shift()
                .tasks()
                .create(() ->
                        whose == null ? with.cable().isAnyThere() : with.cable().isThere(whose))
                .onSuccess(there -> setVisible(there && isWanted(whose)))
                .onError(RuntimeException.class, _ -> {})
                .andFinally(() -> looked(whose))
                .start();
    }

    private boolean isWanted(@Nullable SerialNumber whose) {
        return Objects.equals(whose, serial);
    }

    private void looked(@Nullable SerialNumber whose) {
        isLooking = false;
        if (!isWanted(whose)) {
            look();
        }
    }

    /** Twice: for the first code, and when it has changed for the second. */
    private void read() {
        var with = reader;
        var whose = serial;
        if (with == null || !with.codes().waitsForCode()) {
            return;
        }
        with.walk()
                .once(() -> whose == null
                        ? with.cable().readOnly()
                        : Optional.of(with.cable().read(whose)))
                .onSuccess(code -> code.ifPresentOrElse(told -> type(with, told), () -> say(with, "codes.read.which")))
                .onError(ProvisioningException.class, _ -> say(with, "codes.read.locked"))
                .onError(DeviceException.WrongCredential.class, _ -> say(with, "codes.read.locked"))
                .onError(RuntimeException.class, failure -> failed(with, failure))
                .start();
    }

    private void type(Reader with, OneTimePassword code) {
        with.codes().type(code);
        (with.codes().complete().get() ? with.go() : this).requestFocus();
    }

    private static void say(Reader with, String key) {
        var messages = with.shift().messages();
        with.outcome().say(Outcome.Kind.REFUSAL, messages.text(key), messages.text(key + ".remedy"));
        with.codes().clear();
    }

    private static void failed(Reader with, RuntimeException failure) {
        DeviceFailures.say(failure, with.shift(), with.outcome());
        with.codes().clear();
    }
}
