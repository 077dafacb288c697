"""Drives WebKitGTK for package browser: commands in, replies out, one JSON value a line."""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

window = Gtk.Window()
view = WebKit2.WebView()
# Without a graphics card, painting in software gives the same picture each time.
view.get_settings().set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
window.add(view)
state = {"loading": False, "printing": None}


def reply(**values):
    print(json.dumps(values), flush=True)


def finish(call):
    """Replies with the value of call, or with what it raises."""
    try:
        reply(value=call())
    except GLib.Error as error:
        reply(error=error.message)


def go(command):
    state["loading"] = True
    view.load_uri(command["url"])


def loaded(_, event):
    if event == WebKit2.LoadEvent.FINISHED and state["loading"]:
        state["loading"] = False
        reply(value=None)


def failed(_, _event, uri, error):
    if state["loading"]:
        state["loading"] = False
        reply(error=f"{uri}: {error.message}")
    return True


def evaluate(command):
    body = f"return JSON.stringify(await ({command['expression']}))"

    def done(_, result, _data):
        finish(lambda: json.loads(view.call_async_javascript_function_finish(result).to_string() or "null"))

    view.call_async_javascript_function(body, -1, None, None, None, None, done, None)


def size(command):
    window.resize(command["width"], command["height"])
    GLib.idle_add(lambda: reply(value=None))


def picture(command):
    def done(_, result, _data):
        finish(lambda: view.get_snapshot_finish(result).write_to_png(command["file"]))

    view.get_snapshot(WebKit2.SnapshotRegion.FULL_DOCUMENT, WebKit2.SnapshotOptions.NONE, None, done, None)


def paper(command):
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + command["file"])
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new({"A4": "iso_a4", "Letter": "na_letter"}[command["paper"]]))
    for side in (setup.set_top_margin, setup.set_bottom_margin, setup.set_left_margin, setup.set_right_margin):
        side(command["margin"], Gtk.Unit.MM)
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    errors = []
    operation.connect("failed", lambda _, error: errors.append(error.message))
    # "finished" follows "failed" too.
    operation.connect("finished", lambda _: reply(error=errors[0]) if errors else reply(value=None))
    state["printing"] = operation
    operation.print_()


commands = {"go": go, "evaluate": evaluate, "size": size, "picture": picture, "print": paper}


def read(*_):
    line = sys.stdin.readline()
    if not line:
        Gtk.main_quit()
        return False
    command = json.loads(line)
    commands[command["do"]](command)
    return True


view.connect("load-changed", loaded)
view.connect("load-failed", failed)
window.show_all()
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, read)
Gtk.main()
