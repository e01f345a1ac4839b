"""An e-mail as Outlook saves it (.msg): MAPI properties in a compound file (MS-OXMSG in MS-CFB)."""

import datetime
import re
import struct

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
MESSAGE_CLASS_ID = bytes.fromhex("0B0D020000000000C000000000000046")


def properties(header, values):
    """The streams of one MAPI object: long values each in a stream of their own, all listed in one."""
    streams, entries = [], b""
    for tag, value in values:
        kind = tag & 0xFFFF
        if kind == 0x001F:
            data = value.encode("utf-16-le")
            streams.append((f"__substg1.0_{tag:08X}", data))
            entries += struct.pack("<IIII", tag, 6, len(data) + 2, 0)
        elif kind == 0x0102:
            streams.append((f"__substg1.0_{tag:08X}", value))
            entries += struct.pack("<IIII", tag, 6, len(value), 0)
        elif kind == 0x0040:
            since = datetime.datetime.fromisoformat(value) - datetime.datetime(1601, 1, 1, tzinfo=datetime.timezone.utc)
            entries += struct.pack("<IIQ", tag, 6, int(since.total_seconds()) * 10_000_000)
        else:
            entries += struct.pack("<IIiI", tag, 6, value, 0)
    return streams + [("__properties_version1.0", header + entries)]


def person(text):
    match = re.fullmatch(r"\s*(.*?)\s*<(.*)>\s*", text)
    return match.groups()


def message(meta, body, attachments):
    """The bytes of the .msg; `attachments` are (name, bytes)."""
    sender, address = person(meta["from"])
    people = [(1, *person(p)) for p in meta["to"].split(";")] + [(2, *person(p)) for p in meta.get("cc", "").split(";") if p.strip()]
    root = []
    for index, (kind, name, mail) in enumerate(people):
        root.append((f"__recip_version1.0_#{index:08X}", properties(bytes(8), [
            (0x30000003, index), (0x0C150003, kind), (0x0FFE0003, 6), (0x3001001F, name), (0x3002001F, "SMTP"),
            (0x3003001F, mail), (0x39FE001F, mail)])))
    for index, (name, data) in enumerate(attachments):
        root.append((f"__attach_version1.0_#{index:08X}", properties(bytes(8), [
            (0x0E210003, index), (0x37050003, 1), (0x370B0003, -1), (0x37010102, data), (0x3703001F, "." + name.rsplit(".", 1)[1]),
            (0x3704001F, name), (0x3707001F, name)])))
    root.append(("__nameid_version1.0", [("__substg1.0_00020102", b""), ("__substg1.0_00030102", b""), ("__substg1.0_00040102", b"")]))
    header = struct.pack("<8xIIII8x", len(people), len(attachments), len(people), len(attachments))
    sent = meta["sent"]
    root += properties(header, [
        (0x001A001F, "IPM.Note"), (0x0037001F, meta["subject"]), (0x0070001F, meta["subject"]), (0x1000001F, body.replace("\n", "\r\n")),
        (0x0C1A001F, sender), (0x0C1E001F, "SMTP"), (0x0C1F001F, address), (0x5D01001F, address), (0x0042001F, sender),
        (0x0064001F, "SMTP"), (0x0065001F, address),
        (0x0E04001F, "; ".join(name for kind, name, _ in people if kind == 1)), (0x0E03001F, "; ".join(name for kind, name, _ in people if kind == 2)),
        (0x0E070003, 1 | (0x10 if attachments else 0)), (0x340D0003, 0x00040E79), (0x3FDE0003, 65001),
        (0x00390040, sent), (0x0E060040, sent), (0x30070040, sent), (0x30080040, sent)])
    return compound(root)


def order(name):
    return len(name), name.upper()


class Directory:
    """Directory entries; each storage's children hang in a balanced tree."""

    def __init__(self):
        self.entries = []

    def add(self, name, kind, content):
        index = len(self.entries)
        self.entries.append({"name": name, "kind": kind, "data": b"" if kind != 2 else content, "left": FREE, "right": FREE, "child": FREE, "start": END})
        if kind != 2:
            children = sorted((self.add(n, 2 if isinstance(c, bytes) else 1, c) for n, c in content), key=lambda i: order(self.entries[i]["name"]))
            self.entries[index]["child"] = self.tree(children)
        return index

    def tree(self, children):
        if not children:
            return FREE
        middle = len(children) // 2
        entry = self.entries[children[middle]]
        entry["left"], entry["right"] = self.tree(children[:middle]), self.tree(children[middle + 1:])
        return children[middle]

    def bytes(self):
        out = b""
        for entry in self.entries:
            name = entry["name"].encode("utf-16-le") + b"\0\0"
            size = entry.get("size", len(entry["data"]))
            out += struct.pack("<64sHBBIII16sIQQIQ", name, len(name), entry["kind"], 1, entry["left"], entry["right"], entry["child"],
                               MESSAGE_CLASS_ID if entry["kind"] == 5 else bytes(16), 0, 0, 0, entry["start"], size)
        empty = struct.pack("<64sHBBIII16sIQQIQ", b"", 0, 0, 0, FREE, FREE, FREE, bytes(16), 0, 0, 0, 0, 0)
        return out + empty * (-len(self.entries) % (SECTOR // 128))


def padded(data, unit):
    return data + bytes(-len(data) % unit)


def compound(root):
    directory = Directory()
    directory.add("Root Entry", 5, root)
    sectors, table = [], []

    def put(data):
        """Appends one chain of sectors and says where it starts."""
        if not data:
            return END
        start, data = len(sectors), padded(data, SECTOR)
        count = len(data) // SECTOR
        sectors.extend(data[i * SECTOR:(i + 1) * SECTOR] for i in range(count))
        table.extend(list(range(start + 1, start + count)) + [END])
        return start

    mini, mini_table = b"", []
    for entry in directory.entries:
        data = entry["data"]
        if entry["kind"] != 2 or not data:
            continue
        if len(data) >= CUTOFF:
            entry["start"] = put(data)
        else:
            entry["start"] = len(mini_table)
            count = -(-len(data) // MINI)
            mini_table += list(range(entry["start"] + 1, entry["start"] + count)) + [END]
            mini += padded(data, MINI)
    directory.entries[0]["size"] = len(mini)
    directory.entries[0]["start"] = put(mini)
    mini_count = -(-len(mini_table) * 4 // SECTOR)
    mini_start = put(b"".join(struct.pack("<I", value) for value in mini_table + [FREE] * (-len(mini_table) % 128)))
    directory_start = put(directory.bytes())
    fat_count = 1
    while (len(sectors) + fat_count) * 4 > fat_count * SECTOR:
        fat_count += 1
    fat_at = list(range(len(sectors), len(sectors) + fat_count))
    table += [FAT] * fat_count
    table += [FREE] * (-len(table) % 128)
    head = struct.pack("<8s16sHHHHH6sIIIIIIIII", bytes.fromhex("D0CF11E0A1B11AE1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0,
                       fat_count, directory_start, 0, CUTOFF, mini_start, mini_count, END, 0)
    head += b"".join(struct.pack("<I", value) for value in fat_at + [FREE] * (109 - fat_count))
    return head + b"".join(sectors) + b"".join(struct.pack("<I", value) for value in table)
