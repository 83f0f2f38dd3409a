package fobsmith.devices;

import fobsmith.devices.pcsc.CardPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tokens, each found once. One with a reader of its own stands on USB, and on PC/SC too where the service took it; it is kept where
 * it can be opened: as many of a model as PC/SC shows are left out on USB, if they cannot be opened there.
 */
final class OnceEach {
    private final List<Plugged> kept;
    private final List<String> remarks = new ArrayList<>();
    private final Set<Free> knownFree;
    private final Set<Free> free = new HashSet<>();

    /** @param knownFree what the look before has found free; it is not opened again */
    OnceEach(List<Plugged> all, Set<Free> knownFree) {
        this.knownFree = Set.copyOf(knownFree);
        kept = new ArrayList<>(all);
        var onPcsc = new ArrayList<>(
                all.stream().filter(one -> one.port() instanceof CardPort).toList());
        var cards = List.copyOf(onPcsc);
        for (var one : all) {
            onPcsc.stream()
                    .filter(card -> card.driver().equals(one.driver()))
                    .findFirst()
                    .filter(_ -> one.isOnOwnUsb() && isHeld(one, cards))
                    .ifPresent(card -> {
                        kept.remove(one);
                        onPcsc.remove(card);
                        remarks.add("%s is left to the PC/SC service, which holds it: see %s"
                                .formatted(one.place(), card.place()));
                    });
        }
    }

    /** A token that can be opened on USB while PC/SC shows these cards, each another. */
    record Free(Stand token, List<Stand> cards) {}

    private boolean isHeld(Plugged one, List<Plugged> cards) {
        var asked = new Free(one.stand(), cards.stream().map(Plugged::stand).toList());
        boolean held = !knownFree.contains(asked) && one.isHeld();
        if (!held) {
            free.add(asked);
        }
        return held;
    }

    List<Plugged> kept() {
        return List.copyOf(kept);
    }

    /** What was left out and why, a sentence each. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** For the next look. */
    Set<Free> free() {
        return Set.copyOf(free);
    }
}
