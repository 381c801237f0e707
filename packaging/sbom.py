"""The list of what a build is made of (SBOM), as CycloneDX 1.6 in JSON.

Written by the CycloneDX project's own tool from the clean environment, checked by it against its
schema; added are the interpreter and the libraries of the system, which are no Python packages.
"""

import json
import subprocess
from pathlib import Path

import licences


def write(tools: Path, environment: Path, collected: Path, target: Path) -> None:
    """Write the list for an environment and what ``licences`` collected beside it."""
    python = next(environment.glob("[bS]*/python*"))
    subprocess.run(
        [
            *(str(tools), "-m", "cyclonedx_py", "environment", str(python)),
            *("--spec-version", "1.6", "--output-format", "JSON", "--output-reproducible"),
            *("--output-file", str(target)),
        ],
        check=True,
    )
    value = json.loads(target.read_text(encoding="utf-8"))
    parts = licences.read(collected)
    shipped = {part.name.lower().replace("_", "-") for part in parts if part.kind == "python"}
    value["components"] = [
        component
        for component in value["components"]
        if component["name"].lower().replace("_", "-") in shipped
    ]
    kept = {component["bom-ref"] for component in value["components"]}
    value["dependencies"] = [
        {**each, "dependsOn": [ref for ref in each.get("dependsOn", ()) if ref in kept]}
        for each in value.get("dependencies", ())
        if each["ref"] in kept
    ]
    value["components"] += [_component(part) for part in parts if part.kind != "python"]
    own = next(part for part in value["components"] if part["name"] == "so-sang-kien")
    value["metadata"]["component"] = {**own, "type": "application"}
    value["components"].remove(own)
    target.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    check(tools, target)


def check(tools: Path, file: Path) -> None:
    """Hold a list against the CycloneDX schema."""
    script = (
        "import sys\n"
        "from cyclonedx.schema import SchemaVersion\n"
        "from cyclonedx.validation.json import JsonStrictValidator\n"
        "text = open(sys.argv[1], encoding='utf-8').read()\n"
        "wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)\n"
        "sys.exit(f'{sys.argv[1]}: {wrong}' if wrong else 0)\n"
    )
    subprocess.run([str(tools), "-c", script, str(file)], check=True)


def _component(part: licences.Part) -> dict:
    return {
        "type": "library" if part.kind == "system" else "framework",
        "bom-ref": f"{part.kind}:{part.name}",
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": part.licence}}],
        **({"purl": f"pkg:deb/debian/{part.name}@{part.version}"} if part.kind == "system" else {}),
    }
