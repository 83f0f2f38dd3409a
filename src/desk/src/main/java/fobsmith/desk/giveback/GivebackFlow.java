package fobsmith.desk.giveback;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.device.WhoController;
import org.kordamp.ikonli.feather.Feather;

/** Person or fob, taken back, codes, done. */
public final class GivebackFlow {
    public static final Flow FLOW =
            new Flow("return", Feather.CORNER_DOWN_LEFT, Screen.RETURN_WHO, GivebackFlow::controllers);

    private GivebackFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        var model = new GivebackModel(shift.console());
        return around(shift, walk, model)
                .with(WhoController.class, () -> new WhoController(shift, walk, model, Screen.RETURN_FOB));
    }

    /** For a flow that leads on to a return, once it has given the model its fob. */
    public static Controllers around(Shift shift, Walk walk, GivebackModel model) {
        return Controllers.none()
                .with(ReturnFobController.class, () -> new ReturnFobController(shift, walk, model))
                .with(ReturnCodesController.class, () -> new ReturnCodesController(shift, walk, model))
                .with(ReturnDoneController.class, () -> new ReturnDoneController(shift, walk, model));
    }
}
