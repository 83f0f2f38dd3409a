package fobsmith.desk.virtual;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import org.kordamp.ikonli.feather.Feather;

/** Person, hours, QR code. */
public final class TemporaryFlow {
    public static final Flow FLOW =
            new Flow("temporary", Feather.CLOCK, Screen.TEMPORARY_PERSON, TemporaryFlow::controllers);

    private TemporaryFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        var person = new PersonModel(shift.console());
        var model = new TemporaryModel(shift.console(), person);
        walk.onLeave(model::leave);
        return Controllers.none()
                .with(PersonController.class, () -> new PersonController(shift, walk, person, Screen.TEMPORARY_HOURS))
                .with(HoursController.class, () -> new HoursController(shift, walk, model))
                .with(TemporaryController.class, () -> new TemporaryController(shift, walk, model));
    }
}
