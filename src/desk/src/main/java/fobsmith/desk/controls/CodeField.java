package fobsmith.desk.controls;

import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/** Takes the six digits of a code and nothing else; what is pasted may have blanks in it. */
public final class CodeField extends TextField {
    /** How many digits IAM takes. */
    public static final int DIGITS = 6;

    private static final Pattern TYPED = Pattern.compile("[0-9]{0,6}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0-]+");

    private final BooleanBinding complete = Bindings.createBooleanBinding(() -> getLength() == DIGITS, textProperty());

    public CodeField() {
        getStyleClass().add("code-field");
        setPrefColumnCount(DIGITS);
        setMinHeight(USE_PREF_SIZE);
        setTextFormatter(new TextFormatter<>(CodeField::filter));
    }

    private static TextFormatter.Change filter(TextFormatter.Change change) {
        change.setText(BLANKS.matcher(change.getText()).replaceAll(""));
        if (!TYPED.matcher(change.getControlNewText()).matches()) {
            return nothing(change);
        }
        int end = change.getControlNewText().length();
        change.setCaretPosition(Math.min(change.getCaretPosition(), end));
        change.setAnchor(Math.min(change.getAnchor(), end));
        return change;
    }

    private static TextFormatter.Change nothing(TextFormatter.Change change) {
        int caret = change.getControlCaretPosition();
        change.setText("");
        change.setRange(caret, caret);
        change.selectRange(change.getControlAnchor(), caret);
        return change;
    }

    /** Whether all digits are there. */
    public BooleanBinding complete() {
        return complete;
    }

    public boolean isComplete() {
        return complete.get();
    }
}
