package fobsmith.bench;

import fobsmith.devices.Transport;
import fobsmith.devices.pcsc.VirtualReader;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One APDU to a smart card in a virtual reader of a real pcscd: by Java's own connection, and the same through the PC/SC layer, whose
 * thread is another than the caller's. Needs root and pcscd, as the tests over PC/SC do.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PcscExchange {
    private static final byte[] APDU = {(byte) 0x80, 0x41, 0, 0, 0};
    private static final int LONGEST_RESPONSE = 8192;

    /** Java has one connection to a reader, so each side has a reader of its own, in a process of its own. */
    @State(Scope.Thread)
    public static class Bare {
        private final VirtualReader reader = new VirtualReader();
        private final VirtualReader.Inserted inserted = reader.insert(new EchoCard());
        private final ByteBuffer response = ByteBuffer.allocate(LONGEST_RESPONSE);
        private @Nullable Card card;

        @Setup
        public void take() throws Exception {
            card = TerminalFactory.getInstance("PC/SC", null)
                    .terminals()
                    .list()
                    .getFirst()
                    .connect("*");
            card.beginExclusive();
        }

        int transmit() throws CardException {
            if (card == null) {
                throw new IllegalStateException("no card was taken");
            }
            response.clear();
            return card.getBasicChannel().transmit(ByteBuffer.wrap(APDU), response);
        }

        @TearDown
        public void pull() throws CardException {
            if (card != null) {
                card.endExclusive();
                card.disconnect(false);
            }
            inserted.close();
            reader.close();
        }
    }

    /** As a driver has it. */
    @State(Scope.Thread)
    public static class Layered {
        private final VirtualReader reader = new VirtualReader();
        private final VirtualReader.Inserted inserted = reader.insert(new EchoCard());
        private final Transport transport = reader.port().open();

        byte[] exchange() {
            return transport.exchange(APDU);
        }

        @TearDown
        public void pull() {
            transport.close();
            inserted.close();
            reader.close();
        }
    }

    @Benchmark
    public int bareLink(Bare bare) throws CardException {
        return bare.transmit();
    }

    @Benchmark
    public byte[] withLayer(Layered layered) {
        return layered.exchange();
    }
}
