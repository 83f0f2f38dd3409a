package fobsmith.desk.stock;

/**
 * Something that was just done to the token that is open.
 *
 * @param person whom it concerns; empty where nobody
 */
record News(What what, String person) {
    enum What {
        RESERVED,
        RELEASED,
        LOST,
        FOUND,
        RETIRED,
        CHECKED
    }

    /** Of the text that says so. */
    String key() {
        return switch (what) {
            case RESERVED -> "stock.news.reserved";
            case RELEASED -> "stock.news.released";
            case LOST -> "stock.news.lost";
            case FOUND -> "stock.news.found";
            case RETIRED -> "stock.news.retired";
            case CHECKED -> "stock.news.checked";
        };
    }
}
