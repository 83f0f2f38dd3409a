package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** What goes wrong between a host and a reader, message by message. The card is asked unless it says otherwise. */
public sealed interface ReaderFault {
    /** The reader never gets the message, and so never answers it; the card is not asked. */
    record MessageLost() implements ReaderFault {}

    /** The message is answered as if the slot were empty: bmICCStatus 2, bError FE; the card is not asked. */
    record CardUnseen() implements ReaderFault {}

    /** The message fails with this bError, 0 to 255: CCID 1.10 section 6.2.6; the card is not asked. */
    record ErrorStatus(int error) implements ReaderFault {
        public ErrorStatus {
            require(error >= 0 && error <= 0xff, "error", error);
        }
    }

    /** So many answers that ask for more time come before the answer: bmCommandStatus 2, CCID 1.10 section 6.2.6. */
    record TimeExtension(int times) implements ReaderFault {
        public TimeExtension {
            require(times >= 0, "number of time extensions", times);
        }
    }

    /**
     * The endpoint is halted until the host clears that, also after the fault is mended. Where it is the one for messages,
     * the message is lost; else the answer waits behind the halt.
     */
    record HaltedEndpoint(int endpoint) implements ReaderFault {
        public HaltedEndpoint {
            require(CcidReader.ENDPOINTS.contains(endpoint), "endpoint", endpoint);
        }
    }

    private static void require(boolean possible, String what, int value) {
        if (!possible) {
            throw new IllegalArgumentException("%s %x of a reader is impossible".formatted(what, value));
        }
    }

    /** The card has done what it was told, but the host does not get the answer as it should. */
    enum SpoiledAnswer implements ReaderFault {
        /** It never comes. */
        LOST,
        /** It comes twice. */
        TWICE,
        /** bSeq is that of the next message. */
        WRONG_SEQUENCE,
        /** bSlot is 1, where there is only slot 0. */
        WRONG_SLOT,
        /** bMessageType is 00, which is no answer's. */
        WRONG_TYPE,
        /** It ends after five of the header's ten bytes. */
        CUT_HEADER,
        /** dwLength announces one byte more than come. */
        OVERSTATED_LENGTH,
        /** Three bytes follow those that dwLength announces. */
        TRAILING_BYTES,
        /** It is longer than dwMaxCCIDMessageLength allows. */
        OVERSIZED;

        private static final int TYPE = 0;
        private static final int LENGTH = 1;
        private static final int SLOT = 5;
        private static final int SEQUENCE = 6;

        /** What is sent in place of this answer. */
        List<byte[]> spoil(byte[] answer) {
            return switch (this) {
                case LOST -> List.of();
                case TWICE -> List.of(answer, answer);
                case WRONG_SEQUENCE -> List.of(changed(answer, SEQUENCE, answer[SEQUENCE] + 1));
                case WRONG_SLOT -> List.of(changed(answer, SLOT, 1));
                case WRONG_TYPE -> List.of(changed(answer, TYPE, 0));
                case CUT_HEADER -> List.of(Arrays.copyOf(answer, SLOT));
                case OVERSTATED_LENGTH -> List.of(announcing(answer, answer.length + 1));
                case TRAILING_BYTES -> List.of(Arrays.copyOf(answer, answer.length + 3));
                case OVERSIZED -> List.of(oversized(answer));
            };
        }

        private static byte[] changed(byte[] answer, int position, int value) {
            var changed = answer.clone();
            changed[position] = (byte) value;
            return changed;
        }

        private static byte[] announcing(byte[] answer, int length) {
            var buffer = ByteBuffer.wrap(answer.clone()).order(ByteOrder.LITTLE_ENDIAN);
            return buffer.putInt(LENGTH, length - BulkCommand.HEADER).array();
        }

        private static byte[] oversized(byte[] answer) {
            int length = ReaderDescriptors.LONGEST_MESSAGE + ReaderDescriptors.PACKET;
            return announcing(Arrays.copyOf(answer, length), length);
        }
    }
}
