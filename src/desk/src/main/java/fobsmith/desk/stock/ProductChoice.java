package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.registry.Inventory;
import fobsmith.registry.TokenFilter;
import java.text.NumberFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the products one may look at; or all of them.
 *
 * @param manufacturer null for all, as is the model
 */
record ProductChoice(
        String text,
        @Nullable String manufacturer,
        @Nullable String model) {
    static ProductChoice all(Messages messages) {
        return new ProductChoice(messages.text("stock.all-products"), null, null);
    }

    static ProductChoice of(Inventory.Product product, Messages messages) {
        var count =
                NumberFormat.getIntegerInstance(messages.language().locale()).format(product.count());
        return new ProductChoice(
                "%s %s · %s".formatted(product.manufacturer(), product.model(), count),
                product.manufacturer(),
                product.model());
    }

    boolean isOf(TokenFilter filter) {
        return Objects.equals(manufacturer, filter.manufacturer()) && Objects.equals(model, filter.model());
    }

    @Override
    public String toString() {
        return text;
    }
}
