package fobsmith.desk;

import fobsmith.desk.home.HomeController;
import fobsmith.desk.home.ShortcutsController;
import fobsmith.desk.home.TopBarController;
import fobsmith.desk.signin.LockedController;
import fobsmith.desk.signin.SignInController;

/** How the controllers of the shell are made. A flow has its own. */
final class DeskWiring {
    private final Desk desk;
    private final Front front;

    DeskWiring(Desk desk, Front front) {
        this.desk = desk;
        this.front = front;
    }

    /** While nobody is at the desk. */
    Controllers atTheDoor() {
        return Controllers.none().with(SignInController.class, () -> new SignInController(desk, front));
    }

    /** While somebody is. */
    Controllers within(Shift shift) {
        return Controllers.none()
                .with(TopBarController.class, () -> new TopBarController(shift, front))
                .with(HomeController.class, () -> new HomeController(shift, front))
                .with(ShortcutsController.class, () -> new ShortcutsController(shift, front))
                .with(LockedController.class, () -> new LockedController(shift, front));
    }
}
