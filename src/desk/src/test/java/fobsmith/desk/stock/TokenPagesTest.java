package fobsmith.desk.stock;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.Tasks;
import fobsmith.registry.Page;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.Token;
import fobsmith.registry.TokenFilter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenPagesTest {
    private static final int FAR = 5000;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Integer> asked = new ArrayList<>();
    private int arrivals;

    private TokenPages pages(List<Token> ofEachPage) {
        return new TokenPages(
                new Tasks(background::add, Runnable::run),
                page -> {
                    asked.add(page);
                    return ofEachPage;
                },
                () -> arrivals++);
    }

    private void finishAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private static List<Token> tokens(Path folder) {
        try (var rig = TestRegistry.copy(folder)) {
            rig.fob("GAHT00000001");
            return rig.registry.inventory().page(TokenFilter.ALL, "", 1).items();
        }
    }

    @Test
    void answersAtOnceAndFetchesInTheBackground(@TempDir Path folder) {
        var some = tokens(folder);
        var pages = pages(some);
        assertThat(pages.at(0)).isEmpty();
        assertThat(asked).isEmpty();
        finishAll();
        assertThat(arrivals).isEqualTo(1);
        assertThat(pages.at(0)).contains(some.getFirst());
        assertThat(pages.at(1)).isEmpty();
        assertThat(background).isEmpty();
    }

    @Test
    void asksForOnePageAtATimeNewestWishFirstAndForgetsWhatWasScrolledPast() {
        var pages = pages(new Page<Token>(List.of(), false).items());
        for (int row = 0; row < FAR; row++) {
            pages.at(row);
        }
        assertThat(background).hasSize(1);
        finishAll();
        assertThat(asked).containsExactly(0, 49, 48, 47, 46);
    }

    @Test
    void keepsNoMoreThanSomePages() {
        var pages = pages(List.of());
        for (int page = 0; page < 1000; page++) {
            pages.at(page * TokenPages.ROWS);
            finishAll();
        }
        assertThat(asked).hasSize(1000);
        assertThat(pages.kept()).isEqualTo(TokenPages.KEPT);
        pages.at((1000 - TokenPages.KEPT) * TokenPages.ROWS);
        assertThat(background).isEmpty();
        pages.at(0);
        assertThat(background).hasSize(1);
    }
}
