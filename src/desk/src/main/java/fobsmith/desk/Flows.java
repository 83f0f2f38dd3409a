package fobsmith.desk;

import fobsmith.desk.resync.ResyncFlow;
import fobsmith.desk.virtual.TemporaryFlow;
import fobsmith.desk.virtual.VirtualFlow;
import java.util.List;

/** What home offers, in this order. A flow is added by one line; what is not finished has none. */
final class Flows {
    static final List<Flow> ALL = List.of(
            // One line for each.
            VirtualFlow.FLOW,
            TemporaryFlow.FLOW,
            ResyncFlow.FLOW);

    private Flows() {}
}
