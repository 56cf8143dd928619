"""What a start does without: sources of what is only imported, a look for garbage, memory that nothing is in.

The first two cost a fifth of the time until a library is drawn; none changes what the program does.
"""

import builtins
import gc
import sys

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE = 1 << 20


def spare_sources() -> None:
    """Let imports be imports again, once PySide is loaded.

    PySide puts a step of its own before each import, which reads the source of every module, thousands of pages
    of them, and keeps it: it looks for `from __feature__ import snake_case`, which nothing here says. The step
    leaves what it stands before in `builtins`; a PySide without it is left alone.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def give_memory_back() -> None:
    """Let large arrays go back to the system as soon as they are done with, where malloc is that of GNU.

    By itself it keeps room for those of up to 32 MB, and with a million events holds tens of megabytes that
    nothing is in.
    """
    import ctypes

    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)
        if set_option is not None:
            set_option(_MMAP_THRESHOLD, _LARGE)


def hold_collector() -> None:
    """Keep the collector from walking all that a start makes, again and again; nothing of it is garbage."""
    gc.disable()


def spare_what_lasts() -> None:
    """Keep the collector from all there is now, and let it go on; it takes a tenth of a second for thousands.

    What may have become garbage since the time before is collected first; nothing has before the first time.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.enable()


def let_go() -> None:
    """Give the collector everything back."""
    gc.unfreeze()
    gc.enable()


def end() -> None:
    """Let the process end without a last look for garbage: everything is saved, and the system takes it all."""
    gc.freeze()
