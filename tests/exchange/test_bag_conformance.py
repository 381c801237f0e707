"""Bags after RFC 8493 and after the cases of the Library of Congress' conformance suite.

Each is looked at in a folder and in a ZIP: valid, invalid, or valid with a warning. The names of
the first three groups are those of the suite; the bags are made here.
"""

import hashlib
import unicodedata

import pytest

from desktop_app.exchange.bundle_file import verify_bundle
from tests.exchange.bags import HELLO, bag, listing, written, zipped

NFC, NFD = (unicodedata.normalize(form, "data/Núñez") for form in ("NFC", "NFD"))
OLD = {"version": "0.97", "algorithms": ("md5",)}
FETCHED = b"https://example.org/hello.txt 6 data/hello.txt\n"


def old(payload=None, **changes):
    return bag(payload, **{**OLD, **changes})


def manifest(text, **more):
    """A bag of 0.97 with one file, and a manifest written by hand."""
    return old({"data/hello.txt": HELLO}, manifest_md5_txt=text, **more)


MD5 = listing({"": HELLO}, "md5").split()[0].decode()
SHA512 = listing({"": HELLO}).split()[0].decode()
LONG = "data/" + "/".join(["a long folder's name " * 4] * 6) + "/hello.txt"


def strict(text, **more):
    return bag(manifest_sha512_txt=text if isinstance(text, bytes) else text.encode(), **more)


VALID = {
    "minimal-bag": lambda: bag({}, tag_algorithms=()),
    "basicBag": bag,
    "basic-bag": old,
    **{
        f"basic-bag-{name}": lambda name=name: old(algorithms=(name,))
        for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
    },
    "bag-in-a-bag": lambda: old({f"data/inner/{name}": c for name, c in old().items()}),
    "bag-with-space": lambda: old({"data/test file with spaces.txt": b"x", "data/ x": b"y"}),
    "bag-with-escapable-characters": lambda: old({"data/100%.txt": b"x", "data/a+b&c.txt": b"y"}),
    "bag-with-leading-dot-slash-in-manifest": lambda: manifest(
        f"{MD5}  ./data/hello.txt\n".encode()
    ),
    "duplicate-metadata-entries": lambda: old(
        bag_info_txt=b"Bagging-Date: 2016-02-26\nBagging-Date: 2016-03-10\n"
        b"Contact-Name: A\nContact-Name: B\n"
    ),
    "uncommon-metadata-separators": lambda: old(
        bag_info_txt=b"Contact-Name:A\nContact-Phone :\t\t1\nContact-Email  :  x\n"
    ),
    "holey-bag": lambda: old(fetch_txt=FETCHED),
    "UTF-16-encoded-tag-files": lambda: old(
        {"data/xin chào.txt": b"x"},
        encoding="UTF-16",
        bag_info_txt="Contact-Name: Nguyễn Thị Hà\n".encode("utf-16"),
    ),
    "UTF-16BE-encoded-tag-files": lambda: old({"data/ẵ.txt": b"x"}, encoding="UTF-16BE"),
    "ISO-8859-1-encoded-tag-files": lambda: old(
        {"data/é.txt": b"x"},
        encoding="ISO-8859-1",
        bag_info_txt="Contact-Name: é\n".encode("latin-1"),
    ),
    # The RFC itself, section by section
    "2: a tag directory": lambda: bag(tags={"metadata/a/b.xml": b"<x/>"}),
    "2: an unlisted tag file": lambda: bag() | {"notes.txt": b"x", "more/notes.bin": b"\0"},
    "2.1.1: no end of the last line": lambda: bag(
        bagit_txt=b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8"
    ),
    "2.1.1: CRLF": lambda: bag(
        bagit_txt=b"BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n"
    ),
    "2.1.2: empty files": lambda: bag({"data/empty": b""}),
    "2.1.3: two manifests": lambda: bag(algorithms=("sha256", "sha512")),
    "2.1.3: capital digits": lambda: strict(f"{SHA512.upper()}  data/hello.txt\n"),
    "2.1.3: one space": lambda: strict(f"{SHA512} data/hello.txt\n"),
    "2.1.3: tabs": lambda: strict(f"{SHA512}\t \tdata/hello.txt\n"),
    "2.1.3: line end in a name": lambda: bag(
        {"data/a\nb\rc%d": b"x"},
        manifest_sha512_txt=listing({"data/a%0Ab%0dc%25d": b"x"}),
    ),
    "2.1.3: a long name": lambda: bag({LONG: HELLO}),
    "2.2.1: without tag manifest": lambda: bag(tag_algorithms=()),
    "2.2.1: tag manifests of other algorithms": lambda: bag(tag_algorithms=("sha256", "md5")),
    "2.2.2: folded values": lambda: bag(
        bag_info_txt=b"External-Description: one\n  two\n\tthree\nContact-Name:\tA\n"
    ),
    "2.2.2: Payload-Oxum": lambda: bag(bag_info_txt=b"PAYLOAD-OXUM: 6.1\n"),
    "2.2.2: labels with spaces": lambda: bag(bag_info_txt=b"A label of ours: x: y\n"),
    "2.2.3: length unknown": lambda: bag(fetch_txt=FETCHED.replace(b" 6 ", b"\t-\t ")),
    "2.3: CR": lambda: strict(listing({"data/hello.txt": HELLO}, end="\r")),
    "2.3: CRLF": lambda: strict(listing({"data/hello.txt": HELLO}, end="\r\n")),
    "2.3: no end of the last line": lambda: strict(f"{SHA512}  data/hello.txt"),
    "2.4: sha3": lambda: bag(
        manifest_sha512_txt=None,
        manifest_sha3256_txt=f"{hashlib.sha3_256(HELLO).hexdigest()}  data/hello.txt\n".encode(),
        tag_algorithms=(),
    ),
    "3: 0.97 lists each file in one manifest": lambda: old(
        {"data/a": b"a", "data/b": b"b"},
        algorithms=("md5", "sha1"),
        manifest_md5_txt=listing({"data/a": b"a"}, "md5"),
        manifest_sha1_txt=listing({"data/b": b"b"}, "sha1"),
    ),
}

WARNED = {
    ("duplicate-file-with-different-case", "SSK-491"): lambda: old(
        {"data/hello.txt": b"x", "data/HELLO.txt": b"y"}),
    ("filename-normalization", "SSK-491"): lambda: old(
        {NFD: b"x"}, manifest_md5_txt=listing({NFC: b"x"}, "md5")),
    ("same-filename-listed-twice-with-different-normalization", "SSK-491"): lambda: old(
        {NFC: b"", NFD: b""}),
    ("the same listed twice, one file", "SSK-491"): lambda: old(
        {NFC: b""}, manifest_md5_txt=listing({NFC: b"", NFD: b""}, "md5")),
    ("same-filename-listed-twice-with-the-same-hash", "SSK-470"): lambda: manifest(
        listing({"data/hello.txt": HELLO}, "md5") * 2),
    ("made-with-md5sum-tools", "SSK-493"): lambda: manifest(f"{MD5} *data/hello.txt\n".encode()),
    ("relative-path", "SSK-493"): lambda: manifest(f"{MD5}  ./data/./hello.txt\n".encode()),
    ("special-system-files", "SSK-498"): lambda: old(
        {"data/.DS_Store": b"x", "data/a/Thumbs.db": b"y", "data/hello.txt": HELLO},
        tags={".DS_Store": b"z", "Thumbs.db": b"w", "desktop.ini": b"v"}),
    ("bag-with-encoded-names", "SSK-493"): lambda: old({"data/a%0Ab": b"x", "data/a%25b": b"y"}),
    ("2.1.3: a percent sign as it is", "SSK-493"): lambda: bag({"data/100%.txt": b"x"}),
    ("2.1.1: another encoding", "SSK-490"): lambda: bag(encoding="UTF-16LE"),
    ("2.2.1: 0.97 lists no manifest in a tag manifest", "SSK-476"): lambda: old(
        tag_algorithms=(), tagmanifest_md5_txt=listing({"bagit.txt": old()["bagit.txt"]}, "md5")),
    ("2.2.2: 0.97 has white space around the colon", "SSK-494"): lambda: old(
        bag_info_txt=b"A : b\n"),
    ("2.2.3: fetch.txt", "SSK-495"): lambda: bag(fetch_txt=FETCHED),
    ("2.3: 0.97 has a BOM", "SSK-493"): lambda: old(bag_info_txt=b"\xef\xbb\xbfA: b\n"),
    ("2.4: md5", "SSK-492"): lambda: bag(algorithms=("md5",)),
}  # fmt: skip

OUTSIDE = {
    "dot-notation": "../../../README.md",
    "dot-notation inside data": "data/../../README.md",
    "absolute-path": "/tmp/foo",
    "shortcut": "~/foo",
    "shortcut-username": "~root/foo",
    "windows absolute-path": "C:\\Windows\\System32\\setx.exe",
    "windows absolute-path with slashes": "C:/Windows/System32/setx.exe",
    "windows shortcut": "%HomeDrive%\\Windows\\System32\\setx.exe",
    "windows shortcut with slashes": "%HomeDrive%/Windows/System32/setx.exe",
    "unc": "\\\\?\\UNC\\server\\Windows\\System32\\setx.exe",
    "unc with slashes": "//server/share/setx.exe",
    "backslashes": "data\\..\\..\\setx.exe",
}

INVALID = {
    "baginfo-missing-encoding": lambda: old(bagit_txt=b"BagIt-Version: 0.97\n"),
    "bom-in-bagit.txt": lambda: old(bagit_txt=b"\xef\xbb\xbf" + old()["bagit.txt"]),
    "corrupt-data-file": lambda: old() | {"data/hello.txt": b"hellO\n"},
    "corrupt-tag-file": lambda: old(tags={"a.txt": b"x"}) | {"a.txt": b"y"},
    "extra-file-in-bag": lambda: old() | {"data/bar": b"x"},
    "invalid-version-number": lambda: old(bagit_txt=old()["bagit.txt"].replace(b"0.97", b".97")),
    "missing-baginfo": lambda: _without(old(bag_info_txt=b"A: b\n"), "bag-info.txt"),
    "missing-bagit.txt": lambda: _without(old(), "bagit.txt"),
    "missing-from-manifest": lambda: bag() | {"data/missingFromManifest.txt": b"x"},
    "bagit-with-invalid-whitespace": lambda: bag(
        bagit_txt=b"BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n"
    ),
    "0.97 bagit-with-invalid-whitespace": lambda: old(
        bagit_txt=b"BagIt-Version:  0.97\nTag-File-Character-Encoding: UTF-8\n"
    ),
    "same-filename-listed-twice-with-different-hashes": lambda: manifest(
        f"{MD5}  data/hello.txt\n{'0' * 32}  data/hello.txt\n".encode()
    ),
    "1.0 same-filename-listed-twice-with-different-hashes": lambda: strict(
        f"{SHA512}  data/hello.txt\n{'0' * 128}  data/hello.txt\n"
    ),
    **{
        f"out-of-scope-file-paths-using-{kind}": lambda path=path: manifest(
            f"{MD5}  data/hello.txt\n{MD5}  {path}\n".encode()
        )
        for kind, path in OUTSIDE.items()
    },
    **{
        f"out-of-scope-file-paths-using-{kind}-for-fetch": lambda path=path: old(
            fetch_txt=f"https://example.org/x 6 {path}\n".encode()
        )
        for kind, path in OUTSIDE.items()
    },
    **{
        f"out-of-scope tag file: {kind}": lambda path=path: old(
            tag_algorithms=(),
            tagmanifest_md5_txt=listing({"manifest-md5.txt": old()["manifest-md5.txt"]}, "md5")
            + f"{MD5}  {path}\n".encode(),
        )
        for kind, path in OUTSIDE.items()
    },
    "2.1.1: three lines": lambda: bag(bagit_txt=bag()["bagit.txt"] + b"More: x\n"),
    "2.1.1: lines swapped": lambda: bag(
        bagit_txt=b"Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"
    ),
    "2.1.1: a space behind": lambda: bag(bagit_txt=bag()["bagit.txt"].replace(b"1.0", b"1.0 ")),
    "2.1.1: unknown encoding": lambda: bag(bagit_txt=bag()["bagit.txt"].replace(b"UTF-8", b"UTF-99")),
    "2.1.1: unknown version": lambda: bag(bagit_txt=bag()["bagit.txt"].replace(b"1.0", b"2.0")),
    "2.1.1: leading zero": lambda: bag(bagit_txt=bag()["bagit.txt"].replace(b"1.0", b"01.0")),
    "2.1.1: 1.00": lambda: bag(bagit_txt=bag()["bagit.txt"].replace(b"1.0", b"1.00")),
    "2.1.3: no manifest": lambda: bag(algorithms=(), tag_algorithms=()),
    "2.1.3: one manifest lists less": lambda: bag(
        {"data/a": b"a", "data/b": b"b"},
        algorithms=("sha256", "sha512"),
        manifest_sha256_txt=listing({"data/a": b"a"}, "sha256"),
    ),
    "2.1.3: listed twice": lambda: strict(f"{SHA512}  data/hello.txt\n" * 2),
    "2.1.3: a directory": lambda: bag(
        {"data/a/b": b"x"}, manifest_sha512_txt=listing({"data/a/b": b"x", "data/a": b""})
    ),
    "2.1.3: a directory with slash": lambda: bag(
        {"data/a/b": b"x"}, manifest_sha512_txt=listing({"data/a/b": b"x", "data/a/": b""})
    ),
    "2.1.3: backslashes": lambda: bag(
        {"data/a/b": b"x"}, manifest_sha512_txt=listing({"data\\a\\b": b"x"})
    ),
    "2.1.3: outside the payload": lambda: strict(
        f"{SHA512}  data/hello.txt\n".encode() + listing({"bagit.txt": bag()["bagit.txt"]})
    ),
    "2.1.3: a missing file": lambda: _without(bag({"data/a": b"a", "data/b": b"b"}), "data/a"),
    "2.1.3: no separator": lambda: strict(f"{SHA512}data/hello.txt\n"),
    "2.1.3: short checksum": lambda: strict(f"{SHA512[:-2]}  data/hello.txt\n"),
    "2.1.3: no path": lambda: strict(f"{SHA512}\n"),
    "2.1.3: letters beyond hex": lambda: strict(f"{'g' * 128}  data/hello.txt\n"),
    "2.1.3: space before": lambda: strict(f" {SHA512}  data/hello.txt\n"),
    "2.1.3: a payload file of the other normalisation": lambda: bag({NFC: b"x"}) | {NFD: b"y"},
    "2.2.1: a payload file in it": lambda: bag(
        tag_algorithms=(),
        tagmanifest_sha512_txt=listing(
            {"manifest-sha512.txt": bag()["manifest-sha512.txt"], "data/hello.txt": HELLO}
        ),
    ),
    "2.2.1: a payload manifest not in it": lambda: bag(
        tag_algorithms=(), tagmanifest_sha512_txt=listing({"bagit.txt": bag()["bagit.txt"]})
    ),
    "2.2.1: a tag manifest in it": lambda: bag(
        tag_algorithms=(),
        tagmanifest_sha256_txt=listing({"manifest-sha512.txt": bag()["manifest-sha512.txt"]}, "sha256"),
        tagmanifest_sha512_txt=listing({
            "manifest-sha512.txt": bag()["manifest-sha512.txt"],
            "tagmanifest-sha256.txt": listing(
                {"manifest-sha512.txt": bag()["manifest-sha512.txt"]}, "sha256"),
        }),
    ),
    "2.2.1: a wrong hash": lambda: bag() | {
        "tagmanifest-sha512.txt": listing({"manifest-sha512.txt": b"other"})},
    "2.2.2: no colon": lambda: bag(bag_info_txt=b"Contact-Name A\n"),
    "2.2.2: no label": lambda: bag(bag_info_txt=b": A\n"),
    "2.2.2: space before the colon": lambda: bag(bag_info_txt=b"Contact-Name : A\n"),
    "2.2.2: space before the label": lambda: bag(bag_info_txt=b" Contact-Name: A\n"),
    "2.2.2: nothing after the colon": lambda: bag(bag_info_txt=b"Contact-Name:A\n"),
    "2.2.2: wrong Payload-Oxum": lambda: bag(bag_info_txt=b"Payload-Oxum: 7.1\n"),
    "2.2.2: wrong count": lambda: bag(bag_info_txt=b"Payload-Oxum: 6.2\n"),
    "2.2.2: Payload-Oxum twice": lambda: bag(bag_info_txt=b"Payload-Oxum: 6.1\npayload-oxum: 6.1\n"),
    "2.2.2: no Payload-Oxum": lambda: bag(bag_info_txt=b"Payload-Oxum: six\n"),
    "2.2.3: not in the manifest": lambda: bag(fetch_txt=FETCHED.replace(b"hello.txt\n", b"more.txt\n")),
    "2.2.3: not in every manifest": lambda: bag(
        {"data/a": b"a"},
        algorithms=("sha256", "sha512"),
        manifest_sha256_txt=b"",
        fetch_txt=b"https://example.org/a - data/a\n",
    ),
    "2.2.3: a tag file": lambda: bag(fetch_txt=b"https://example.org/x - bag-info.txt\n"),
    "2.2.3: no absolute URI": lambda: bag(fetch_txt=b"hello.txt 6 data/hello.txt\n"),
    "2.2.3: two fields": lambda: bag(fetch_txt=b"https://example.org/x data/hello.txt\n"),
    "2.2.3: no number": lambda: bag(fetch_txt=FETCHED.replace(b" 6 ", b" six ")),
    "2.2.3: a hole": lambda: _without(bag(fetch_txt=FETCHED), "data/hello.txt"),
    "2.3: BOM in a manifest": lambda: strict(b"\xef\xbb\xbf" + bag()["manifest-sha512.txt"]),
    "2.3: BOM in bag-info.txt": lambda: bag(bag_info_txt=b"\xef\xbb\xbfA: b\n"),
    "2.3: not in its encoding": lambda: bag(bag_info_txt=b"Contact-Name: \xe9\n"),
    "2.4: unknown algorithm": lambda: bag() | {"manifest-whirlpool.txt": b"00  data/hello.txt\n"},
}  # fmt: skip


def _without(files, name):
    return {kept: content for kept, content in files.items() if kept != name}


def verified(tmp_path, files):
    """Return what verification says of a bag in a folder and in a ZIP; they must agree.

    A name no ZIP from outside may have is looked at in the folder only.
    """
    folder = verify_bundle(
        written(tmp_path / "bag", files), identities=[], temp_dir=tmp_path, container_only=True
    )
    in_zip = verify_bundle(
        zipped(tmp_path / "bag.zip", files), identities=[], temp_dir=tmp_path, container_only=True
    )
    if {note.code for note in in_zip.errors} & {"SSK-422", "SSK-423"}:
        assert len(in_zip.errors) == 1 or not folder.valid
    else:
        assert in_zip == folder
    return folder


@pytest.mark.parametrize("case", VALID)
def test_a_valid_bag_is_valid(tmp_path, case):
    report = verified(tmp_path, VALID[case]())
    assert report.errors == ()


@pytest.mark.parametrize(("case", "code"), WARNED)
def test_a_doubtful_bag_is_valid_and_warned_of(tmp_path, case, code):
    report = verified(tmp_path, WARNED[case, code]())
    assert report.errors == ()
    assert code in [note.code for note in report.warnings]


@pytest.mark.parametrize("case", INVALID)
def test_an_invalid_bag_is_found(tmp_path, case):
    assert not verified(tmp_path, INVALID[case]()).valid


def test_a_bag_needs_its_payload_directory(tmp_path):
    folder = tmp_path / "bag"
    folder.mkdir()
    for name, content in bag({}).items():
        (folder / name).write_bytes(content)
    report = verify_bundle(folder, identities=[], temp_dir=tmp_path, container_only=True)
    assert [note.code for note in report.errors] == ["SSK-462"]
    (folder / "data").write_bytes(b"a file")
    report = verify_bundle(folder, identities=[], temp_dir=tmp_path, container_only=True)
    assert [note.code for note in report.errors] == ["SSK-462"]


@pytest.mark.parametrize("place", ["data/link", "link", "data/folder"])
def test_nothing_is_followed_out_of_a_bag(tmp_path, place):
    folder = written(tmp_path / "bag", bag())
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_bytes(HELLO)
    (folder / place).symlink_to(outside if place == "data/folder" else outside / "secret")
    report = verify_bundle(folder, identities=[], temp_dir=tmp_path, container_only=True)
    assert [note.code for note in report.errors] == ["SSK-422"]


def test_every_metadata_element_is_kept_in_its_order(tmp_path):
    from desktop_app.exchange.archive_reading import Limits
    from desktop_app.exchange.bag_verifying import verify_bag
    from desktop_app.exchange.containers import FolderContainer

    info = b"B: 1\nA: one\n  two\nB: 2\n"
    report = verify_bag(
        FolderContainer(written(tmp_path / "bag", bag(bag_info_txt=info)), Limits())
    )
    assert report.valid
    assert list(report.info.items()) == [("B", ["1", "2"]), ("A", ["one two"])]


@pytest.mark.oracle
@pytest.mark.parametrize(
    "case", ["basicBag", "basic-bag", "bag-with-space", "2.1.3: two manifests"]
)
def test_another_validator_agrees_on_valid_bags(tmp_path, case):
    import bagit

    assert bagit.Bag(str(written(tmp_path / "bag", VALID[case]()))).is_valid()
