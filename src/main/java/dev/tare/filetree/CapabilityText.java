package dev.tare.filetree;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes sets of capabilities like libcap's {@code cap_to_text}: first the flags that most capabilities have, then
 * groups of capabilities with other flags.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/cap_from_text.3.html">cap_from_text(3)</a>
 */
final class CapabilityText {

    /** Names by the numbers in {@code linux/capability.h}. */
    private static final List<String> NAMES = List.of("chown", "dac_override", "dac_read_search", "fowner", "fsetid",
            "kill", "setgid", "setuid", "setpcap", "linux_immutable", "net_bind_service", "net_broadcast", "net_admin",
            "net_raw", "ipc_lock", "ipc_owner", "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct",
            "sys_admin", "sys_boot", "sys_nice", "sys_resource", "sys_time", "sys_tty_config", "mknod", "lease",
            "audit_write", "audit_control", "setfcap", "mac_override", "mac_admin", "syslog", "wake_alarm",
            "block_suspend", "audit_read", "perfmon", "bpf", "checkpoint_restore");

    private static final int EFFECTIVE = 1;

    private static final int PERMITTED = 2;

    private static final int INHERITABLE = 4;

    private static final int COMBINATIONS = 8;

    /** The capabilities by their flags. */
    private final BitSet[] groups;

    private final StringBuilder text = new StringBuilder();

    private CapabilityText(BitSet[] groups) {
        this.groups = groups;
    }

    static String of(long permitted, long inheritable, boolean effective) {
        BitSet[] groups = Stream.generate(BitSet::new).limit(COMBINATIONS).toArray(BitSet[]::new);
        for (int number = 0; number < Long.SIZE; number++) {
            int set = (permitted >>> number & 1) == 0 ? 0 : PERMITTED;
            set |= (inheritable >>> number & 1) == 0 ? 0 : INHERITABLE;
            groups[set == 0 || !effective ? set : set | EFFECTIVE].set(number);
        }
        return new CapabilityText(groups).write();
    }

    private String write() {
        int most = mostCommon();
        this.text.append('=').append(letters(most));
        for (int flags = COMBINATIONS - 1; flags >= 0; flags--) {
            BitSet named = this.groups[flags].get(0, NAMES.size());
            if (flags != most && !named.isEmpty()) {
                append(named.stream().mapToObj(number -> "cap_" + NAMES.get(number)).collect(Collectors.joining(",")),
                        flags & ~most, most & ~flags);
            }
        }
        for (int flags = COMBINATIONS - 1; flags > 0; flags--) {
            BitSet unnamed = this.groups[flags];
            unnamed.clear(0, NAMES.size());
            if (!unnamed.isEmpty()) {
                this.text.append(' ').append(numbers(unnamed)).append('+').append(letters(flags));
            }
        }
        return this.text.toString();
    }

    private int mostCommon() {
        int most = COMBINATIONS - 1;
        for (int flags = most - 1; flags >= 0; flags--) {
            most = named(flags) >= named(most) ? flags : most;
        }
        return most;
    }

    private int named(int flags) {
        return this.groups[flags].get(0, NAMES.size()).cardinality();
    }

    /** The first group replaces an empty start with its own equals sign: {@code = a+ep} becomes {@code a=ep}. */
    private void append(String names, int more, int fewer) {
        boolean first = this.text.toString().equals("=");
        this.text.append(first ? names : " " + names);
        if (first) {
            this.text.deleteCharAt(0);
        }
        this.text.append(more == 0 ? "" : (first ? "=" : "+") + letters(more));
        this.text.append(fewer == 0 ? "" : "-" + letters(fewer));
    }

    private static String numbers(BitSet numbers) {
        return numbers.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static String letters(int flags) {
        return ((flags & EFFECTIVE) == 0 ? "" : "e") + ((flags & INHERITABLE) == 0 ? "" : "i")
                + ((flags & PERMITTED) == 0 ? "" : "p");
    }
}
