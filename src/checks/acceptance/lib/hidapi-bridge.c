/*
 * What libnitrokey needs of hidapi, over USB/IP: it finds, opens and speaks to HID devices on the server that FOBSMITH_USBIP
 * names (HOST:PORT, IPv4). Opening a device imports it, which plugs it in; closing it pulls it out. Built by the acceptance
 * test in place of libhidapi-libusb.so.0. One thread, one machine's byte order or another's.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wchar.h>

enum { RECORD = 312, BUS_ID_AT = 256, BUS_ID = 32, REPORT = 64, TEXT = 127 };

struct hid_device_info {
    char *path;
    unsigned short vendor_id;
    unsigned short product_id;
    wchar_t *serial_number;
    unsigned short release_number;
    wchar_t *manufacturer_string;
    wchar_t *product_string;
    unsigned short usage_page;
    unsigned short usage;
    int interface_number;
    struct hid_device_info *next;
};

typedef struct hid_device {
    int socket;
    uint32_t id;
    uint32_t sequence;
    char bus_id[BUS_ID];
    wchar_t serial[TEXT];
} hid_device;

/* The one that is open: it cannot be imported once more to be asked for its serial. */
static hid_device *opened;

static uint32_t big(const unsigned char *at) {
    return (uint32_t) at[0] << 24 | (uint32_t) at[1] << 16 | (uint32_t) at[2] << 8 | at[3];
}

static void put(unsigned char *at, uint32_t value) {
    uint32_t ordered = htonl(value);
    memcpy(at, &ordered, 4);
}

static int send_all(int to, const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        ssize_t sent = send(to, at, length, MSG_NOSIGNAL);
        if (sent <= 0) return -1;
        at += sent;
        length -= (size_t) sent;
    }
    return 0;
}

static int receive_all(int from, void *bytes, size_t length) {
    return recv(from, bytes, length, MSG_WAITALL) == (ssize_t) length ? 0 : -1;
}

static int connect_to_server(void) {
    const char *address = getenv("FOBSMITH_USBIP");
    char host[INET_ADDRSTRLEN];
    unsigned port;
    struct sockaddr_in server = {.sin_family = AF_INET};
    int on = 1;
    if (!address || sscanf(address, "%15[0-9.]:%u", host, &port) != 2) return -1;
    server.sin_port = htons((uint16_t) port);
    int made = socket(AF_INET, SOCK_STREAM, 0);
    if (made < 0) return -1;
    setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (inet_pton(AF_INET, host, &server.sin_addr) != 1 || connect(made, (struct sockaddr *) &server, sizeof server)) {
        close(made);
        return -1;
    }
    return made;
}

/* One control transfer: the bytes that came or went; -1 where it is refused or the device is gone. */
static int control(hid_device *device, const unsigned char setup[8], unsigned char *data) {
    unsigned char command[48] = {0}, reply[48];
    uint32_t towards_host = setup[0] >> 7;
    uint32_t length = (uint32_t) (setup[6] | setup[7] << 8);
    put(command, 1);
    put(command + 4, ++device->sequence);
    put(command + 8, device->id);
    put(command + 12, towards_host);
    put(command + 24, length);
    put(command + 32, 0xffffffff);
    memcpy(command + 40, setup, 8);
    if (send_all(device->socket, command, sizeof command)) return -1;
    if (!towards_host && send_all(device->socket, data, length)) return -1;
    if (receive_all(device->socket, reply, sizeof reply) || big(reply) != 3 || big(reply + 4) != device->sequence) return -1;
    uint32_t carried = big(reply + 24);
    if (big(reply + 20) != 0 || carried > length) return -1;
    if (towards_host && receive_all(device->socket, data, carried)) return -1;
    return (int) carried;
}

static void read_serial(hid_device *device) {
    unsigned char text[255];
    unsigned char asked[8] = {0x80, 6, 3, 3, 0x09, 0x04, sizeof text, 0};
    int length = control(device, asked, text);
    int at = 0;
    for (int i = 2; i + 1 < length; i += 2) device->serial[at++] = (wchar_t) (text[i] | text[i + 1] << 8);
    device->serial[at] = 0;
}

static hid_device *import_device(const char *bus_id) {
    unsigned char request[8 + BUS_ID] = {0x01, 0x11, 0x80, 0x03};
    unsigned char reply[8], record[RECORD];
    hid_device *device = calloc(1, sizeof *device);
    if (!device) return NULL;
    snprintf(device->bus_id, BUS_ID, "%s", bus_id);
    memcpy(request + 8, device->bus_id, BUS_ID);
    device->socket = connect_to_server();
    if (device->socket >= 0 && !send_all(device->socket, request, sizeof request)
            && !receive_all(device->socket, reply, sizeof reply) && big(reply + 4) == 0
            && !receive_all(device->socket, record, sizeof record)) {
        device->id = big(record + BUS_ID_AT + BUS_ID) << 16 | big(record + BUS_ID_AT + BUS_ID + 4);
        read_serial(device);
        return device;
    }
    if (device->socket >= 0) close(device->socket);
    free(device);
    return NULL;
}

static void pull_out(hid_device *device) {
    close(device->socket);
    free(device);
}

static struct hid_device_info *described(const unsigned char *record) {
    const char *bus_id = (const char *) record + BUS_ID_AT;
    const unsigned char *ids = record + BUS_ID_AT + BUS_ID + 12;
    struct hid_device_info *info = calloc(1, sizeof *info);
    if (!info) return NULL;
    info->path = strndup(bus_id, BUS_ID);
    if (!info->path) {
        free(info);
        return NULL;
    }
    info->vendor_id = (unsigned short) (ids[0] << 8 | ids[1]);
    info->product_id = (unsigned short) (ids[2] << 8 | ids[3]);
    info->release_number = (unsigned short) (ids[4] << 8 | ids[5]);
    if (opened && !strncmp(opened->bus_id, bus_id, BUS_ID)) {
        info->serial_number = wcsdup(opened->serial);
    } else {
        hid_device *device = import_device(info->path);
        info->serial_number = wcsdup(device ? device->serial : L"");
        if (device) pull_out(device);
    }
    if (!info->serial_number) {
        free(info->path);
        free(info);
        return NULL;
    }
    return info;
}

static int fits(const unsigned char *record, unsigned short vendor, unsigned short product) {
    const unsigned char *ids = record + BUS_ID_AT + BUS_ID + 12;
    return (!vendor || vendor == (ids[0] << 8 | ids[1])) && (!product || product == (ids[2] << 8 | ids[3]));
}

/* The list is read whole before devices are asked for their serials. */
struct hid_device_info *hid_enumerate(unsigned short vendor_id, unsigned short product_id) {
    static const unsigned char request[8] = {0x01, 0x11, 0x80, 0x05};
    unsigned char head[12], record[RECORD], interface[4];
    struct hid_device_info *first = NULL;
    int server = connect_to_server();
    uint32_t count = 0;
    unsigned char *found = NULL;
    int whole = server >= 0 && !send_all(server, request, sizeof request) && !receive_all(server, head, sizeof head);
    for (uint32_t i = 0; whole && i < big(head + 8); i++) {
        whole = !receive_all(server, record, sizeof record);
        for (int j = 0; whole && j < record[RECORD - 1]; j++) whole = !receive_all(server, interface, sizeof interface);
        if (whole && fits(record, vendor_id, product_id)) {
            unsigned char *more = realloc(found, (count + 1) * RECORD);
            whole = more != NULL;
            if (more) {
                found = more;
                memcpy(found + RECORD * count++, record, RECORD);
            }
        }
    }
    if (server >= 0) close(server);
    while (count-- > 0) {
        struct hid_device_info *info = described(found + RECORD * count);
        if (info) {
            info->next = first;
            first = info;
        }
    }
    free(found);
    return first;
}

void hid_free_enumeration(struct hid_device_info *devices) {
    while (devices) {
        struct hid_device_info *next = devices->next;
        free(devices->path);
        free(devices->serial_number);
        free(devices);
        devices = next;
    }
}

hid_device *hid_open_path(const char *path) {
    hid_device *device = import_device(path);
    if (device) opened = device;
    return device;
}

hid_device *hid_open(unsigned short vendor_id, unsigned short product_id, const wchar_t *serial_number) {
    struct hid_device_info *devices = hid_enumerate(vendor_id, product_id), *at = devices;
    hid_device *device = NULL;
    while (at && serial_number && wcscmp(at->serial_number, serial_number)) at = at->next;
    if (at) device = hid_open_path(at->path);
    hid_free_enumeration(devices);
    return device;
}

/* Buffers begin with the number of the report, which is no part of it where it is 0. */
int hid_send_feature_report(hid_device *device, const unsigned char *data, size_t length) {
    unsigned char setup[8] = {0x21, 9, data[0], 3, 0, 0, (unsigned char) (length - 1), 0};
    unsigned char report[256];
    if (length < 1 || length > sizeof report) return -1;
    memcpy(report, data + 1, length - 1);
    return control(device, setup, report) < 0 ? -1 : (int) length;
}

int hid_get_feature_report(hid_device *device, unsigned char *data, size_t length) {
    unsigned char setup[8] = {0xa1, 1, data[0], 3, 0, 0, (unsigned char) (length - 1), 0};
    int carried = length < 1 || length > 256 ? -1 : control(device, setup, data + 1);
    return carried < 0 ? -1 : carried + 1;
}

void hid_close(hid_device *device) {
    if (opened == device) opened = NULL;
    if (device) pull_out(device);
}

int hid_exit(void) {
    return 0;
}

const wchar_t *hid_error(hid_device *device) {
    (void) device;
    return L"";
}
