package fobsmith.desk.hardware;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import java.time.ZoneId;
import org.kordamp.ikonli.feather.Feather;

/** Person, token, a seed where it has none, codes, receipt. */
public final class HardwareFlow {
    public static final Flow FLOW = with(new PaperOfThisMachine(), ZoneId.systemDefault());

    private HardwareFlow() {}

    /** Whose receipts go there, dated as this zone has it. */
    static Flow with(Paper paper, ZoneId zone) {
        return new Flow(
                "hardware",
                Feather.USER_PLUS,
                Screen.HARDWARE_PERSON,
                (shift, walk) -> controllers(shift, walk, paper, zone));
    }

    private static Controllers controllers(Shift shift, Walk walk, Paper paper, ZoneId zone) {
        var model = new HardwareModel(shift);
        walk.onLeave(model::putDown);
        return Controllers.none()
                .with(HardwarePersonController.class, () -> new HardwarePersonController(shift, walk, model))
                .with(HardwareTokenController.class, () -> new HardwareTokenController(shift, walk, model))
                .with(HardwareSeedController.class, () -> new HardwareSeedController(shift, walk, model))
                .with(HardwareCodesController.class, () -> new HardwareCodesController(shift, walk, model))
                .with(HardwareResyncController.class, () -> new HardwareResyncController(shift, walk, model))
                .with(HardwareDoneController.class, () -> new HardwareDoneController(shift, walk, model, paper, zone));
    }
}
