package fobsmith.desk.person;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.resync.ResyncFlow;
import fobsmith.desk.resync.ResyncModel;
import org.kordamp.ikonli.feather.Feather;

/** Person, devices; from there on to a resynchronisation. */
public final class PersonFlow {
    public static final Flow FLOW = new Flow("person", Feather.USER, Screen.PERSON_WHO, PersonFlow::controllers);

    private PersonFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        var model = new PersonModel(shift.console());
        return devices(shift, walk, model)
                .with(PersonWhoController.class, () -> new PersonWhoController(shift, walk, model));
    }

    /** Of whomever the model is of. */
    static Controllers devices(Shift shift, Walk walk, PersonModel model) {
        var resync = new ResyncModel(shift.console());
        return ResyncFlow.around(shift, walk, resync)
                .with(PersonDevicesController.class, () -> new PersonDevicesController(shift, walk, model, resync));
    }
}
