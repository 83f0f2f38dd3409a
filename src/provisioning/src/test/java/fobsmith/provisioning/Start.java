package fobsmith.provisioning;

import fobsmith.registry.SerialNumber;
import java.util.Optional;

/** How a token and what the registry knows of it stand when provisioning begins. */
enum Start {
    /** Out of its box. */
    FRESH,
    /** Proven, and its seed may be destroyed. */
    PROVEN_TO_BE_OVERWRITTEN {
        @Override
        void prepare(Bench bench) {
            bench.provision(Bench.ORDER);
        }

        @Override
        WriteOrder order() {
            return Bench.ORDER.overwriting();
        }
    },
    /** An attempt ended void after the seed had arrived. */
    VOID {
        @Override
        void prepare(Bench bench) {
            bench.provisionInVain(hands -> hands.isAway = true);
        }
    },
    /** A new customer key was sealed and told, and nobody pressed the button. */
    KEY_CHANGE_BROKEN_OFF {
        @Override
        void prepare(Bench bench) {
            bench.provisionInVain(hands -> hands.pressesWhenAsked = false);
            bench.replug();
        }
    },
    /** Its customer key is the owner's, who enters it. */
    ENTERED_KEY {
        @Override
        Optional<String> customerKey() {
            return Optional.of("a key of our own crate");
        }
    },
    /** Its first profile is proven, the eighth is written. */
    SECOND_PROFILE {
        @Override
        void prepare(Bench bench) {
            bench.provision(Bench.ORDER);
        }

        @Override
        WriteOrder order() {
            return Bench.ORDER.intoSlot(7);
        }

        @Override
        SerialNumber serial() {
            return SerialNumber.parse(Bench.SERIAL + ":07");
        }
    };

    void prepare(Bench bench) {}

    WriteOrder order() {
        return Bench.ORDER;
    }

    /** The order without permission to overwrite. */
    WriteOrder again() {
        return new WriteOrder(order().slot(), order().profile(), order().title(), false);
    }

    SerialNumber serial() {
        return Bench.FIRST;
    }

    /** The token's own, where it is not the factory's; entered by the operator. */
    Optional<String> customerKey() {
        return Optional.empty();
    }
}
