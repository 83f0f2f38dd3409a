package fobsmith.desk.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.desk.ConsoleRig;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.TokenFilter;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class StockModelTest {
    private ConsoleRig rig;
    private StockModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new ConsoleRig(folder);
        model = new StockModel(rig.console);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Token token(SerialNumber serial) {
        return rig.registry.registry.tokens().get(serial);
    }

    @Test
    void countsInEachStateWhicheverIsLookedAt() {
        rig.registry.fob("GAHT00000001");
        var view = model.look(TokenFilter.ALL.inState(TokenState.IMPORTED));
        assertThat(view.counts())
                .isEqualTo(Map.of(TokenState.ENABLED, 1L, TokenState.IMPORTED, 1L))
                .hasSize(2);
        assertThat(view.all()).isEqualTo(2);
        assertThat(view.size()).isEqualTo(1);
        assertThat(model.page(view, 0)).extracting(Token::state).containsExactly(TokenState.IMPORTED);
        assertThat(model.page(view, 1)).isEmpty();
    }

    @Test
    void findsTheOneThatWasScannedWhateverTheFilterAndElseTheOnlyOneOfIt() {
        rig.registry.fob("GAHT00000001");
        rig.registry.fob("GAHT000000012");
        var stock = TokenFilter.ALL.inState(TokenState.IMPORTED);
        assertThat(model.only("gaht12345678", stock)).map(Token::serial).contains(rig.fob);
        assertThat(model.only("GAHT00000001", stock))
                .map(one -> one.serial().value())
                .contains("GAHT00000001");
        assertThat(model.only("GAHT0", stock)).isEmpty();
        assertThat(model.only("GAHT1", stock)).isEmpty();
        assertThat(model.only("GAHT1", TokenFilter.ALL)).map(Token::serial).contains(rig.fob);
    }

    @Test
    void tellsWhatWasDoneOnce() {
        var stock = rig.registry.fob("GAHT00000001");
        model.open(token(stock));
        model.reserve("alice");
        assertThat(model.takeNews()).contains(new News(News.What.RESERVED, "alice"));
        assertThat(model.takeNews()).isEmpty();
        var seen = model.detail();
        assertThat(seen.owner()).isEqualTo(rig.alice);
        model.release(seen);
        assertThat(model.takeNews()).contains(new News(News.What.RELEASED, "alice"));
        assertThat(token(stock).state()).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void whatIsLostIsFoundReturnedAndProvenByItsCodes() {
        model.open(token(rig.fob));
        model.reportLost();
        model.reportFound();
        var refused = model.check(rig.codes(rig.registry.fob("GAHT00000001"), 0).codes());
        assertThat(refused).isInstanceOf(CodeOutcome.Refused.class);
        assertThat(model.takeNews()).contains(new News(News.What.FOUND, ""));
        assertThat(model.check(rig.codes(rig.fob, 0).codes())).isInstanceOf(CodeOutcome.Accepted.class);
        assertThat(model.takeNews()).contains(new News(News.What.CHECKED, ""));
        model.retire();
        assertThat(model.detail().token().state()).isEqualTo(TokenState.RETIRED);
        assertThat(model.takeNews()).isEqualTo(Optional.of(new News(News.What.RETIRED, "")));
    }

    @Test
    void newsOfOneTokenAreNotToldOfAnother() {
        model.open(token(rig.fob));
        model.reportLost();
        model.open(token(rig.registry.fob("GAHT00000001")));
        assertThat(model.takeNews()).isEmpty();
    }

    @Test
    void nothingCanBeDoneBeforeATokenIsOpen() {
        assertThatThrownBy(model::reportLost).isInstanceOf(IllegalStateException.class);
    }
}
