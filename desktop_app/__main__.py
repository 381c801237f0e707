"""The entry: the window, or the command line when a command is given.

A start of the window goes so: crash handlers first, then Qt and an empty window on the screen,
and only then, from a timer, the workspace with everything heavy (windows/application.py).
"""

import multiprocessing
import sys
import traceback


def main() -> None:
    """Run the program; the exit code says how it ended."""
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may speak another code page; Vietnamese must not end in a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    from desktop_app.commands.line import command_line

    try:
        command_line(prog_name="so-sang-kien")
    except Exception:
        # A bug: said as it is, and told apart from "some items were refused" (exit 1).
        traceback.print_exc()
        sys.exit(3)


if __name__ == "__main__":
    main()
