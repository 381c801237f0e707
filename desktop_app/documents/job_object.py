"""A limit on what this process may hold on Windows: a Job Object it puts itself into.

Written to Microsoft's description ("Job Objects", JOBOBJECT_EXTENDED_LIMIT_INFORMATION); used on
Windows only. Past the limit an allocation fails there as it does with a resource limit elsewhere,
the process may start no other one, and it ends with its job.
"""

import ctypes
import sys
from ctypes import Structure, c_int64, c_size_t, c_uint32, c_uint64

_EXTENDED_LIMITS = 9
_ACTIVE_PROCESS, _PROCESS_MEMORY = 0x8, 0x100
_DIE_ON_UNHANDLED, _KILL_ON_CLOSE = 0x400, 0x2000


class _Basic(Structure):
    _fields_ = (
        ("per_process_user_time", c_int64),
        ("per_job_user_time", c_int64),
        ("flags", c_uint32),
        ("least_working_set", c_size_t),
        ("most_working_set", c_size_t),
        ("active_processes", c_uint32),
        ("affinity", c_size_t),
        ("priority", c_uint32),
        ("scheduling", c_uint32),
    )


class Limits(Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, field for field."""

    _fields_ = (
        ("basic", _Basic),
        ("counters", c_uint64 * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_process_memory", c_size_t),
        ("peak_job_memory", c_size_t),
    )


def limits(memory: int) -> Limits:
    """Return the limits of one process that may hold so many bytes and start no other."""
    made = Limits()
    made.basic.flags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED | _KILL_ON_CLOSE
    made.basic.active_processes = 1
    made.process_memory = memory
    return made


def limit_this_process(memory: int) -> bool:
    """Put this process into a job with a limit; False where Windows refuses.

    The handle is kept open on purpose: the job lives as long as the process, and ends it.
    """
    if sys.platform != "win32":
        return False
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    handle = ctypes.c_void_p
    kernel.CreateJobObjectW.restype = handle
    kernel.CreateJobObjectW.argtypes = (handle, ctypes.c_wchar_p)
    kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, handle, c_uint32)
    kernel.AssignProcessToJobObject.argtypes = (handle, handle)
    kernel.GetCurrentProcess.restype = handle
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    wanted = limits(memory)
    size = ctypes.sizeof(wanted)
    if not kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(wanted), size):
        return False
    return bool(kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()))
