package fobsmith.desk.lost;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Page;
import fobsmith.desk.device.DeviceWords;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** The temporary device, for the person's phone; it is shown this once. */
public final class LostTemporaryController {
    /** Pixels a module has in the picture, and on the screen, where whole ones keep it sharp. */
    private static final double MODULE_PIXELS = 8;

    private static final double SHOWN_PIXELS = 5;

    private final Shift shift;
    private final Walk walk;
    private final LostModel model;

    @FXML
    private Page page;

    @FXML
    private ImageView picture;

    @FXML
    private ToggleButton asText;

    @FXML
    private Label text;

    LostTemporaryController(Shift shift, Walk walk, LostModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var words = new DeviceWords(shift.messages());
        page.setLead(shift.messages()
                .text(
                        "lost.temporary.lead",
                        model.holdings().personName(),
                        words.moment(model.temporary().expiresAt())));
        draw();
        text.visibleProperty().bind(asText.selectedProperty());
        text.managedProperty().bind(asText.selectedProperty());
    }

    private void draw() {
        byte[] png = model.temporary().key().png();
        try {
            var image = new Image(new ByteArrayInputStream(png));
            picture.setImage(image);
            picture.setFitWidth(image.getWidth() * SHOWN_PIXELS / MODULE_PIXELS);
        } finally {
            Arrays.fill(png, (byte) 0);
        }
    }

    /** The text is there only as long as it is asked for. */
    @FXML
    void showText() {
        text.setText(asText.isSelected() ? model.temporary().key().text() : "");
    }

    @FXML
    void done() {
        walk.end();
    }
}
