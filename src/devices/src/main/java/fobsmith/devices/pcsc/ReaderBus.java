package fobsmith.devices.pcsc;

import fobsmith.devices.Bus;
import java.util.List;

/** Where smart cards in readers are looked for. */
public interface ReaderBus extends Bus {
    @Override
    List<CardPort> ports();
}
