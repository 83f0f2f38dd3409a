package fobsmith.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads screens, with the texts of the language spoken now. Screen's thread. */
public final class Screens {
    private final Messages messages;

    public Screens(Messages messages) {
        this.messages = messages;
    }

    public Parent load(Screen screen, Controllers controllers) {
        var loader = new FXMLLoader(screen.fxml(), messages.bundle());
        loader.setControllerFactory(controllers::make);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("screen %s cannot be loaded".formatted(screen), e);
        }
    }
}
