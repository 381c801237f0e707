"""The entry: the window, or the command line when a command is given.

A start of the window goes so: crash handlers first, then Qt and an empty window on the screen,
and only then, from a timer, the workspace with everything heavy (windows/application.py).
"""

import multiprocessing
import sys
import traceback
from pathlib import Path


def main() -> None:
    """Run the program; the exit code says how it ended."""
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may speak another code page; Vietnamese must not end in a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if getattr(sys, "frozen", False) and (code := _updated()) is not None:
        sys.exit(code)
    from desktop_app.commands.line import command_line

    try:
        command_line(prog_name="so-sang-kien")
    except Exception:
        # A bug: said as it is, and told apart from "some items were refused" (exit 1).
        traceback.print_exc()
        sys.exit(3)


def _updated() -> int | None:
    """Swap in an update that waits beside a built program; None where there is none.

    Looked for where the window is asked for; a command goes on with the program it was given to.
    """
    folder, arguments = Path(sys.executable).resolve().parent, sys.argv[1:]
    if arguments[:1] == ["--swap-into"]:
        from desktop_app.services.program_swap import swap_and_start

        return swap_and_start(arguments[1:])
    if arguments or not any(folder.glob("update-*")):
        return None
    from desktop_app.services.program_swap import hand_to_new_program, tidy_up

    tidy_up(folder)
    return 0 if hand_to_new_program(folder, Path(sys.executable).name, arguments) else None


if __name__ == "__main__":
    main()
