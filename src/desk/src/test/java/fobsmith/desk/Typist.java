package fobsmith.desk;

import static fobsmith.desk.DeskRig.onScreen;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Hands on the keys before a window, and how often they came down. As a keyboard does it, without the pauses a robot makes. */
public final class Typist {
    private final Scene scene;
    private final Runnable afterwards;
    private int keys;

    /** Who waits so after each key until the desk has done what it does. */
    public Typist(Scene scene, Runnable afterwards) {
        this.scene = scene;
        this.afterwards = afterwards;
    }

    /** Types, wherever the keyboard is. */
    public void write(String text) {
        text.chars()
                .forEach(one -> onScreen(() -> {
                    fire(key(KeyEvent.KEY_TYPED, Character.toString(one), KeyCode.UNDEFINED, false, false));
                    return true;
                }));
        afterwards.run();
    }

    /** One key, perhaps while others are held down. */
    public void stroke(KeyCode key, boolean shift, boolean control) {
        touch(key, shift, control);
        afterwards.run();
    }

    /** One key, without waiting for what comes of it. */
    public void hit(KeyCode key) {
        touch(key, false, false);
    }

    private void touch(KeyCode key, boolean shift, boolean control) {
        onScreen(() -> {
            fire(key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, key, shift, control));
            if (key == KeyCode.SPACE) {
                fire(key(KeyEvent.KEY_TYPED, " ", KeyCode.UNDEFINED, shift, control));
            }
            fire(key(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, key, shift, control));
            return true;
        });
        keys++;
    }

    /** As a scanner does, which ends with Enter; nobody's hand is on that. */
    void scan(String text) {
        write(text);
        stroke(KeyCode.ENTER, false, false);
        keys--;
    }

    private static KeyEvent key(
            EventType<KeyEvent> type, String character, KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(type, character, code.getName(), code, shift, control, false, false);
    }

    /** As JavaFX does: what has gone from the window gets no keys. */
    private void fire(KeyEvent event) {
        var owner = scene.getFocusOwner();
        Event.fireEvent(owner != null && scene.equals(owner.getScene()) ? owner : scene, event);
    }

    /** How many keys since it was asked last, but for what was written; one held down with another counts as one with it. */
    int takeKeys() {
        int taken = keys;
        keys = 0;
        return taken;
    }
}
