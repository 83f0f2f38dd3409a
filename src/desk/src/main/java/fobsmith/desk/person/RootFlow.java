package fobsmith.desk.person;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import org.kordamp.ikonli.feather.Feather;

/** Root's devices; a fob, its codes. What the API refuses for root is done here. */
public final class RootFlow {
    public static final Flow FLOW = new Flow("root", Feather.SHIELD, Screen.PERSON_DEVICES, RootFlow::controllers);

    private RootFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        var person = PersonModel.ofRoot(shift.console());
        var model = new RootModel(shift, person);
        return PersonFlow.devices(shift, walk, person)
                .with(RootFobController.class, () -> new RootFobController(shift, walk, model))
                .with(RootCodesController.class, () -> new RootCodesController(shift, walk, model))
                .with(RootLateController.class, () -> new RootLateController(shift, walk, model));
    }
}
