package fobsmith.desk.lost;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.device.WhoController;
import fobsmith.desk.giveback.GivebackFlow;
import fobsmith.desk.giveback.GivebackModel;
import org.kordamp.ikonli.feather.Feather;

/** Person or fob, reported, what next, a temporary device; a fob that was found again goes on as a return. */
public final class LostFlow {
    public static final Flow FLOW = new Flow("lost", Feather.ALERT_OCTAGON, Screen.LOST_WHO, LostFlow::controllers);

    private LostFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        var model = new LostModel(shift.console());
        var giveback = new GivebackModel(shift.console());
        walk.onLeave(model::close);
        return GivebackFlow.around(shift, walk, giveback)
                .with(WhoController.class, () -> new WhoController(shift, walk, model, Screen.LOST_DEVICE))
                .with(LostDeviceController.class, () -> new LostDeviceController(shift, walk, model, giveback))
                .with(LostNextController.class, () -> new LostNextController(shift, walk, model))
                .with(LostTemporaryController.class, () -> new LostTemporaryController(shift, walk, model));
    }
}
