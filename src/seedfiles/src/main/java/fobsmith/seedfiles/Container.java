package fobsmith.seedfiles;

import fobsmith.oath.Seed;
import java.util.function.Function;

/** What every reader of a part of one key container works with. */
record Container(XmlCursor cursor, ReadingTerms terms, ContainerProtection protection, Function<byte[], Seed> seeds) {}
