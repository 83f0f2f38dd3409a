package fobsmith.desk.lost;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.QrView;
import fobsmith.desk.controls.SecretText;
import fobsmith.desk.device.DeviceWords;
import javafx.fxml.FXML;

/** The temporary device, for the person's phone; it is shown this once. */
public final class LostTemporaryController {
    private final Shift shift;
    private final Walk walk;
    private final LostModel model;

    @FXML
    private Page page;

    @FXML
    private QrView qr;

    @FXML
    private SecretText secret;

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
        var key = model.temporary().key();
        qr.show(key.modules());
        qr.setAccessibleText(shift.messages().text("lost.temporary.picture"));
        secret.use(shift.messages(), shift.clock(), key);
    }

    @FXML
    void done() {
        walk.end();
    }
}
