package fobsmith.desk;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Every text of the desk, in the language that is spoken now. Screen's thread. */
public final class Messages {
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Language language;
    private ResourceBundle bundle;

    public Messages(Language language) {
        this.language = language;
        bundle = bundle(language);
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle("fobsmith.desk.messages", language.locale(), NO_OTHER_LANGUAGE);
    }

    public void speak(Language other) {
        language = other;
        bundle = bundle(other);
    }

    public Language language() {
        return language;
    }

    /** For FXML, whose {@code %key} takes no values. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** With values in the places {@code {0}}, {@code {1}}; whoever wants a number as it is gives it as text. */
    public String text(String key, Object... values) {
        var pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(values);
    }
}
