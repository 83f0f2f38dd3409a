package fobsmith.devices;

/** A token at its place, as far as ports tell one from the next; the occupant is empty where they do not. */
record Stand(String place, String occupant) {
    /** Whether these may be one and the same token. */
    boolean fits(Stand other) {
        return place.equals(other.place)
                && (occupant.isEmpty() || other.occupant.isEmpty() || occupant.equals(other.occupant));
    }
}
