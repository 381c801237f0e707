"""Completes, exports and takes up again for ever. Killed by the test."""

import sys
from pathlib import Path

from desktop_app.services import drafting, handover
from desktop_app.workspace import Workspace

if __name__ == "__main__":
    folder, initiative_id, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    with Workspace(folder) as book:
        print("ready", flush=True)
        for number in range(10**6):
            draft = drafting.open_draft(book, initiative_id)
            if draft.read_only and draft.submission != "queued":
                drafting.back_to_draft(book, initiative_id)
                drafting.edit(
                    book, initiative_id, {"recommendation": f"Lần {number} {draft.revision}"}
                )
            if drafting.open_draft(book, initiative_id).writing == "draft":
                drafting.make_ready(book, initiative_id)
            print(handover.export_bundle(book, out).path.name, flush=True)
