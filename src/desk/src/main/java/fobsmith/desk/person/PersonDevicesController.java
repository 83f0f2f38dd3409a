package fobsmith.desk.person;

import fobsmith.desk.Messages;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.desk.device.DeviceList;
import fobsmith.desk.device.DeviceWords;
import fobsmith.desk.resync.ResyncModel;
import fobsmith.iam.console.PersonsDevice;
import fobsmith.registry.Quota;
import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** What somebody has: each device, its tags, and taking it away. */
public final class PersonDevicesController {
    private final Shift shift;
    private final Walk walk;
    private final PersonModel model;
    private final ResyncModel resync;
    private final Messages messages;
    private List<PersonsDevice> devices = List.of();

    @FXML
    private Page page;

    @FXML
    private DeviceList list;

    @FXML
    private TagPane tags;

    @FXML
    private Outcome outcome;

    @FXML
    private Button enable;

    @FXML
    private Button deactivate;

    @FXML
    private Button resynchronise;

    PersonDevicesController(Shift shift, Walk walk, PersonModel model, ResyncModel resync) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
        this.resync = resync;
        messages = shift.messages();
    }

    @FXML
    void initialize() {
        page.setTitle(messages.text(model.isOfRoot() ? "root.title" : "person.title"));
        list.use(messages);
        list.selected().subscribe(this::selected);
        tags.use(messages, this::addTag);
        offer(enable, false);
        load(this::sayWhatWasEnabled);
    }

    private void sayWhatWasEnabled() {
        var given = model.given();
        if (given != null) {
            var name = DeviceWords.name(given.token());
            switch (given.clock()) {
                case IN_STEP -> outcome.say(Outcome.Kind.SUCCESS, messages.text("root.enabled", name), "");
                case STRAYED ->
                    outcome.say(
                            Outcome.Kind.WARNING,
                            messages.text("root.enabled", name),
                            messages.text("root.enabled.strayed"));
                case OUT_OF_STEP ->
                    outcome.say(
                            Outcome.Kind.WARNING,
                            messages.text("root.out-of-step", name),
                            messages.text("root.out-of-step.remedy"));
            }
        }
    }

    private void load(Runnable then) {
        shift.tasks()
                .create(model::devices)
                .onSuccess(found -> {
                    show(found);
                    then.run();
                })
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void show(List<PersonsDevice> found) {
        devices = found;
        list.show(found.stream().map(PersonsDevice::token).toList());
        if (list.selected().get() == null && !found.isEmpty()) {
            list.selectFirst();
        }
        page.setLead(lead(found.size()));
        offer(enable, model.isOfRoot() && found.size() < Quota.DEVICES_OF_USER.limit());
        selected(list.selected().get());
    }

    private String lead(int count) {
        var name = new DeviceWords(messages).person(model.person());
        var most = String.valueOf(Quota.DEVICES_OF_USER.limit());
        return switch (count) {
            case 0 -> messages.text("person.none", name);
            case 1 -> messages.text("person.one", name, most);
            default -> messages.text("person.several", name, String.valueOf(count), most);
        };
    }

    private void selected(Token token) {
        tags.setVisible(token != null);
        tags.setManaged(token != null);
        offer(deactivate, token != null);
        offer(resynchronise, token != null);
        if (token != null) {
            tags.show(tagsOf(token), messages, this::removeTag);
        }
    }

    private static void offer(Button button, boolean fits) {
        button.setVisible(fits);
        button.setManaged(fits);
    }

    private List<Tag> tagsOf(Token token) {
        return devices.stream()
                .filter(device -> device.token().id().equals(token.id()))
                .findFirst()
                .map(PersonsDevice::tags)
                .orElse(List.of());
    }

    private void addTag(String written) {
        var serial = list.selected().get().serial();
        outcome.clear();
        walk.deed(() -> model.tag(serial, written))
                .onSuccess(_ -> load(tags::requestFocus))
                .onError(IllegalArgumentException.class, _ -> sayWhatATagIs())
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void removeTag(Tag tag) {
        var serial = list.selected().get().serial();
        outcome.clear();
        walk.deed(() -> model.untag(serial, tag))
                .onSuccess(_ -> load(tags::requestFocus))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void sayWhatATagIs() {
        outcome.say(Outcome.Kind.REFUSAL, messages.text("person.tag.wrong"), messages.text("person.tag.wrong.remedy"));
    }

    /** Asks first: it cannot be taken back without two codes. */
    @FXML
    void deactivate() {
        var token = list.selected().get();
        var sure = new Button(messages.text("person.deactivate.sure"));
        sure.setId("sure");
        sure.getStyleClass().add("danger");
        sure.setOnAction(_ -> deactivate(token));
        outcome.say(
                Outcome.Kind.WARNING,
                messages.text("person.deactivate.ask", DeviceWords.name(token), name()),
                messages.text("person.deactivate.means"),
                sure);
        sure.requestFocus();
    }

    private void deactivate(Token token) {
        walk.deed(() -> model.deactivate(token.serial()))
                .onSuccess(_ -> load(() -> outcome.say(
                        Outcome.Kind.SUCCESS,
                        messages.text("person.deactivated", DeviceWords.name(token), name()),
                        messages.text("person.deactivated.next"))))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private String name() {
        return new DeviceWords(messages).person(model.person());
    }

    @FXML
    void resynchronise() {
        resync.choose(model.person(), list.selected().get().serial());
        walk.go(Screen.RESYNC_CODES);
    }

    @FXML
    void enable() {
        walk.go(Screen.ROOT_FOB);
    }

    @FXML
    void back() {
        walk.back();
    }

    @FXML
    void done() {
        walk.end();
    }
}
