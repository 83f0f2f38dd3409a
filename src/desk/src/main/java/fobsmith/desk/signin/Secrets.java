package fobsmith.desk.signin;

import javafx.scene.control.PasswordField;

/** Takes out of a field what must not become a string on the way. */
final class Secrets {
    private Secrets() {}

    /** Whoever asks wipes it. */
    static char[] copy(PasswordField field) {
        var text = field.getCharacters();
        var copy = new char[text.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = text.charAt(i);
        }
        return copy;
    }
}
