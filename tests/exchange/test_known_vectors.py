"""Signatures and seals after the public collections of edge cases.

Ed25519: RFC 8032 7.1; "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko, 2020; the twelve
cases of github.com/novifinancial/ed25519-speccheck); the classes of Wycheproof's EdDSA tests. age:
the kinds of the C2SP CCTV age tests. Only the first two are quoted; everything else is made here.
"""

import base64
import hashlib
import io

import pyrage
import pytest
from nacl.bindings import (
    crypto_core_ed25519_add,
    crypto_core_ed25519_scalar_add,
    crypto_core_ed25519_scalar_mul,
    crypto_core_ed25519_scalar_reduce,
    crypto_scalarmult_ed25519_base_noclamp,
)
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from desktop_app.errors import BadFile
from desktop_app.exchange import sealing, signing
from tests.exchange.age_files import CHUNK, Seal, armoured, b64, bech32_bytes, hkdf, scrypt, x25519

ORDER = 2**252 + 27742317777372353535851937790883648493
FIELD = 2**255 - 19
SEED, MESSAGE = bytes(range(32)), "Gói hồ sơ".encode()


def minisign_key(raw):
    return base64.b64encode(b"Ed" + signing.key_number(raw) + raw).decode()


def signature_file(raw_key, signature, trusted=b"x", whole=bytes(64)):
    """A minisign file over a message as it is, not over its hash."""
    head = base64.b64encode(b"Ed" + signing.key_number(raw_key) + signature)
    return b"\n".join(
        [
            b"untrusted comment: x",
            head,
            b"trusted comment: " + trusted,
            base64.b64encode(whole),
            b"",
        ]
    )


def code_of(public, message, file):
    with pytest.raises(BadFile) as raised:
        signing.verify(public, message, file)
    return raised.value.code


# Quoted

RFC_8032 = [
    ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
     "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
     "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
]  # fmt: skip


@pytest.mark.parametrize(("seed", "public", "message", "signature"), RFC_8032)
def test_the_rfcs_signatures_fit(seed, public, message, signature):
    raw, said = bytes.fromhex(public), bytes.fromhex(signature)
    assert signing.public_key(bytes.fromhex(seed)) == minisign_key(raw)
    whole = SigningKey(bytes.fromhex(seed)).sign(said + b"x").signature
    signing.verify(
        minisign_key(raw), bytes.fromhex(message), signature_file(raw, said, b"x", whole)
    )
    assert code_of(
        minisign_key(raw), bytes.fromhex(message) + b"x", signature_file(raw, said, b"x", whole)
    ) == "SSK-432"  # fmt: skip


MIXED = "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d"
SMALL = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
TORSION = "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43"
SPECCHECK = [
    ("8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6", SMALL,
     "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a0000000000000000000000000000000000000000000000000000000000000000"),
    ("9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79", SMALL,
     "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04"),
    ("aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab", TORSION,
     "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e"),
    ("9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79", MIXED,
     "9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009"),
    ("e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c", MIXED,
     "160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09"),
    ("e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c", MIXED,
     "21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405"),
    ("85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
     "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623",
     "e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514"),
    ("85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
     "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623",
     "8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22"),
    ("9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41", TORSION,
     "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff03be9678ac102edcd92b0210bb34d7428d12ffc5df5f37e359941266a4e35f0f"),
    ("9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41", TORSION,
     "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffca8c5b64cd208982aa38d4936621a4775aa233aa0505711d8fdcfdaa943d4908"),
    ("e96b7021eb39c1a163b6da4e3093dcd3f21387da4cc4572be588fafae23c155b", "ec" + "ff" * 31,
     "a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dca5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04"),
    ("39a591f5321bbe07fd5a23dc2f39d025d74526615746727ceefd6e82ae65c06f", "ec" + "ff" * 31,
     "a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dca5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04"),
]  # fmt: skip
# The one libsodium lets through: key and R of mixed order. Its key is refused when it is read.
LET_THROUGH_BY_LIBSODIUM = {3}


@pytest.mark.parametrize("case", range(12))
def test_none_of_the_twelve_edge_cases_is_accepted(case):
    message, key, signature = map(bytes.fromhex, SPECCHECK[case])
    assert code_of(minisign_key(key), message, signature_file(key, signature)) in (
        "SSK-430", "SSK-432",
    )  # fmt: skip
    try:
        VerifyKey(key).verify(message, signature)
        let_through = True
    except BadSignatureError:
        let_through = False
    assert let_through == (case in LET_THROUGH_BY_LIBSODIUM)


# Keys

SMALL_ORDER = [
    (1).to_bytes(32, "little"),
    (FIELD - 1).to_bytes(32, "little"),
    bytes(32),
    bytes(31) + b"\x80",
    *(bytes.fromhex(point[:62] + end) for point in (
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    ) for end in (point[62:], f"{int(point[62:], 16) ^ 0x80:02x}")),
]  # fmt: skip
NOT_CANONICAL = [
    (FIELD).to_bytes(32, "little"),
    (FIELD + 1).to_bytes(32, "little"),
    (FIELD + 2**255).to_bytes(32, "little"),
    (FIELD + 1 + 2**255).to_bytes(32, "little"),
    (1 + 2**255).to_bytes(32, "little"),
    (FIELD - 1 + 2**255).to_bytes(32, "little"),
    *((FIELD + number).to_bytes(32, "little") for number in (3, 4, 9, 18)),
    b"\xff" * 32,
]
PUBLIC = bytes(SigningKey(SEED).verify_key)


@pytest.mark.parametrize("key", [*SMALL_ORDER, *NOT_CANONICAL], ids=bytes.hex)
def test_a_key_of_small_order_or_another_form_is_none(key):
    with pytest.raises(BadFile) as raised:
        signing.read_public_key(minisign_key(key))
    assert raised.value.code == "SSK-430"


@pytest.mark.parametrize("torsion", SMALL_ORDER[1:], ids=bytes.hex)
def test_a_key_with_a_part_of_small_order_is_none(torsion):
    with pytest.raises(BadFile) as raised:
        signing.read_public_key(minisign_key(crypto_core_ed25519_add(PUBLIC, torsion)))
    assert raised.value.code == "SSK-430"


def _is_on_curve(raw):
    try:
        crypto_core_ed25519_add(raw, PUBLIC)
    except Exception:
        return False
    return True


def test_a_key_that_is_no_point_is_none():
    none = [n.to_bytes(32, "little") for n in range(2, 40)]
    none = [raw for raw in none if not _is_on_curve(raw)]
    assert len(none) > 5
    for key in none:
        with pytest.raises(BadFile):
            signing.read_public_key(minisign_key(key))


@pytest.mark.parametrize("change", [
    lambda text: text[:-1],
    lambda text: text + "A",
    lambda text: text + "AAAA",
    lambda text: text + "=",
    lambda text: text + "\n",
    lambda text: " " + text,
    lambda text: "",
    lambda text: "RVR" + text[3:],
    lambda text: text.replace("A", "Ａ", 1),
    lambda text: text[:10] + "-" + text[11:],
    lambda text: "untrusted comment: x\n" + text,
])  # fmt: skip
def test_a_key_has_one_text(change):
    text = minisign_key(PUBLIC)
    assert signing.read_public_key(text) == (signing.key_number(PUBLIC), PUBLIC)
    with pytest.raises(BadFile) as raised:
        signing.read_public_key(change(text))
    assert raised.value.code == "SSK-430"


# Signatures: each forged one stands in a file whose other signature is right, so that only the
# one looked at can be what refuses it.


def scalar(digest):
    return crypto_core_ed25519_scalar_reduce(digest)


def secret():
    low = bytearray(hashlib.sha512(SEED).digest()[:32])
    low[0] &= 248
    low[31] = low[31] & 63 | 64
    return scalar(bytes(low) + bytes(32))


def nonce():
    return scalar(hashlib.sha512(hashlib.sha512(SEED).digest()[32:] + MESSAGE).digest())


def forged(commitment, random=None):
    """A signature with this R whose S is right for it, where R hides this number."""
    challenge = scalar(hashlib.sha512(commitment + PUBLIC + MESSAGE).digest())
    product = crypto_core_ed25519_scalar_mul(challenge, secret())
    return commitment + crypto_core_ed25519_scalar_add(random or bytes(32), product)


def with_other_right(signature):
    whole = SigningKey(SEED).sign(signature + b"x").signature
    return signature_file(PUBLIC, signature, b"x", whole)


RIGHT = SigningKey(SEED).sign(MESSAGE).signature
S = int.from_bytes(RIGHT[32:], "little")


def small(number):
    return number.to_bytes(32, "little")


VALUES = {"0": 0, "1": 1, "L-1": ORDER - 1, "L": ORDER, "p": FIELD, "2^256-1": 2**256 - 1}
FORGED = {
    **{
        f"S + {times} L": RIGHT[:32] + small(S + times * ORDER)
        for times in range(1, 17)
        if S + times * ORDER < 2**256
    },
    "S + 2^252": RIGHT[:32] + small(S + 2**252),
    "S + 2^253": RIGHT[:32] + small(S + 2**253),
    "S + 2^255": RIGHT[:32] + small(S + 2**255),
    "L - S": RIGHT[:32] + small(ORDER - S),
    **{
        f"R {r_name}, S {s_name}": small(r) + small(s)
        for r_name, r in VALUES.items()
        for s_name, s in VALUES.items()
    },
    **{
        f"R of small order {point.hex()}": forged(point)
        for point in (*SMALL_ORDER, *NOT_CANONICAL)
    },
    **{
        f"R with a part of small order {point.hex()}": forged(
            crypto_core_ed25519_add(crypto_scalarmult_ed25519_base_noclamp(nonce()), point), nonce())
        for point in SMALL_ORDER[1:]
    },
    **{
        f"bit {bit} of R, S made anew": forged(
            small(int.from_bytes(RIGHT[:32], "little") ^ 1 << bit), nonce())
        for bit in (0, 1, 2, 7, 8, 16, 31, 32, 63, 64, 97, 127, 240, 247, 248, 253, 254, 255)
    },
    "all bits of R, S made anew": forged(bytes(byte ^ 255 for byte in RIGHT[:32]), nonce()),
    "another message": SigningKey(SEED).sign(b"another").signature,
    "another key": SigningKey(bytes(32)).sign(MESSAGE).signature,
    "R and S swapped": RIGHT[32:] + RIGHT[:32],
}  # fmt: skip


def test_the_maker_of_forged_ones_makes_right_ones():
    commitment = crypto_scalarmult_ed25519_base_noclamp(nonce())
    assert forged(commitment, nonce()) == RIGHT
    signing.verify(minisign_key(PUBLIC), MESSAGE, with_other_right(RIGHT))


@pytest.mark.parametrize("case", FORGED)
def test_a_forged_signature_does_not_fit(case):
    file = with_other_right(FORGED[case])
    assert code_of(minisign_key(PUBLIC), MESSAGE, file) == "SSK-432"


@pytest.mark.parametrize("times", range(1, 9))
def test_the_signature_of_the_comment_has_one_form_too(times):
    whole = SigningKey(SEED).sign(RIGHT + b"x").signature
    other = whole[:32] + small(int.from_bytes(whole[32:], "little") + times * ORDER)
    file = signature_file(PUBLIC, RIGHT, b"x", other)
    assert code_of(minisign_key(PUBLIC), MESSAGE, file) == "SSK-432"


@pytest.mark.parametrize("signature", [
    b"", RIGHT[:32], RIGHT[:62], RIGHT[:63], RIGHT + b"\0", RIGHT + b"  ", RIGHT + PUBLIC,
    b"\0" + RIGHT, RIGHT[:32] + b"\0" + RIGHT[32:], RIGHT[1:], RIGHT * 2,
])  # fmt: skip
def test_a_signature_of_another_length_is_none(signature):
    assert code_of(minisign_key(PUBLIC), MESSAGE, with_other_right(signature)) == "SSK-431"


@pytest.mark.parametrize(("change", "code"), [
    (lambda file: file + b"\n", "SSK-431"),
    (lambda file: file[:-1], "SSK-431"),
    (lambda file: file.replace(b"\n", b"\r\n"), "SSK-431"),
    (lambda file: b"\n" + file, "SSK-431"),
    (lambda file: file.replace(b"untrusted comment: ", b"untrusted comment:"), "SSK-431"),
    (lambda file: file.replace(b"\ntrusted comment: ", b"\nTrusted comment: "), "SSK-431"),
    (lambda file: file.replace(b"==\n", b"\n", 1), "SSK-431"),
    (lambda file: file.replace(b"==\n", b"== \n"), "SSK-431"),
    (lambda file: file.replace(b"\nRWR", b"\nRUR"), "SSK-432"),  # "ED": over the hash
    (lambda file: file.replace(b"\nRWR", b"\nRXR"), "SSK-431"),
    (lambda file: file.replace(b"comment: x\n", b"comment: y\n"), "SSK-432"),
    (lambda file: file.replace(b"trusted comment: x", b"trusted comment: " + b"x" * 5000), "SSK-431"),
    (lambda file: b"", "SSK-431"),
    (lambda file: b"\0" * 300, "SSK-431"),
])  # fmt: skip
def test_a_signature_file_has_one_form(change, code):
    file = with_other_right(RIGHT)
    assert change(file) != file
    assert code_of(minisign_key(PUBLIC), MESSAGE, change(file)) == code


def test_leftover_bits_of_a_signature_file_are_refused():
    """The last letter of base64 before ``==`` has four bits that say nothing."""
    lines = with_other_right(RIGHT).split(b"\n")
    for line in (1, 3):
        end = lines[line].rstrip(b"=")
        if len(end) % 4 == 0:
            continue
        letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        other = end[:-1] + bytes([letters[letters.index(end[-1:]) ^ 1]])
        changed = [*lines]
        changed[line] = other.ljust(len(lines[line]), b"=")
        assert base64.b64decode(changed[line]) == base64.b64decode(lines[line])
        assert code_of(minisign_key(PUBLIC), MESSAGE, b"\n".join(changed)) == "SSK-431"


# Seals

IDENTITY, STRANGER = sealing.make_identity(), sealing.make_identity()
OURS, OTHERS = (bech32_bytes(sealing.recipient_of(key)) for key in (IDENTITY, STRANGER))
GOOD = x25519(OURS)


def opened(tmp_path, raw, passphrase=""):
    path, target = tmp_path / "sealed", io.BytesIO()
    path.write_bytes(raw)
    sealing.open_seal(path, [IDENTITY], target, passphrase=passphrase, temp_dir=tmp_path)
    return target.getvalue()


def refused(tmp_path, raw, passphrase=""):
    with pytest.raises(BadFile) as raised:
        opened(tmp_path, raw, passphrase)
    return raised.value.code


ALL_CHARACTERS = bytes(range(0x21, 0x7F))
OPENING = {
    "stanza_valid_characters": Seal(OURS, stanzas=[b"-> " + ALL_CHARACTERS + b" \x21\n\n", GOOD]),
    "stanza_empty_body": Seal(OURS, stanzas=[b"-> empty\n\n", GOOD]),
    "stanza_no_arguments": Seal(OURS, stanzas=[b"-> empty\nAAAA\n", GOOD]),
    "x25519_multiple_recipients": Seal(OURS, stanzas=[x25519(OTHERS), x25519(OTHERS), GOOD]),
    "x25519_grease": Seal(OURS, stanzas=[GOOD, b"-> 6=%!-grease xyz xyz\nAAAA\n"]),
    "x25519_lowercase of another": Seal(OURS, stanzas=[x25519(OTHERS, kind=b"x25519"), GOOD]),
    "stream_empty_payload": Seal(OURS, content=b""),
    "stream_last_chunk_full": Seal(OURS, content=bytes(CHUNK)),
    "stream_last_chunk_full_second": Seal(OURS, content=bytes(2 * CHUNK)),
    "stream_three_chunks": Seal(OURS, content=bytes(2 * CHUNK + 1)),
    "stream_257_chunks": Seal(OURS, content=bytes(256 * CHUNK + 1)),
    "stream_257_chunks_full": Seal(OURS, content=bytes(257 * CHUNK)),
}


@pytest.mark.parametrize("case", OPENING)
def test_a_right_kind_opens(tmp_path, case):
    assert opened(tmp_path, OPENING[case].made()) == OPENING[case].content


def not_canonical(text):
    """The same bytes with a bit set that base64 leaves over."""
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return text[:-1] + bytes([letters[letters.index(text[-1:]) | 1]])


def parts():
    """Share and body of a right stanza, as text."""
    head, body, _end = GOOD.split(b"\n")
    return head.split(b" ")[2], body


SHARE, BODY = parts()
FLIPPED = bytes([base64.b64decode(BODY + b"=")[0] ^ 1]) + base64.b64decode(BODY + b"=")[1:]


def joined(share=SHARE, body=BODY):
    return b"-> X25519 " + share + b"\n" + body + b"\n"


def all_zero_secret():
    """A share that is the identity: every secret comes to nothing, so anybody knows the key."""
    return x25519(OURS, share=bytes(32))


ORDER_8 = bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")
REFUSED = {
    "empty": (b"", "SSK-441"),
    "version_unsupported": (Seal(OURS, version=b"age-encryption.org/v1234\n").made(), "SSK-446"),
    "version without end": (b"age-encryption.org/v1", "SSK-443"),
    "version with space": (Seal(OURS, version=b"age-encryption.org/v1 \n").made(), "SSK-446"),
    "header_crlf": (Seal(OURS).header().replace(b"\n", b"\r\n") + Seal(OURS).payload(), "SSK-446"),
    "stanza_spurious_cr": (Seal(OURS, stanzas=[b"-> x\r\n\n", GOOD]).made(), "SSK-444"),
    "stanza_spurious_cr in the body": (Seal(OURS, stanzas=[b"-> x\nAAAA\r\n", GOOD]).made(), "SSK-444"),
    "stanza_bad_start": (Seal(OURS, stanzas=[GOOD, b"-- stanza\n\n"]).made(), "SSK-444"),
    "stanza without arrow": (Seal(OURS, stanzas=[GOOD, b"stanza\n\n"]).made(), "SSK-444"),
    "stanza_no_arguments at all": (Seal(OURS, stanzas=[GOOD, b"-> \n\n"]).made(), "SSK-444"),
    "stanza_long_line": (Seal(OURS, stanzas=[b"-> x\n" + b"A" * 65 + b"\n", GOOD]).made(), "SSK-444"),
    "stanza line beyond all measure": (
        Seal(OURS, stanzas=[b"-> x " + b"a" * 100_000 + b"\n\n", GOOD]).made(), "SSK-444"),
    "stanza body beyond all measure": (
        Seal(OURS, stanzas=[b"-> x\n" + (b"A" * 64 + b"\n") * 2_000 + b"\n", GOOD]).made(), "SSK-444"),
    "no stanza": (b"age-encryption.org/v1\n" + Seal(OURS).header().split(b"\n", 3)[3]
                  + Seal(OURS).payload(), "SSK-444"),
    "hmac_garbage": (Seal(OURS, end=b"--- %s x\n").made(), "SSK-444"),
    "hmac_missing": (Seal(OURS, end=b"--- %.0s\n").made(), "SSK-444"),
    "hmac_not_canonical": (Seal(OURS, mac=not_canonical(b64(bytes(32)))).made(), "SSK-444"),
    "hmac of another file key": (Seal(OURS, file_key=b"another key: 16b", stanzas=[GOOD]).made(), "SSK-444"),
    "x25519_bad_tag": (Seal(OURS, stanzas=[joined(body=b64(FLIPPED))]).made(), "SSK-442"),
    "x25519_no_match": (Seal(OURS, stanzas=[x25519(OTHERS)]).made(), "SSK-442"),
    "x25519_lowercase": (Seal(OURS, stanzas=[x25519(OURS, kind=b"x25519")]).made(), "SSK-442"),
    "x25519_not_canonical_share": (Seal(OURS, stanzas=[joined(not_canonical(SHARE))]).made(), "SSK-444"),
    "x25519_not_canonical_body": (Seal(OURS, stanzas=[joined(body=not_canonical(BODY))]).made(), "SSK-444"),
    "x25519 share with padding": (Seal(OURS, stanzas=[joined(SHARE + b"=")]).made(), "SSK-444"),
    "x25519 body with padding": (Seal(OURS, stanzas=[joined(body=BODY + b"=")]).made(), "SSK-444"),
    "x25519 share of url letters": (
        Seal(OURS, stanzas=[joined(b"-" + SHARE[1:])]).made(), "SSK-444"),
    "x25519_short_share": (Seal(OURS, stanzas=[joined(b64(bytes(31)))]).made(), "SSK-444"),
    "x25519_long_share": (Seal(OURS, stanzas=[joined(b64(bytes(33)))]).made(), "SSK-444"),
    "x25519_no_share": (Seal(OURS, stanzas=[b"-> X25519\n" + BODY + b"\n"]).made(), "SSK-444"),
    "x25519 short body": (Seal(OURS, stanzas=[joined(body=b64(bytes(31)))]).made(), "SSK-444"),
    "x25519 long body": (Seal(OURS, stanzas=[joined(body=b64(bytes(48)) + b"\n")]).made(), "SSK-444"),
    "x25519_identity": (Seal(OURS, stanzas=[all_zero_secret()]).made(), "SSK-444"),
    "x25519_low_order": (Seal(OURS, stanzas=[x25519(OURS, share=ORDER_8)]).made(), "SSK-444"),
    "x25519 p": (Seal(OURS, stanzas=[x25519(OURS, share=small(FIELD))]).made(), "SSK-444"),
    "x25519 p+1": (Seal(OURS, stanzas=[x25519(OURS, share=small(FIELD + 1))]).made(), "SSK-444"),
    "x25519 0 with the unused bit": (
        Seal(OURS, stanzas=[x25519(OURS, share=bytes(31) + b"\x80")]).made(), "SSK-444"),
    "hybrid alone": (
        Seal(OURS, stanzas=[b"-> mlkem768x25519 " + b64(bytes(1120)) + b"\n" + b64(bytes(32)) + b"\n"]).made(),
        "SSK-442"),
    "stream_no_nonce": (Seal(OURS).header(), "SSK-443"),
    "stream_short_nonce": (Seal(OURS).header() + bytes(12), "SSK-443"),
    "stream_no_chunks": (Seal(OURS, chunks=[]).made(), "SSK-443"),
    "stream_short_chunk": (Seal(OURS).header() + bytes(16 + 12), "SSK-443"),
    "stream_missing_tag": (Seal(OURS, content=bytes(1)).made()[:-16], "SSK-443"),
    "stream_bad_tag": (Seal(OURS).made()[:-1] + bytes([Seal(OURS).made()[-1] ^ 1]), "SSK-444"),
    "stream_no_final": (Seal(OURS, chunks=[b"age"], lasts=[False]).made(), "SSK-444"),
    "stream_no_final_full": (Seal(OURS, chunks=[bytes(CHUNK)], lasts=[False]).made(), "SSK-444"),
    "stream_no_final_two_chunks_full": (
        Seal(OURS, chunks=[bytes(CHUNK)] * 2, lasts=[False] * 2).made(), None),
    "stream_short_second_chunk": (Seal(OURS, content=bytes(CHUNK + 1)).made()[:-10], None),
    "stream_last_chunk_empty": (Seal(OURS, chunks=[bytes(CHUNK), b""]).made(), None),
    "stream_two_final_chunks": (Seal(OURS, chunks=[b"a", b"b"], lasts=[True, True]).made(), "SSK-444"),
    "stream_two_final_chunks_full": (
        Seal(OURS, chunks=[bytes(CHUNK)] * 2, lasts=[True, True]).made(), None),
    "stream_trailing_garbage_short": (Seal(OURS, content=bytes(CHUNK)).made() + bytes(12), None),
    "stream_trailing_garbage_long": (Seal(OURS, content=bytes(CHUNK)).made() + bytes(20), None),
    "chunks swapped": (b"", None),  # below
    "first chunk left out": (b"", None),
    "another nonce": (Seal(OURS).header() + b"\1" + Seal(OURS).payload()[1:], "SSK-444"),
}  # fmt: skip
_MADE = Seal(OURS, content=bytes(CHUNK) + b"\1" * CHUNK + b"end")
_HEAD, _BODY = _MADE.header() + _MADE.nonce, _MADE.payload()[16:]
_PIECE = CHUNK + 16
REFUSED["chunks swapped"] = (
    _HEAD + _BODY[_PIECE : 2 * _PIECE] + _BODY[:_PIECE] + _BODY[2 * _PIECE :], "SSK-444")  # fmt: skip
REFUSED["first chunk left out"] = (_HEAD + _BODY[_PIECE:], None)


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_kind_is_refused(tmp_path, case):
    raw, code = REFUSED[case]
    found = refused(tmp_path, raw)
    assert found == code or (code is None and found in ("SSK-443", "SSK-444"))


# What pyrage 1.4.0 opens and c2sp.org/age forbids: if this changes, the check before it may go.
LET_THROUGH = {
    "stanza line beyond all measure",  # only long
    "stanza body beyond all measure",
}


def test_what_pyrage_alone_would_open(tmp_path):
    opens = set()
    for case, (raw, _code) in REFUSED.items():
        try:
            pyrage.decrypt_io(
                io.BytesIO(raw), io.BytesIO(), [pyrage.x25519.Identity.from_str(IDENTITY)]
            )
        except Exception:
            continue
        opens.add(case)
    assert opens == LET_THROUGH


@pytest.mark.parametrize("stanzas", [
    [b"-> x\n" + (b"A" * 64 + b"\n") * 900 + b"\n"] * 3,
    [b"-> x " + b"a" * 4000 + b"\n\n"] * 60,
])  # fmt: skip
def test_a_header_too_large_as_a_whole_never_comes_to_pyrage(tmp_path, monkeypatch, stanzas):
    """It reads a header anew with every piece: one of 2 MB took it a minute."""

    def read(*_arguments):
        raise AssertionError("pyrage was asked")

    monkeypatch.setattr(pyrage, "decrypt_io", read)
    assert refused(tmp_path, Seal(OURS, stanzas=[*stanzas, GOOD]).made()) == "SSK-446"


SALT = b64(bytes(16))
PASSPHRASES = {
    f"scrypt_work_factor {work!r}": scrypt(b"x", work=work)
    for work in (b"", b"0", b"-1", b"+1", b"01", b"010", b"0x12", b"1e1", b"aaa10", b"10a", b"23",
                 b"64", b"99", b"4294967297", b"18446744073709551617", b"1" * 400, "１０".encode())
} | {
    "scrypt_salt_missing": b"-> scrypt 10\n" + b64(bytes(32)) + b"\n",
    "scrypt_salt_short": scrypt(b"x").replace(SALT, b64(bytes(15))),
    "scrypt_salt_long": scrypt(b"x").replace(SALT, b64(bytes(17))),
    "scrypt_not_canonical_salt": scrypt(b"x").replace(SALT, not_canonical(SALT)),
    "scrypt_extra_argument": scrypt(b"x").replace(b" 10\n", b" 10 10\n"),
    "scrypt_uppercase": scrypt(b"x").replace(b"scrypt", b"Scrypt"),
    "scrypt_double": scrypt(b"x") * 2,
    "scrypt_and_x25519": scrypt(b"x") + GOOD,
}  # fmt: skip


@pytest.mark.parametrize("case", PASSPHRASES)
def test_a_wrong_passphrase_stanza_is_refused_without_its_work(tmp_path, case, monkeypatch):
    def worked(*_arguments):
        raise AssertionError("the work was done")

    if case != "scrypt_uppercase":  # a kind nobody knows: that one is for pyrage to leave alone
        monkeypatch.setattr(pyrage, "decrypt_io", worked)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", worked)
    made = Seal(OURS, stanzas=[PASSPHRASES[case]]).made()
    assert refused(tmp_path, made) in ("SSK-442", "SSK-444", "SSK-445", "SSK-446")
    assert refused(tmp_path, made, "x") in ("SSK-442", "SSK-444", "SSK-446")


def test_a_right_passphrase_opens_and_a_wrong_one_does_not(tmp_path):
    made = Seal(OURS, stanzas=[scrypt(b"x")])
    assert opened(tmp_path, made.made(), "x") == made.content
    assert opened(tmp_path, armoured(made.made()), "x") == made.content
    assert refused(tmp_path, made.made()) == "SSK-445"
    assert refused(tmp_path, made.made(), "y") == "SSK-448"
    made.mac = b64(bytes(32))
    assert refused(tmp_path, made.made(), "x").startswith("SSK-44")


# Armour

TEXT = armoured(Seal(OURS, content=b"age").made())
LINES = TEXT.split(b"\n")[1:-2]


def text(
    *lines, begin=b"-----BEGIN AGE ENCRYPTED FILE-----", end=b"-----END AGE ENCRYPTED FILE-----"
):
    return b"\n".join([begin, *lines, end, b""])


def full_lines():
    """A seal whose armour ends in a full line."""
    for size in range(48):
        raw = Seal(OURS, content=bytes(size)).made()
        if len(raw) % 48 == 0:
            return raw
    raise AssertionError


ARMOURS = {
    "armor": TEXT,
    "armor_crlf": TEXT.replace(b"\n", b"\r\n"),
    "armor_no_eol": TEXT[:-1],
    "armor_full_last_line": armoured(full_lines()),
    "armor_whitespace_outside": b"\n\r   \t\n" + TEXT + b"\n\r   \t\n",
}
ODD = next(raw for size in range(3) if len(raw := Seal(OURS, content=b"x" * size).made()) % 3 == 1)
WRONG_ARMOURS = {
    "armor_empty": text(),
    "armor_empty_last_line": armoured(full_lines()).replace(b"\n-----END", b"\n\n-----END"),
    "armor_eol_between_padding": armoured(ODD).replace(b"==\n", b"=\n=\n"),
    "armor_garbage_encoded": armoured(Seal(OURS, content=bytes(CHUNK)).made() + bytes(20)),
    "armor_garbage_leading": b"garbage\n" + TEXT,
    "armor_garbage_trailing": TEXT + b"garbage\n",
    "armor_header_crlf": armoured(REFUSED["header_crlf"][0]),
    "armor_headers": text(b"Headers: are", b"Not: allowed", b"", *LINES),
    "armor_invalid_character_payload": TEXT.replace(LINES[1], b"*" + LINES[1][1:]),
    "armor_long_line": text(LINES[0] + LINES[1][:4], LINES[1][4:], *LINES[2:]),
    "armor_lowercase": text(*LINES, begin=b"-----begin age encrypted file-----",
                            end=b"-----end age encrypted file-----"),
    "armor_no_end_line": TEXT.rpartition(b"-----END")[0],
    "armor_no_match": text(*LINES, begin=b"-----BEGIN AGE ENCRYPTED FILE-----",
                           end=b"-----END AGE ENCRYPTED MESSAGE-----"),
    "armor_no_padding": armoured(ODD).replace(b"==\n", b"\n"),
    "armor_not_canonical": armoured(ODD).replace(
        b"==\n", b"==\n").replace((last := armoured(ODD).split(b"\n")[-3]),
                                  not_canonical(last[:-2]) + b"=="),
    "armor_pgp_checksum": text(*LINES, b"=8NJx"),
    "armor_short_line": text(LINES[0][:60], LINES[0][60:] + LINES[1], *LINES[2:]),
    "armor_whitespace_begin": text(*LINES, begin=b"----- BEGIN AGE ENCRYPTED FILE -----"),
    "armor_whitespace_end": text(*LINES, end=b"----- END AGE ENCRYPTED FILE -----"),
    "armor_whitespace_eol": text(LINES[0] + b" ", *LINES[1:]),
    "armor_whitespace_last_line": text(*LINES[:-1], LINES[-1] + b" "),
    "armor_whitespace_line_start": text(b" " + LINES[0], *LINES[1:]),
    "armor_wrong_type": text(*LINES, begin=b"-----BEGIN AGE FILE-----", end=b"-----END AGE FILE-----"),
    "armor with CR alone": TEXT.replace(b"\n", b"\r"),
    "armor twice": TEXT * 2,
    "armor in armor": armoured(TEXT),
    "armor with a zero": TEXT.replace(LINES[0], b"\0" + LINES[0][1:]),
    "a BOM before": b"\xef\xbb\xbf" + TEXT,
}  # fmt: skip


@pytest.mark.parametrize("case", ARMOURS)
def test_a_right_armour_opens(tmp_path, case):
    assert opened(tmp_path, ARMOURS[case]) in (b"age", OPENING_FULL)


OPENING_FULL = Seal(OURS, content=bytes(next(
    size for size in range(48) if len(Seal(OURS, content=bytes(size)).made()) % 48 == 0
))).content  # fmt: skip


@pytest.mark.parametrize("case", WRONG_ARMOURS)
def test_a_wrong_armour_is_refused(tmp_path, case):
    assert WRONG_ARMOURS[case] != TEXT
    assert refused(tmp_path, WRONG_ARMOURS[case]) in ("SSK-441", "SSK-443", "SSK-444", "SSK-446")


def test_the_derivation_used_here_is_that_of_rfc_5869():
    """RFC 5869 A.1, its first 32 bytes: the seals made here rest on it."""
    assert hkdf(
        b"\x0b" * 22, bytes(range(13)), bytes(range(0xF0, 0xFA))
    ).hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"  # fmt: skip
