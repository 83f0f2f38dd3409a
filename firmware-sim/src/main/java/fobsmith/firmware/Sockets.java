package fobsmith.firmware;

import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.link.FaultyCard;
import fobsmith.firmware.link.FaultyConsole;
import fobsmith.firmware.link.FaultyReports;
import fobsmith.firmware.link.LinkFaults;
import fobsmith.firmware.nitrokey.NitrokeyPro;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.CdcSerialPort;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.HidDevice;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.SmartCard;
import fobsmith.firmware.vpcd.VpcdPort;
import fobsmith.firmware.ykoath.YubiKey;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which token fits into which socket. Closing it pulls everything out. */
final class Sockets implements AutoCloseable {
    private final UsbSockets usb;
    private final Map<Integer, VpcdPort> readers = new HashMap<>();
    private final List<TerminalSocket> terminals = new ArrayList<>();

    /** The USB/IP port is 0 for a free one; nothing listens before it is needed. */
    Sockets(int usbIpPort) {
        usb = new UsbSockets(usbIpPort);
    }

    /** Where USB/IP is served, once a token has been plugged in. */
    Optional<InetSocketAddress> usbIpAddress() {
        return usb.address();
    }

    /**
     * The socket for this token; empty for one without a plug. Its exchanges meet these faults.
     *
     * @throws RefusedException where the token does not fit into what was chosen
     */
    Optional<Socket> of(Delivery delivery, LinkFaults faults) {
        return switch (delivery.outlet()) {
            case Outlet.UsbIp _ -> usbSocket(delivery.token(), faults);
            case Outlet.Vpcd(int port) -> Optional.of(cardSocket(port, delivery.token(), faults));
            case Outlet.Pty(Path link) -> {
                var console = console(delivery.token(), faults);
                yield Optional.of(remembered(new TerminalSocket(() -> Lines.Pty.open(console, link), this::forget)));
            }
            case Outlet.TcpSerial(int port) -> {
                var console = console(delivery.token(), faults);
                yield Optional.of(remembered(new TerminalSocket(Lines.onTcp(console, port), this::forget)));
            }
        };
    }

    private Optional<Socket> usbSocket(Token token, LinkFaults faults) {
        return switch (token) {
            case Molto2 molto2 ->
                Optional.of(new UsbSocket(
                        usb,
                        () -> new CcidReader(
                                identity(molto2), ExchangeLevel.SHORT_APDU, new FaultyCard(molto2, faults)),
                        molto2::powerOff));
            case YubiKey key ->
                Optional.of(new UsbSocket(
                        usb,
                        () -> new CcidReader(
                                key.readerIdentity(),
                                ExchangeLevel.EXTENDED_APDU,
                                new FaultyCard(key, faults),
                                key.readerLayout()),
                        key::powerOff,
                        key.listedIds()));
            case NitrokeyPro key ->
                Optional.of(new UsbSocket(
                        usb, () -> new HidDevice(key.identity(), new FaultyReports(key, faults)), key::powerOff));
            case Flipper flipper ->
                Optional.of(new UsbSocket(
                        usb,
                        () -> new CdcSerialPort(flipper.usbIdentity(), new FaultyConsole(flipper, faults)),
                        flipper::disconnect));
            default -> Optional.empty();
        };
    }

    private synchronized Socket cardSocket(int port, Token token, LinkFaults faults) {
        if (!(token instanceof SmartCard card)) {
            throw misfit(token, "smart card");
        }
        return new CardSocket(readers.computeIfAbsent(port, VpcdPort::new), port, new FaultyCard(card, faults));
    }

    private static Terminal console(Token token, LinkFaults faults) {
        if (!(token instanceof Terminal console)) {
            throw misfit(token, "token with a serial console");
        }
        return new FaultyConsole(console, faults);
    }

    private synchronized Socket remembered(TerminalSocket socket) {
        terminals.add(socket);
        return socket;
    }

    private synchronized void forget(TerminalSocket socket) {
        terminals.remove(socket);
    }

    /** Lines that are to be closed with the simulator. */
    synchronized int lines() {
        return terminals.size();
    }

    private static ReaderIdentity identity(Molto2 token) {
        return new ReaderIdentity(0x349e, 0x0300, 0x0100, "TOKEN2", "Molto2", token.serial());
    }

    private static RefusedException misfit(Token token, String what) {
        return new RefusedException("token %s is a %s, which is no %s"
                .formatted(token.serial(), token.state().model(), what));
    }

    @Override
    public synchronized void close() {
        readers.values().forEach(VpcdPort::close);
        terminals.forEach(TerminalSocket::unplug);
        usb.close();
    }
}
