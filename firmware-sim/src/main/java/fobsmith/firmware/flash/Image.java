package fobsmith.firmware.flash;

/** Where the cells of a flash are kept beyond its object. */
interface Image {
    /** Nowhere. */
    Image NONE = new Image() {
        @Override
        public void write(int[] cells, int first, int words) {}

        @Override
        public void close() {}
    };

    /** Keeps these of the cells. */
    void write(int[] cells, int first, int words);

    void close();
}
