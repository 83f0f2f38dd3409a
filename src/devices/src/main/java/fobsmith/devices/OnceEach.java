package fobsmith.devices;

import fobsmith.devices.pcsc.CardPort;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens, each found once. One with a reader of its own stands on USB, and on PC/SC too where the service took it; it is kept where
 * it can be opened: as many of a model as PC/SC shows are left out on USB, if they cannot be opened there.
 */
final class OnceEach {
    private final List<Plugged> kept;
    private final List<String> remarks = new ArrayList<>();

    OnceEach(List<Plugged> all) {
        kept = new ArrayList<>(all);
        var onPcsc = new ArrayList<>(
                all.stream().filter(one -> one.port() instanceof CardPort).toList());
        for (var one : all) {
            onPcsc.stream()
                    .filter(card -> card.driver().equals(one.driver()))
                    .findFirst()
                    .filter(_ -> one.isHeldOnUsb())
                    .ifPresent(card -> {
                        kept.remove(one);
                        onPcsc.remove(card);
                        remarks.add("%s is left to the PC/SC service, which holds it: see %s"
                                .formatted(one.place(), card.place()));
                    });
        }
    }

    List<Plugged> kept() {
        return List.copyOf(kept);
    }

    /** What was left out and why, a sentence each. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
