package fobsmith.cli.device;

/** A device that is no more, as commands print it. */
record DeletedDevice(String serial, String state) {}
