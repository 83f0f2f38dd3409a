package fobsmith.desk;

import fobsmith.desk.giveback.GivebackFlow;
import fobsmith.desk.hardware.HardwareFlow;
import fobsmith.desk.lost.LostFlow;
import fobsmith.desk.person.PersonFlow;
import fobsmith.desk.person.RootFlow;
import fobsmith.desk.resync.ResyncFlow;
import fobsmith.desk.stock.StockFlow;
import fobsmith.desk.virtual.TemporaryFlow;
import fobsmith.desk.virtual.VirtualFlow;
import fobsmith.desk.whose.WhoseFlow;
import java.util.List;

/** What home offers, in this order. A flow is added by one line; what is not finished has none. */
final class Flows {
    static final List<Flow> ALL = List.of(
            // One line for each.
            HardwareFlow.FLOW,
            VirtualFlow.FLOW,
            TemporaryFlow.FLOW,
            ResyncFlow.FLOW,
            LostFlow.FLOW,
            GivebackFlow.FLOW,
            WhoseFlow.FLOW,
            PersonFlow.FLOW,
            RootFlow.FLOW,
            StockFlow.FLOW);

    private Flows() {}
}
