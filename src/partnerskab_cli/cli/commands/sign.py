"""`partnerskab sign`: write a party's signature, bound to what the agreement says."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from ...edit.dump import dump_record
from ...edit.fields import append_item, edit_bytes, make_steps, set_field
from ...edit.format import keep_formatted
from ...errors import CommandError, Exit
from ...history.signature import compute_content_fingerprint
from ...history.versions import Version, count_unreadable_places
from ...model.agreement import Agreement
from ...model.choices import Status
from ...model.field import Field
from ...model.parties import Party, Signature
from ...model.signing import ANYONE, VALID, determine_validity, is_by, list_party_signings, list_signing_roles
from ...model.summary import fold_case
from ...source.files import read_bytes
from ...source.parser import SourceFault
from ...source.source_file import parse_bytes
from ...text.localized import Language, Text, fold, join_alternatives
from ...text.matching import suggest
from ...workspace.files import AgreementFile, Workspace, choose_language, open_workspace, parse_today
from ...workspace.global_options import CHOOSE, GlobalOptions
from ...workspace.lookup import find_agreement_file, require_usable_agreement
from ...workspace.search_numbers import refuse_numbers
from ..edit_files import FileChange, lock_files, write_changes
from ..options import DATE, PARTY, AgreementName, option
from ..terminal import escape_lines, print_note

SIGNED = Text(
    da="{party} har skrevet under på {id}, {date}. Fingeraftryk: {fingerprint}.\n"
    "git commit gemmer, hvem der skrev det; partnerskab verify {id} viser det.",
    en="{party} has signed {id}, {date}. Fingerprint: {fingerprint}.\ngit commit keeps who wrote it; partnerskab verify {id} shows it.",
)
REPLACED = Text(da="Den afløser underskriften fra {signer}, {date}.", en="It replaces the signature of {signer}, {date}.")
ALREADY = Text(
    da="{signer} har allerede skrevet under på det, der står nu, {date}. Der er ikke skrevet noget.",
    en="{signer} has already signed what it says now, {date}. Nothing was written.",
)
LACKING = Text(da="Mangler endnu: {signers}.", en="Still to sign: {signers}.")
COMPLETE = Text(da="Alle har skrevet under; sæt `status: {status}`.", en="Everyone has signed; set `status: {status}`.")
FUTURE = Text(
    da="Den {date} er ikke kommet endnu, så ingen kan have skrevet under den dag.",
    en="{date} has not come yet, so nobody can have signed on that day.",
)
SIGNING_DAY = Text(da="skriv den dag, der blev skrevet under, efter --date", en="write the day of the signature after --date")
WHICH = Text(da="{party} har flere underskrivere.", en="{party} has more than one signatory.")
SAY_WHICH = Text(da="vælg med {option}: {choices}", en="choose with {option}: {choices}")


def sign(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    agreement: AgreementName,
    party: Annotated[str, PARTY],
    role: Annotated[
        str | None, option("--role", metavar="ROLLE", da="rollen hos den, der skriver under", en="the role of whoever signs")
    ] = None,
    name: Annotated[
        str | None, option("--name", metavar="NAVN", da="navnet, når flere har samme rolle", en="the name, where several have one role")
    ] = None,
    date: Annotated[str | None, DATE] = None,
) -> int:
    """Write one signature of a party into the agreement; it replaces the one of the same role."""
    options: GlobalOptions = context.obj
    workspace = open_workspace([agreement] if Path(agreement).exists() else [])
    language = choose_language(options, workspace.profile)
    file = find_agreement_file(agreement, workspace)
    refuse_numbers([file], workspace)
    with lock_files([file]) as lock:
        data, source = read_signable_file(file, workspace)
        record = require_signable(source)
        signer = find_party(party, record)
        own = find_own_signature(record, signer, clean_words(role), clean_words(name))
        new = make_signature(record, signer, own, role=clean_words(role), name=clean_words(name), given=read_signing_day(date))
        if new == own:
            print_note(ALREADY.localize(language, signer=describe_signer(new, signer), date=new.date), options)
            return Exit.DONE
        after = verify_signed_bytes(
            edit_bytes(data, keep_formatted(lambda text: insert_signature(text, record, own, new, source.language))), source, new
        )
        write_changes([FileChange(file, data, after)], workspace, lock)
    values = {"party": signer.name, "id": record.id or file.shown, "date": new.date, "fingerprint": new.fingerprint}
    for words in (SIGNED.format(**values), *describe_consequences(record, signer, own, new, source.language)):
        print_note(escape_lines(words.localize(language)), options)
    return Exit.DONE


def read_signable_file(file: AgreementFile, workspace: Workspace) -> tuple[bytes, Version]:
    """The bytes of an agreement, and what they say.

    Raises:
        CommandError: it cannot be read.

    """
    data = read_bytes(file.path, workspace.root)
    if isinstance(data, SourceFault):
        raise build_unsafe_path_error(file.shown)
    return data, parse_bytes(data, file.shown, Agreement, workspace.profile.vocabulary)


def build_unsafe_path_error(path: str) -> CommandError:
    """Nobody can sign what cannot be read."""
    return CommandError(
        Text(
            da="Der er noget i {path}, jeg ikke kan læse, og det kan ingen skrive under på.",
            en="There is something in {path} that I cannot read, and nobody can sign that.",
        ).format(path=path),
        Text(da="partnerskab check {path} viser hvor", en="partnerskab check {path} shows where").format(path=path),
    )


def require_signable(source: Version) -> Agreement:
    """An agreement that can be signed.

    Raises:
        CommandError: it has ended, or a part of it cannot be read.

    """
    record = require_usable_agreement(source)
    if record and record.status is Status.ENDED:
        raise CommandError(
            Text(
                da="Aftalen er ophørt, så der er ikke mere at skrive under på.",
                en="The agreement has ended; there is nothing left to sign.",
            ),
            Text(
                da="en ny aftale får sit eget id: partnerskab renew {name}", en="a new agreement gets its own id: partnerskab renew {name}"
            ).format(name=PurePosixPath(source.path).stem),
        )
    if record is None or count_unreadable_places(source) or compute_content_fingerprint(record) is None:
        raise build_unsafe_path_error(source.path)
    return record


def find_party(word: str, agreement: Agreement) -> Party:
    """A party by its id or its name.

    Raises:
        CommandError: there is none.

    """
    known: Mapping[str, Party] = {name: party for party in agreement.parties for name in (party.id, fold(party.name))}
    if party := known.get(word) or known.get(fold(word)):
        return party
    ids = [party.id for party in agreement.parties]
    raise CommandError(
        Text(da="»{word}« er ikke blandt parterne.", en="“{word}” is not among the parties.").format(word=word),
        suggest(word, ids) or CHOOSE.format(choices=join_alternatives(ids)),
    )


def find_own_signature(agreement: Agreement, signer: Party, role: str | None, name: str | None) -> Signature | None:
    """The signature that a new one replaces: that of the same party in the same role, and by the same name where one is given.

    Raises:
        CommandError: it is not clear whose it is.

    """
    own = [signature for signature in agreement.signatures if signature.party == signer.id and (role is None or is_by(signature, role))]
    if name:
        own = [signature for signature in own if fold_case(signature.name or "") == fold_case(name)] or [
            signature for signature in own if not signature.name
        ]
    if role is None and (roles := find_role_choices(signer, own, name)):
        raise refuse_ambiguous(signer, "--role", roles)
    if len(names := dict.fromkeys(fold_case(signature.name or "") for signature in own)) > 1:
        raise refuse_ambiguous(signer, "--name", tuple(signature.name for signature in own if signature.name))
    return max(own, key=lambda signature: signature.date, default=None) if names else None


def find_role_choices(signer: Party, own: Sequence[Signature], name: str | None) -> tuple[str, ...]:
    """The roles to choose from, where a signature without one could be more than one person's."""
    listed = tuple(role for role in list_signing_roles(signer) if role != ANYONE)
    known = tuple({fold_case(signature.role): str(signature.role) for signature in own if signature.role}.values())
    if name and own:
        return known if len(known) > 1 else ()
    return listed or (known if len({fold_case(signature.role or "") for signature in own}) > 1 else ())


def refuse_ambiguous(signer: Party, option: str, choices: Sequence[str]) -> CommandError:
    """More than one person signs for the party."""
    return CommandError(WHICH.format(party=signer.name), SAY_WHICH.format(option=option, choices=join_alternatives(list(choices))))


def read_signing_day(given: str | None) -> date | None:
    """The day that was said.

    Raises:
        CommandError: it is no day, or has not come.

    """
    when = parse_today(given, "--date") if given else None
    if when and when > parse_today(None):
        raise CommandError(FUTURE.format(date=when), SIGNING_DAY)
    return when


def make_signature(  # noqa: PLR0913 - what there is to write
    agreement: Agreement, signer: Party, own: Signature | None, *, role: str | None, name: str | None, given: date | None
) -> Signature:
    """The signature to be written; what is not said is as in the one before, and its day too while that one holds."""
    now = compute_content_fingerprint(agreement)
    before = own or Signature.of({})
    values = {
        "party": signer.id, "role": before.role or role, "name": before.name or name, "place": before.place,
        "date": given or (own.date if own and own.fingerprint == now else parse_today(None)), "fingerprint": now,
    }  # fmt: skip
    return Signature.of(values)


def clean_words(words: str | None) -> str | None:
    """Words of the command line as a line of the file; nothing where there are none."""
    return (" ".join(words.split()) or None) if words else None


def describe_signer(signature: Signature, signer: Party) -> str:
    """Whose signature it is: the party, with name and role where they are known."""
    details = ", ".join(word for word in (signature.name, signature.role) if word)
    return f"{signer.name} ({details})" if details else str(signer.name)


def describe_consequences(agreement: Agreement, signer: Party, own: Signature | None, new: Signature, language: Language) -> Iterator[Text]:
    """What else there is to say of a new signature: which one it replaces, who has still to sign, and what to do when nobody has."""
    if own:
        yield REPLACED.format(signer=describe_signer(own, signer), date=own.date)
    others = (
        signature
        for signature in agreement.signatures
        if signature is not own and determine_validity(signature, new.fingerprint, parse_today(None)) in VALID
    )
    signings = list_party_signings(agreement, (*others, new))
    lacking = tuple(name for signing in signings for name in signing.missing_names)
    if lacking:
        yield LACKING.format(signers=lacking)
    elif agreement.status is Status.DRAFT:
        yield COMPLETE.format(status=Status.ACTIVE.get_key(language))


def insert_signature(text: str, agreement: Agreement, own: Signature | None, signature: Signature, language: Language) -> str:
    """The file with the signature in it: over the party's own as far as it differs, else after the others."""
    answers = dump_record(signature, language)
    if own is None:
        return append_item(text, make_steps(Agreement.signatures), answers)
    place = agreement.signatures.index(own)
    for field in make_steps(Signature.role, Signature.name, Signature.date, Signature.fingerprint):
        if isinstance(field, Field) and getattr(signature, field.name) != getattr(own, field.name):
            text = set_field(text, make_steps(Agreement.signatures, place, field), answers[field.get_key(language)])
    return text


def verify_signed_bytes(data: bytes, before: Version, signature: Signature) -> bytes:
    """The bytes to be written, read once more: the signature stands in them, and they say what was signed.

    Raises:
        CommandError: they do not.

    """
    after = parse_bytes(data, before.path, Agreement).record
    if after is None or signature not in after.signatures or compute_content_fingerprint(after) != signature.fingerprint:
        raise build_unsafe_path_error(before.path)
    return data
