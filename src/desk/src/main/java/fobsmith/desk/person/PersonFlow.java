package fobsmith.desk.person;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import org.kordamp.ikonli.feather.Feather;

/** Person, devices. */
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
        return Controllers.none()
                .with(PersonDevicesController.class, () -> new PersonDevicesController(shift, walk, model));
    }
}
