package fobsmith.desk.resync;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import org.kordamp.ikonli.feather.Feather;

/** Person, codes, done. */
public final class ResyncFlow {
    public static final Flow FLOW =
            new Flow("resync", Feather.REFRESH_CW, Screen.RESYNC_PERSON, ResyncFlow::controllers);

    private ResyncFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        return around(shift, walk, new ResyncModel(shift.console()));
    }

    /** For a flow that leads on to a resynchronisation, once it has given the model its device. */
    public static Controllers around(Shift shift, Walk walk, ResyncModel model) {
        return Controllers.none()
                .with(ResyncPersonController.class, () -> new ResyncPersonController(shift, walk, model))
                .with(ResyncCodesController.class, () -> new ResyncCodesController(shift, walk, model))
                .with(ResyncDoneController.class, () -> new ResyncDoneController(shift, walk, model));
    }
}
