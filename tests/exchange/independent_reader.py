"""Reads a bundle with the standard library, age and minisign, from docs/bundle-format.md alone."""

import hashlib
import io
import json
import os
import pty
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path


def inner_zip(path, folder, key, words):
    """Return the ZIP. age asks for a passphrase on a terminal, so it is given one."""
    content, opened = Path(path).read_bytes(), folder / "inner.zip"
    if not content.startswith(b"age-encryption.org/v1\n"):
        return content
    if not words:
        subprocess.run(["age", "-d", "-i", key, "-o", opened, path], check=True)
        return opened.read_bytes()
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", "-d", "-o", str(opened), str(path)])
    while b"passphrase" not in os.read(terminal, 1000):
        pass
    os.write(terminal, words.encode() + b"\n")
    assert os.waitpid(child, 0)[1] == 0, "age: the passphrase does not fit"
    return opened.read_bytes()


def sha(content):
    return hashlib.sha256(content).hexdigest()


def signed(files, folder):
    """Check the signature and what it covers; return bundle.json and path → hash of its files."""
    listed = [dict(line.split("  ", 1)[::-1] for line in files[f"{kind}-sha256.txt"].decode().splitlines()) for kind in ("tagmanifest", "manifest")]  # fmt: skip
    assert all(sha(files[path]) == mark for path, mark in listed[0].items())
    assert {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"} <= set(listed[0])
    assert sha(files["data/bundle.json"]) == listed[1]["data/bundle.json"]
    document = json.loads(files["data/bundle.json"])
    for name in ("tagmanifest-sha256.txt", "tagmanifest-sha256.txt.minisig"):
        (folder / name).write_bytes(files[name])
    key = document["sender"]["sign_key"]
    subprocess.run(["minisign", "-V", "-q", "-P", key, "-m", folder / "tagmanifest-sha256.txt"], check=True)  # fmt: skip
    return document, listed[1]


def revision_hash(data):
    """Return the hash of a report; json sorts and writes as RFC 8785 but for whole decimals."""
    answers = json.loads(json.dumps(data["answers"]), parse_float=lambda t: int(float(t)) if float(t) % 1 == 0 else float(t))  # fmt: skip
    template = {name: data["template"][name] for name in ("id", "version")}
    covered = {"answers": answers, "attachments": sorted({a["sha256"] for a in data["attachments"]}), "template": template}  # fmt: skip
    return sha(json.dumps(covered, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode())  # fmt: skip


def read(path, key=None, words=None):
    """Return bundle.json of a bundle after checking everything its version 1 lets one check."""
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(io.BytesIO(inner_zip(path, Path(name), key, words))) as bag:  # fmt: skip
        files = {entry.split("/", 1)[1]: bag.read(entry) for entry in bag.namelist()}
        document, listed = signed(files, Path(name))
        assert (document["format"], document["format_version"]) == ("so-sang-kien-bundle", 1)
        assert listed == {path: sha(content) for path, content in files.items() if path.startswith("data/")}  # fmt: skip
        for item in document["items"]:
            if "path" in item:
                assert revision_hash(json.loads(files[f"{item['path']}/initiative.json"])) == item["hash"]  # fmt: skip
            if "origin" in item:
                proof = f"data/origins/{item['origin']}/"
                _, first = signed({p.removeprefix(proof): c for p, c in files.items() if p.startswith(proof)}, Path(name))  # fmt: skip
                assert all(first[p] == mark for p, mark in listed.items() if p.startswith(item["path"] + "/"))  # fmt: skip
        return document


if __name__ == "__main__":
    found = read(*sys.argv[1:])
    for item in found["items"]:
        print(
            found["kind"], found["sequence"], json.dumps(item, ensure_ascii=False, sort_keys=True)
        )
