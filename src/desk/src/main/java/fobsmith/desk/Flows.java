package fobsmith.desk;

import fobsmith.desk.hardware.HardwareFlow;
import fobsmith.desk.resync.ResyncFlow;
import java.util.List;

/** What home offers, in this order. A flow is added by one line; what is not finished has none. */
final class Flows {
    static final List<Flow> ALL = List.of(
            // One line for each.
            HardwareFlow.FLOW,
            ResyncFlow.FLOW);

    private Flows() {}
}
