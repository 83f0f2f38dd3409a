package fobsmith.desk.whose;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.giveback.GivebackFlow;
import fobsmith.desk.giveback.GivebackModel;
import fobsmith.desk.resync.ResyncFlow;
import fobsmith.desk.resync.ResyncModel;
import org.kordamp.ikonli.feather.Feather;

/** Codes, found; from there on to a return or a resynchronisation. */
public final class WhoseFlow {
    public static final Flow FLOW = new Flow("whose", Feather.HELP_CIRCLE, Screen.WHOSE_CODES, WhoseFlow::controllers);

    private WhoseFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        var model = new WhoseModel(shift.console());
        var giveback = new GivebackModel(shift.console());
        var resync = new ResyncModel(shift.console());
        walk.onLeave(model::giveUp);
        return GivebackFlow.around(shift, walk, giveback)
                .and(ResyncFlow.around(shift, walk, resync))
                .with(WhoseCodesController.class, () -> new WhoseCodesController(shift, walk, model))
                .with(WhoseFoundController.class, () -> new WhoseFoundController(shift, walk, model, giveback, resync));
    }
}
