"""`partnerskab sign`: write a party's signature, bound to what the agreement says."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from ..agreement.agreement import Agreement
from ..agreement.choices import Status
from ..agreement.field import Field
from ..agreement.nearest import guess
from ..agreement.parties import Party, Signature
from ..errors import CommandError, Exit
from ..history.signature import Standing, fingerprint, standing
from ..history.versions import Version, lost
from ..reading.document import Fault
from ..reading.sheet import read_bytes
from ..reading.source import content
from ..text import Language, Text, alternatives
from ..writing.atomic import write_atomically
from ..writing.edit import append, edited, put, steps
from ..writing.entries import entries
from ..writing.layout import kept_tidy
from .manner import CHOOSE, Manner
from .named import named, understood
from .options import argument, option
from .record import Found, Setting, day, language_of, setting
from .screen import remark

SIGNED = Text(
    da="{party} har skrevet under på {id}, {date}. Fingeraftryk: {fingerprint}.\n"
    "git commit gemmer, hvem der skrev det; partnerskab verify {id} viser det.",
    en="{party} has signed {id}, {date}. Fingerprint: {fingerprint}.\ngit commit keeps who wrote it; partnerskab verify {id} shows it.",
)
ALREADY = Text(
    da="{party} har allerede skrevet under på det, der står nu ({date}).", en="{party} has already signed what it says now ({date})."
)


def sign(
    context: typer.Context,
    agreement: Annotated[str, argument(metavar="AFTALE", da="id eller sti", en="id or path")],
    party: Annotated[str, option("--party", metavar="PART", da="partens id eller navn", en="the id or the name of the party")],
    role: Annotated[
        str | None, option("--role", metavar="ROLLE", da="rollen hos den, der skriver under", en="the role of whoever signs")
    ] = None,
    date: Annotated[str | None, option("--date", metavar="DATO", da="hvornår; ellers i dag", en="when; else today")] = None,
) -> int:
    """Write the signature of one party into the agreement."""
    manner: Manner = context.obj
    where = setting([agreement] if Path(agreement).exists() else [])
    language = language_of(manner, where.profile)
    found = named(agreement, where)
    data, sheet = readable(found, where)
    record = signable(sheet)
    signer = party_named(party, record)
    own = newest(record, signer)
    if own and standing(own.fingerprint, fingerprint(record)) is Standing.HOLDS:
        remark(ALREADY.said(language, party=signer.name, date=own.date), manner)
        return Exit.DONE
    made = signature(record, signer, own, role, day(date, "--date"))
    write_atomically(
        found.path, checked(edited(data, kept_tidy(lambda text: placed(text, record, own, made, sheet.language))), sheet, made), data
    )
    values = {"party": signer.name, "id": record.id or found.shown, "date": made.date, "fingerprint": made.fingerprint}
    remark(SIGNED.said(language, **values), manner)
    return Exit.DONE


def readable(found: Found, where: Setting) -> tuple[bytes, Version]:
    """The bytes of an agreement, and what they say.

    Raises:
        CommandError: it cannot be read.

    """
    data = content(found.path, where.root)
    if isinstance(data, Fault):
        raise unsafe(found.shown)
    return data, read_bytes(data, found.shown, Agreement, where.profile.vocabulary)


def unsafe(path: str) -> CommandError:
    """Nobody can sign what cannot be read."""
    return CommandError(
        Text(
            da="Der er noget i {path}, jeg ikke kan læse, og det kan ingen skrive under på.",
            en="There is something in {path} that I cannot read, and nobody can sign that.",
        ).filled(path=path),
        Text(da="partnerskab check {path} viser hvor", en="partnerskab check {path} shows where").filled(path=path),
    )


def signable(sheet: Version) -> Agreement:
    """An agreement that can be signed.

    Raises:
        CommandError: it has ended, or a part of it cannot be read.

    """
    record = understood(sheet)
    if record and record.status is Status.ENDED:
        raise CommandError(
            Text(
                da="Aftalen er ophørt, så der er ikke mere at skrive under på.",
                en="The agreement has ended; there is nothing left to sign.",
            ),
            Text(
                da="en ny aftale får sit eget id: partnerskab renew {name}", en="a new agreement gets its own id: partnerskab renew {name}"
            ).filled(name=PurePosixPath(sheet.path).stem),
        )
    if record is None or lost(sheet) or fingerprint(record) is None:
        raise unsafe(sheet.path)
    return record


def party_named(word: str, agreement: Agreement) -> Party:
    """A party by its id or its name.

    Raises:
        CommandError: there is none.

    """
    known: Mapping[str, Party] = {name: party for party in agreement.parties for name in (party.id, party.name.casefold())}
    if found := known.get(word) or known.get(word.casefold()):
        return found
    ids = [party.id for party in agreement.parties]
    raise CommandError(
        Text(da="»{word}« er ikke blandt parterne.", en="“{word}” is not among the parties.").filled(word=word),
        guess(word, ids) or CHOOSE.filled(choices=alternatives(ids)),
    )


def newest(agreement: Agreement, signer: Party) -> Signature | None:
    """The party's own signature so far."""
    return max((one for one in agreement.signatures if one.party == signer.id), key=lambda one: one.date, default=None)


def signature(agreement: Agreement, signer: Party, own: Signature | None, role: str | None, when: date) -> Signature:
    """The signature to be written; role and name are those of the one before unless they are given."""
    said = " ".join(role.split()) if role else own.role if own else None
    values = {"party": signer.id, "role": said, "name": own.name if own else None, "date": when, "fingerprint": fingerprint(agreement)}
    return Signature.of(values)


def placed(text: str, agreement: Agreement, own: Signature | None, made: Signature, language: Language) -> str:
    """The file with the signature in it: over the party's own as far as it differs, else after the others."""
    answers = entries(made, language)
    if own is None:
        return append(text, steps(Agreement.signatures), answers)
    place = agreement.signatures.index(own)
    for one in steps(Signature.role, Signature.date, Signature.fingerprint):
        if isinstance(one, Field) and getattr(made, one.name) != getattr(own, one.name):
            text = put(text, steps(Agreement.signatures, place, one), answers[one.word(language)])
    return text


def checked(data: bytes, before: Version, made: Signature) -> bytes:
    """The bytes to be written, read once more: the signature stands in them, and they say what was signed.

    Raises:
        CommandError: they do not.

    """
    after = read_bytes(data, before.path, Agreement).record
    if after is None or made not in after.signatures or fingerprint(after) != made.fingerprint:
        raise unsafe(before.path)
    return data
