package fobsmith.desk.virtual;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import org.kordamp.ikonli.feather.Feather;

/** Person, name, QR code and two codes, done. */
public final class VirtualFlow {
    public static final Flow FLOW =
            new Flow("virtual", Feather.SMARTPHONE, Screen.VIRTUAL_PERSON, VirtualFlow::controllers);

    private VirtualFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        var person = new PersonModel(shift.console());
        var model = new VirtualModel(shift.console(), person);
        walk.onLeave(model::leave);
        return Controllers.none()
                .with(PersonController.class, () -> new PersonController(shift, walk, person, Screen.VIRTUAL_NAME))
                .with(NameController.class, () -> new NameController(shift, walk, model))
                .with(CodesController.class, () -> new CodesController(shift, walk, model))
                .with(LateController.class, () -> new LateController(shift, walk, model))
                .with(DoneController.class, () -> new DoneController(shift, walk, model));
    }
}
