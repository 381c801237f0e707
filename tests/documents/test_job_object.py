"""The limit of the child process on Windows, as far as it can be looked at anywhere."""

import ctypes
import sys

import pytest

from desktop_app.documents.job_object import Limits, limit_this_process, limits


def test_the_structure_is_as_windows_has_it():
    if ctypes.sizeof(ctypes.c_void_p) != 8:
        pytest.skip("the figures are those of a 64-bit system")
    # winnt.h: 64 bytes of basic limits, 48 of counters, four sizes.
    assert ctypes.sizeof(Limits) == 64 + 48 + 32
    assert Limits.process_memory.offset == 112


def test_limits_name_memory_and_a_single_process():
    made = limits(300_000_000)
    assert made.process_memory == 300_000_000
    assert made.basic.active_processes == 1
    assert made.basic.flags == 0x8 | 0x100 | 0x400 | 0x2000


def test_elsewhere_it_does_nothing():
    if sys.platform == "win32":
        pytest.skip("it would limit the process that runs the tests")
    assert limit_this_process(1) is False
