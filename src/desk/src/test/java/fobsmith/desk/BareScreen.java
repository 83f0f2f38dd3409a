package fobsmith.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** A screen as it stands in its file, without what a controller adds. Screen's thread. */
final class BareScreen {
    private BareScreen() {}

    static Parent of(Screen screen, Messages messages) throws IOException {
        try (var in = screen.fxml().openStream()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("fx:controller=\"[^\"]*\"", "")
                    .replaceAll("on[A-Z]\\w*=\"#[^\"]*\"", "");
            var loader = new FXMLLoader(screen.fxml(), messages.bundle());
            return loader.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
