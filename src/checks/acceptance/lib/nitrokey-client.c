/*
 * Calls the C interface of libnitrokey as lines of standard input say, and answers each with one line: the return code of a
 * call that has one, else its result and the last command's status. The first word is the call without "NK_"; the others are
 * its arguments, where "-" is an empty text.
 */
#include <libnitrokey/NK_C_API.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 8 };

static const char *text(const char *word) {
    return strcmp(word, "-") ? word : "";
}

static uint8_t small(const char *word) {
    return (uint8_t) strtoul(word, NULL, 0);
}

static uint64_t large(const char *word) {
    return strtoull(word, NULL, 0);
}

static void say_code(int code) {
    printf("%d\n", code);
}

static void say_text(char *result) {
    printf("%s %u\n", result && *result ? result : "-", NK_get_last_command_status());
    free(result);
}

static void say_number(unsigned number) {
    printf("%u %u\n", number, NK_get_last_command_status());
}

static void say_status(void) {
    struct NK_status status;
    int code = NK_get_status(&status);
    if (code) {
        say_code(code);
        return;
    }
    printf("%u.%u %08" PRIx32 " %u %u %u %s\n", status.firmware_version_major, status.firmware_version_minor,
            status.serial_number_smart_card, status.config_numlock, status.config_capslock, status.config_scrolllock,
            status.otp_user_password ? "PIN" : "no PIN");
}

static void say_devices(void) {
    struct NK_device_info *devices = NK_list_devices();
    for (struct NK_device_info *at = devices; at; at = at->next) {
        printf("%d %s %s%s", at->model, at->path, at->serial_number, at->next ? ", " : "");
    }
    printf("%s\n", devices ? "" : "none");
    NK_free_device_info(devices);
}

static void say_slot(uint8_t number) {
    struct ReadSlot_t slot;
    int code = NK_read_HOTP_slot(number, &slot);
    if (code) {
        say_code(code);
    } else {
        printf("%.15s %u %.13s %" PRIu64 "\n", (char *) slot.slot_name, slot._slot_config, (char *) slot.slot_token_id,
                slot.slot_counter);
    }
}

static void say_random(uint8_t wanted) {
    struct GetRandom_t random;
    int code = NK_get_random(wanted, &random);
    int changing = 0;
    for (int i = 1; i < random.size_effective && !code; i++) changing |= random.data[i] != random.data[0];
    printf("%d %u %u %s\n", code, random.op_success, random.size_effective, changing ? "changing" : "constant");
}

static int is(char **word, const char *call, int arguments, int count) {
    return !strcmp(word[0], call) && count == arguments + 1;
}

static int session(char **w, int n) {
    if (is(w, "login_auto", 0, n)) say_code(NK_login_auto());
    else if (is(w, "login", 1, n)) say_code(NK_login(w[1]));
    else if (is(w, "logout", 0, n)) say_code(NK_logout());
    else if (is(w, "get_device_model", 0, n)) say_code((int) NK_get_device_model());
    else if (is(w, "list_devices", 0, n)) say_devices();
    else if (is(w, "get_status", 0, n)) say_status();
    else if (is(w, "device_serial_number", 0, n)) say_text(NK_device_serial_number());
    else if (is(w, "get_random", 1, n)) say_random(small(w[1]));
    else if (is(w, "lock_device", 0, n)) say_code(NK_lock_device());
    else return 0;
    return 1;
}

static int pins(char **w, int n) {
    if (is(w, "first_authenticate", 2, n)) say_code(NK_first_authenticate(text(w[1]), text(w[2])));
    else if (is(w, "user_authenticate", 2, n)) say_code(NK_user_authenticate(text(w[1]), text(w[2])));
    else if (is(w, "get_admin_retry_count", 0, n)) say_number(NK_get_admin_retry_count());
    else if (is(w, "get_user_retry_count", 0, n)) say_number(NK_get_user_retry_count());
    else if (is(w, "change_admin_PIN", 2, n)) say_code(NK_change_admin_PIN(w[1], w[2]));
    else if (is(w, "change_user_PIN", 2, n)) say_code(NK_change_user_PIN(w[1], w[2]));
    else if (is(w, "unlock_user_password", 2, n)) say_code(NK_unlock_user_password(w[1], w[2]));
    else if (is(w, "factory_reset", 1, n)) say_code(NK_factory_reset(w[1]));
    else if (is(w, "is_AES_supported", 1, n)) say_number((unsigned) NK_is_AES_supported(w[1]));
    else return 0;
    return 1;
}

static int slots(char **w, int n) {
    if (is(w, "write_config", 2, n)) say_code(NK_write_config(255, 255, 255, small(w[1]) != 0, false, text(w[2])));
    else if (is(w, "write_totp_slot", 6, n))
        say_code(NK_write_totp_slot(small(w[1]), text(w[2]), text(w[3]), (uint16_t) large(w[4]), small(w[5]) == 8, false,
                false, "", text(w[6])));
    else if (is(w, "write_hotp_slot", 6, n))
        say_code(NK_write_hotp_slot(small(w[1]), text(w[2]), text(w[3]), large(w[4]), small(w[5]) == 8, false, true,
                "ABCDEFGHIJKL", text(w[6])));
    else if (is(w, "erase_totp_slot", 2, n)) say_code(NK_erase_totp_slot(small(w[1]), text(w[2])));
    else if (is(w, "erase_hotp_slot", 2, n)) say_code(NK_erase_hotp_slot(small(w[1]), text(w[2])));
    else if (is(w, "get_totp_slot_name", 1, n)) say_text(NK_get_totp_slot_name(small(w[1])));
    else if (is(w, "get_hotp_slot_name", 1, n)) say_text(NK_get_hotp_slot_name(small(w[1])));
    else if (is(w, "read_HOTP_slot", 1, n)) say_slot(small(w[1]));
    else if (is(w, "get_totp_code", 1, n)) say_text(NK_get_totp_code(small(w[1]), 0, 0, 0));
    else if (is(w, "get_totp_code_PIN", 2, n)) say_text(NK_get_totp_code_PIN(small(w[1]), 0, 0, 0, text(w[2])));
    else if (is(w, "get_hotp_code", 1, n)) say_text(NK_get_hotp_code(small(w[1])));
    else if (is(w, "get_hotp_code_PIN", 2, n)) say_text(NK_get_hotp_code_PIN(small(w[1]), text(w[2])));
    else if (is(w, "totp_set_time", 1, n)) say_code(NK_totp_set_time(large(w[1])));
    else if (is(w, "totp_set_time_soft", 1, n)) say_code(NK_totp_set_time_soft(large(w[1])));
    else return 0;
    return 1;
}

int main(void) {
    char line[512], *words[MOST];
    NK_set_debug_level(0);
    while (fgets(line, sizeof line, stdin)) {
        int count = 0;
        for (char *word = strtok(line, " \n"); word && count < MOST; word = strtok(NULL, " \n")) words[count++] = word;
        if (!count || !(session(words, count) || pins(words, count) || slots(words, count))) printf("no such call\n");
        fflush(stdout);
    }
    return 0;
}
