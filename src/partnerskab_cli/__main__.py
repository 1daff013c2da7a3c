"""The door: `partnerskab`, and `python -m partnerskab_cli`."""

import gc

gc.disable()  # a run is short; the collector would cost a tenth of its start


def main() -> None:
    """Run the command line and leave with its exit code; all that was said has been flushed, so nothing need be taken down."""
    import os  # noqa: PLC0415 - after the collector is off
    import sys  # noqa: PLC0415 - likewise

    from .cli.main import run  # noqa: PLC0415 - likewise

    os._exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
