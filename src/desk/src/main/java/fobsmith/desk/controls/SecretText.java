package fobsmith.desk.controls;

import fobsmith.desk.Messages;
import fobsmith.iam.console.ShownKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A seed as text, for a phone that cannot scan. This is a rim: the text is on the screen only while it is asked for. It hides
 * again by itself, and at once when the keyboard goes elsewhere: to another field, another window, the lock.
 */
public final class SecretText extends VBox {
    public static final Duration SHOWN_FOR = Duration.ofSeconds(60);

    private static final javafx.util.Duration LOOK = javafx.util.Duration.millis(250);

    private final Button button = new Button();
    private final Label text = new Label();
    private final Label left = new Label();
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private @Nullable Messages messages;
    private @Nullable InstantSource clock;
    private @Nullable ShownKey key;
    private @Nullable Instant hideAt;

    public SecretText() {
        getStyleClass().add("secret-text");
        setAlignment(Pos.TOP_LEFT);
        button.setId("secret-button");
        button.getStyleClass().add("flat");
        button.setGraphic(new FontIcon(Feather.EYE));
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> turn());
        button.focusedProperty().subscribe(focused -> {
            if (!focused) {
                hide();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                hide();
            }
        });
        text.setId("secret-text");
        text.getStyleClass().add("secret-groups");
        text.setWrapText(true);
        // Large type makes the page scroll; it takes no line from the seed.
        text.setMinHeight(USE_PREF_SIZE);
        left.getStyleClass().add("secret-left");
        for (var label : new Label[] {text, left}) {
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
        looking.setCycleCount(Animation.INDEFINITE);
        getChildren().addAll(button, text, left);
    }

    /** Of which key; call once, before it is shown. The key stays the caller's. */
    public void use(Messages texts, InstantSource time, ShownKey shown) {
        messages = texts;
        clock = time;
        key = shown;
        hide();
    }

    private void turn() {
        if (hideAt != null) {
            hide();
        } else if (key != null && clock != null && messages != null) {
            button.requestFocus();
            hideAt = clock.instant().plus(SHOWN_FOR);
            text.setText(key.text());
            button.setText(messages.text("virtual.secret.hide"));
            looking.play();
            look();
        }
    }

    /** Whether its time is over. */
    public void look() {
        if (hideAt == null || clock == null || messages == null) {
            return;
        }
        var rest = Duration.between(clock.instant(), hideAt);
        if (rest.isPositive() && rest.compareTo(SHOWN_FOR) <= 0) {
            left.setText(messages.text("virtual.secret.left", String.valueOf(rest.toSeconds())));
        } else {
            hide();
        }
    }

    private void hide() {
        hideAt = null;
        looking.stop();
        text.setText("");
        left.setText("");
        if (messages != null) {
            button.setText(messages.text("virtual.secret.show"));
        }
    }
}
