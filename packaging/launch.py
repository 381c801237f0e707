"""What both executables of a build start: the same entry as everywhere else."""

from desktop_app.__main__ import main

if __name__ == "__main__":
    main()
