"""What a record gives its documents: its own templates, its style, its logo."""

from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from ..errors import CommandError
from ..render.theme import DocumentTheme, build_theme
from ..source.files import decode_text, read_referred_file
from ..source.parser import SourceFault
from ..text.localized import Text
from .files import Workspace

TEMPLATES = "templates"
ENDINGS = ("*.j2", "*.css")
ROOM = 1 << 17
"""Bytes of all of them together; ours are a fifth of it."""
TOO_LARGE = Text(
    da="Samlingens egne skabeloner i {folder} fylder mere end {most} kB tilsammen.",
    en="The collection’s own templates in {folder} take more than {most} kB together.",
)
FEWER = Text(da="fjern dem, der ikke bruges", en="remove those that are not used")


def load_templates(root: Path) -> Mapping[str, str]:
    """The record's own templates and style sheets, by name.

    Raises:
        CommandError: one of them cannot be read, or they are too large.

    """
    folder = root / TEMPLATES
    paths = sorted(path for ending in ENDINGS for path in folder.glob(ending)) if folder.is_dir() else []
    if sum(path.lstat().st_size for path in paths) > ROOM:
        raise CommandError(TOO_LARGE.format(folder=folder.as_posix(), most=ROOM // 1024), FEWER)
    return {path.name: read_template_text(path, root) for path in paths}


def read_template_text(path: Path, root: Path) -> str:
    """The text of a file that the record adds to its documents."""
    text = decode_text(read_template_bytes(path, root))
    if isinstance(text, SourceFault):
        refuse_template(path)
    return text


def read_template_bytes(path: Path, root: Path) -> bytes:
    """The bytes of a file inside the record, links out of it not followed."""
    data = read_referred_file(path, root)
    if isinstance(data, SourceFault):
        refuse_template(path)
    return data


def refuse_template(path: Path) -> NoReturn:
    """Say that a file is of no use."""
    raise CommandError(
        Text(da="{path} kan ikke læses.", en="{path} cannot be read.").format(path=path.as_posix()),
        Text(
            da="det skal være en almindelig fil i mappen, skabeloner i UTF-8",
            en="it must be a plain file in the folder, templates in UTF-8",
        ),
    )


def load_theme(workspace: Workspace) -> DocumentTheme:
    """How the municipality's documents look."""
    appearance = workspace.profile.appearance
    logo = workspace.root / appearance.logo if appearance and appearance.logo else None
    return build_theme(workspace.profile, read_picture(logo, workspace.root) if logo else None)


def read_picture(path: Path, root: Path) -> bytes:
    """A picture inside the record that can be drawn.

    Raises:
        CommandError: there is none.

    """
    from ..render.picture import find_picture_fault  # noqa: PLC0415 - most records have no logo

    data = read_template_bytes(path, root)
    if fault := find_picture_fault(data):
        raise CommandError(UNDRAWN.format(path=path.as_posix(), reason=fault), ANOTHER)
    return data


UNDRAWN = Text(da="Logoet {path} kan ikke bruges: {reason}.", en="The logo {path} cannot be used: {reason}.")
ANOTHER = Text(
    da="gem det igen som en hel PNG, JPEG eller enkel SVG, eller fjern `logo` under `udseende` i profilen",
    en="save it again as a whole PNG, JPEG or simple SVG, or remove `logo` under `appearance` in the profile",
)
