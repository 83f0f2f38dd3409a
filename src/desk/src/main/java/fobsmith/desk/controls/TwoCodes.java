package fobsmith.desk.controls;

import fobsmith.desk.Messages;
import fobsmith.desk.Walk;
import fobsmith.iam.console.TypedPair;
import fobsmith.oath.OneTimePassword;
import fobsmith.registry.CodePair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two codes in a row, and when each was typed, beside the ring that says when. */
public final class TwoCodes extends HBox {
    private final CodeField first = new CodeField();
    private final CodeField second = new CodeField();
    private final Label firstLabel = new Label();
    private final Label secondLabel = new Label();
    private final StepRing ring = new StepRing();
    private final BooleanBinding complete = first.complete().and(second.complete());
    private @Nullable Instant secondAt;

    public TwoCodes() {
        getStyleClass().add("two-codes");
        setAlignment(Pos.CENTER);
        first.setId("first-code");
        second.setId("second-code");
        firstLabel.setLabelFor(first);
        firstLabel.setMnemonicParsing(true);
        secondLabel.setLabelFor(second);
        secondLabel.setMnemonicParsing(true);
        getChildren().addAll(column(firstLabel, first), column(secondLabel, second), ring);
    }

    private static VBox column(Label label, CodeField field) {
        var column = new VBox(label, field);
        column.getStyleClass().add("code-column");
        column.setAlignment(Pos.CENTER_LEFT);
        return column;
    }

    /** By this clock; call once, before it is shown. */
    public void use(Messages messages, InstantSource clock) {
        firstLabel.setText(messages.text("codes.first"));
        secondLabel.setText(messages.text("codes.second"));
        first.setAccessibleText(messages.text("codes.first.accessible"));
        second.setAccessibleText(messages.text("codes.second.accessible"));
        ring.use(messages, clock);
        first.complete().addListener((_, _, done) -> firstChanged(done, clock));
        second.complete().addListener((_, _, done) -> secondAt = done ? clock.instant() : null);
    }

    private void firstChanged(boolean done, InstantSource clock) {
        if (!done) {
            ring.startOver();
            return;
        }
        ring.firstTypedAt(clock.instant());
        second.requestFocus();
    }

    /** Both are there. */
    public BooleanBinding complete() {
        return complete;
    }

    /** Both codes, and when the second was there, once they are. */
    public Optional<TypedPair> pair() {
        return complete.get() && secondAt != null
                ? Optional.of(new TypedPair(CodePair.parse(first.getText(), second.getText()), secondAt))
                : Optional.empty();
    }

    /** Two codes and this button, which is off while one is missing, and while something that the walk asks once is on its way. */
    public void onTyped(Button go, Walk walk, Consumer<TypedPair> handler) {
        go.disableProperty().bind(complete.not().or(walk.working()));
        go.setOnAction(_ -> pair().ifPresent(handler));
    }

    /**
     * A code that came over a cable, for the field that waits for one; asked for only when one does.
     *
     * @see #waitsForCode()
     */
    public void type(OneTimePassword code) {
        (first.isComplete() ? second : first).setText(code.reveal());
    }

    /** Whether the code that the token shows now is one to type. */
    public boolean waitsForCode() {
        return !first.isComplete() || (!second.isComplete() && ring.isReady());
    }

    /** Empty again, to be typed anew. */
    public void clear() {
        first.clear();
        second.clear();
        first.requestFocus();
    }

    @Override
    public void requestFocus() {
        first.requestFocus();
    }

    /** The ring beside the codes. */
    public StepRing ring() {
        return ring;
    }
}
