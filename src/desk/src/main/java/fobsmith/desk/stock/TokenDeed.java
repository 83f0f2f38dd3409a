package fobsmith.desk.stock;

import fobsmith.registry.TokenState;
import java.util.List;
import java.util.Optional;

/** What may be done to a token at the shelf. */
enum TokenDeed {
    RETIRE,
    REPORT_LOST,
    CHECK,
    RESERVE,
    RELEASE,
    REPORT_FOUND;

    /** What its state allows, in the order of the buttons. */
    static List<TokenDeed> of(TokenState state) {
        return switch (state) {
            case IMPORTED -> List.of(RETIRE, REPORT_LOST, CHECK, RESERVE);
            case PROVEN -> List.of(RETIRE, REPORT_LOST, RESERVE);
            case RESERVED -> List.of(RETIRE, REPORT_LOST, RELEASE);
            case ENABLED -> List.of(REPORT_LOST);
            case RETURNED -> List.of(RETIRE, REPORT_LOST, CHECK);
            case LOST -> List.of(RETIRE, REPORT_FOUND);
            case VOID -> List.of(RETIRE);
            case WRITING, RETIRED, UNASSIGNED -> List.of();
        };
    }

    /** What one would do with it most likely; nothing for a token that is best left alone. */
    static Optional<TokenDeed> likely(TokenState state) {
        return switch (state) {
            case IMPORTED, PROVEN -> Optional.of(RESERVE);
            case RETURNED -> Optional.of(CHECK);
            case LOST -> Optional.of(REPORT_FOUND);
            case RESERVED, ENABLED, VOID, WRITING, RETIRED, UNASSIGNED -> Optional.empty();
        };
    }

    /** Of the text on its button. */
    String key() {
        return switch (this) {
            case RETIRE -> "stock.deed.retire";
            case REPORT_LOST -> "stock.deed.lost";
            case CHECK -> "stock.deed.check";
            case RESERVE -> "stock.deed.reserve";
            case RELEASE -> "stock.deed.release";
            case REPORT_FOUND -> "stock.deed.found";
        };
    }
}
