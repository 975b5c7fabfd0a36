"""Times the start of a program's window from outside, and how long it takes to open a vault, the same way for each program.

    window.py RESULTS WHO PASSWORD COMMAND...

Starts the command and looks at the display every few milliseconds: when its window is there, when it has the keyboard, and when it
shows what it goes on showing; "usable" is the later of the last two. Afterwards a key is pressed, which has to change what is shown:
the field that has the keyboard is asked for a password. The password, of small letters and spaces, is typed then, and Enter: the vault is
open when its window shows what it goes on showing.

Adds a line to RESULTS: who, seconds to mapped, focused, painted and usable, seconds of processor time up to usable, seconds from Enter to
the open vault, and the memory of the process when it waits for the password, when its vault is open, and at its most (resident set, KiB).
The display needs a window manager that gives new windows the keyboard, and the extension XTEST.
"""

import ctypes
import os
import signal
import sys
import time

PATIENCE = 60.0  # seconds until a window that does not come is given up
SETTLED = 1.5  # seconds without a change that mean that the window is as it stays; a caret may blink
PAUSE = 0.01  # seconds between two looks
ALIKE = 0.995  # the part of the pixels that has to be as it stays
OTHER = 0.8  # less than this part of them is the same once a vault is open
BACKSPACE, ENTER = 0xFF08, 0xFF0D
VIEWABLE = 2
Z_PIXMAP = 2

x11 = ctypes.CDLL("libX11.so.6")
xtst = ctypes.CDLL("libXtst.so.6")


class Attributes(ctypes.Structure):
    """XWindowAttributes"""

    _fields_ = (
        [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")]
        + [("visual", ctypes.c_void_p), ("root", ctypes.c_ulong)]
        + [(name, ctypes.c_int) for name in ("class_", "bit_gravity", "win_gravity", "backing_store")]
        + [("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int)]
        + [("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int)]
        + [(name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")]
        + [("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]
    )


class Image(ctypes.Structure):
    """The first fields of XImage"""

    _fields_ = (
        [(name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")]
        + [("data", ctypes.c_void_p)]
        + [(name, ctypes.c_int) for name in ("byte_order", "bitmap_unit", "bitmap_bit_order", "bitmap_pad", "depth")]
        + [("bytes_per_line", ctypes.c_int)]
    )


x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XInternAtom.restype = ctypes.c_ulong
x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
x11.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(Attributes)]
x11.XGetWindowProperty.argtypes = (
    [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_long, ctypes.c_long, ctypes.c_int, ctypes.c_ulong]
    + [ctypes.c_void_p] * 5
)
x11.XGetImage.restype = ctypes.POINTER(Image)
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 2 + [ctypes.c_ulong, ctypes.c_int]
x11.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
x11.XFree.argtypes = [ctypes.c_void_p]
x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]

# A window may go between two looks at it, which is no reason to end.
ON_ERROR = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
ignored = ON_ERROR(lambda display, error: 0)
x11.XSetErrorHandler(ignored)


class Display:
    def __init__(self):
        self.display = x11.XOpenDisplay(None)
        if not self.display:
            sys.exit("there is no display")
        self.root = x11.XDefaultRootWindow(self.display)
        late = time.perf_counter() + 10
        while not self.windows(b"_NET_WORKAREA"):
            if time.perf_counter() > late:
                sys.exit("no window manager came")
            time.sleep(PAUSE)

    def windows(self, name):
        """What a property of the root window holds, which a window manager keeps."""
        atom = x11.XInternAtom(self.display, name, 0)
        kind, left = ctypes.c_ulong(), ctypes.c_ulong()
        form, count = ctypes.c_int(), ctypes.c_ulong()
        data = ctypes.POINTER(ctypes.c_ulong)()
        into = [ctypes.byref(each) for each in (kind, form, count, left, data)]
        if x11.XGetWindowProperty(self.display, self.root, atom, 0, 64, 0, 0, *into) != 0 or not data:
            return []
        found = [data[i] for i in range(count.value)]
        x11.XFree(data)
        return found

    def mapped(self, before):
        """The first window in sight that was not there before."""
        for window in self.windows(b"_NET_CLIENT_LIST"):
            attributes = Attributes()
            seen = window not in before and x11.XGetWindowAttributes(self.display, window, ctypes.byref(attributes))
            if seen and attributes.map_state == VIEWABLE:
                return window
        return None

    def focused(self, window):
        return self.windows(b"_NET_ACTIVE_WINDOW") == [window]

    def picture(self, window):
        """The pixels of a window between its upper and its lower quarter, where its form is; none while it is not all on the display."""
        attributes = Attributes()
        if not x11.XGetWindowAttributes(self.display, window, ctypes.byref(attributes)):
            return None
        width, height = attributes.width, attributes.height // 2
        image = x11.XGetImage(self.display, window, 0, height // 2, width, height, 0xFFFFFFFF, Z_PIXMAP)
        if not image:
            return None
        pixels = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * height)
        x11.XDestroyImage(image)
        return pixels

    def press(self, keysym):
        key = x11.XKeysymToKeycode(self.display, keysym)
        for down in (1, 0):
            xtst.XTestFakeKeyEvent(self.display, key, down, 0)
        x11.XSync(self.display, 0)


def alike(one, other):
    """The part of the pixels that two pictures share."""
    if one is None or other is None or len(one) != len(other):
        return 0.0
    if one == other:
        return 1.0
    pixels = memoryview(one).cast("I"), memoryview(other).cast("I")
    return sum(map(int.__eq__, *pixels)) / len(pixels[0])


def memory(process):
    """Resident set now and at its most, KiB, of a process and what it started in its place."""
    status = dict(line.split(":", 1) for line in open(f"/proc/{process}/status") if ":" in line)
    return [int(status[name].split()[0]) for name in ("VmRSS", "VmHWM")]


def processor(process):
    """Seconds of processor time that a process has used, in its own code and in the system's."""
    fields = open(f"/proc/{process}/stat").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def watch(display, before, start, child):
    """Returns seconds to mapped and focused, the pictures with their seconds, and the window, once it is as it stays."""
    window = mapped = focused = None
    pictures = []
    while True:
        now = time.perf_counter() - start
        if os.waitpid(child, os.WNOHANG)[0] != 0 or now > PATIENCE:
            sys.exit(f"no window that stays after {now:.1f} s")
        if window is None:
            window = display.mapped(before)
            mapped = now if window else None
        if window and focused is None and display.focused(window):
            focused = now
        if window:
            picture = display.picture(window)
            if picture is not None and (not pictures or picture != pictures[-1][1]):
                settled = pictures and alike(picture, pictures[-1][1]) > ALIKE
                pictures.append((pictures[-1][0] if settled else now, picture, processor(child)))
        if focused is not None and pictures and now - max(focused, pictures[-1][0]) > SETTLED:
            return mapped, focused, pictures, window
        time.sleep(PAUSE)


def opened(display, window):
    """Presses Enter and returns the seconds until a window shows what it goes on showing, and not what it did before."""
    before = shown = display.picture(window)
    display.press(ENTER)
    start = changed = time.perf_counter()
    while True:
        now = time.perf_counter()
        picture = display.picture(window)
        if alike(picture, shown) <= ALIKE:
            shown, changed = picture, now
        if alike(shown, before) < OTHER and now - changed > SETTLED:
            return changed - start
        if now - start > PATIENCE:
            sys.exit("the vault was not opened")
        time.sleep(PAUSE)


def main():
    results, who, password, *command = sys.argv[1:]
    display = Display()
    before = display.windows(b"_NET_CLIENT_LIST")
    null = os.open(os.devnull, os.O_RDWR)
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1)])
    try:
        mapped, focused, pictures, window = watch(display, before, start, child)
        last = pictures[-1][1]
        painted = next(when for when, picture, _ in pictures if alike(picture, last) > ALIKE)
        used = next(spent for when, _, spent in pictures if when >= min(max(focused, painted), pictures[-1][0]))
        waiting = memory(child)[0]
        display.press(ord("x"))
        pressed = time.perf_counter()
        while alike(display.picture(window), last) == 1.0:
            if time.perf_counter() - pressed > 5:
                sys.exit("the window does not take what is typed")
            time.sleep(PAUSE)
        display.press(BACKSPACE)
        for letter in password:
            display.press(ord(letter))
        time.sleep(SETTLED)
        unlocked = opened(display, window)
        resident, most = memory(child)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with open(results, "a") as table:
        print(who, mapped, focused, painted, max(focused, painted), used, unlocked, waiting, resident, most, sep="\t", file=table)


main()
