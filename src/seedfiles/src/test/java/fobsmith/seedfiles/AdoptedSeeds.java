package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes seeds as the reader does and remembers each, with the array beneath it. */
final class AdoptedSeeds implements Function<byte[], Seed> {
    private final List<Seed> seeds = new ArrayList<>();
    private final List<byte[]> arrays = new ArrayList<>();

    @Override
    public Seed apply(byte[] bytes) {
        var seed = Seed.adopt(bytes);
        seeds.add(seed);
        arrays.add(bytes);
        return seed;
    }

    int count() {
        return seeds.size();
    }

    void assertAllWiped() {
        assertThat(seeds).allMatch(Seed::isDestroyed);
        assertThat(arrays).allSatisfy(array -> assertThat(array).containsOnly(0));
    }
}
