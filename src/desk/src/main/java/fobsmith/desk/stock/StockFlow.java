package fobsmith.desk.stock;

import fobsmith.desk.Controllers;
import fobsmith.desk.Flow;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import org.kordamp.ikonli.feather.Feather;

/** The list, a token of it, and what may be done to that. */
public final class StockFlow {
    public static final Flow FLOW = new Flow("stock", Feather.ARCHIVE, Screen.STOCK_LIST, StockFlow::controllers);

    private StockFlow() {}

    private static Controllers controllers(Shift shift, Walk walk) {
        var model = new StockModel(shift.console());
        return Controllers.none()
                .with(StockListController.class, () -> new StockListController(shift, walk, model))
                .with(StockTokenController.class, () -> new StockTokenController(shift, walk, model))
                .with(StockReserveController.class, () -> new StockReserveController(shift, walk, model))
                .with(StockCheckController.class, () -> new StockCheckController(shift, walk, model))
                .with(StockRetireController.class, () -> new StockRetireController(shift, walk, model));
    }
}
