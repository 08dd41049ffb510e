"""Evidence gathered from the pieces: one item a target, with every section that uses it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cmalt_tui.intake.mapping.appendix import cited_in_entry, cites, definitions
from cmalt_tui.intake.mapping.evidence_lists import caption_below, entries_of, shown_by
from cmalt_tui.intake.mapping.own_evidence import OwnEntry
from cmalt_tui.intake.mapping.own_items import own_item, own_target, referred
from cmalt_tui.intake.mapping.piece import Piece
from cmalt_tui.intake.mapping.targets import Target, file_beside, read_target
from cmalt_tui.intake.reading.document import Document
from cmalt_tui.model.import_plan import FoundEvidence
from cmalt_tui.model.portfolio import (
    DECLARATION,
    DESCRIPTION,
    EVIDENCE,
    REFLECTION,
    EvidenceItem,
)
from cmalt_tui.pandoc.tree import Node, plain_text, walk
from cmalt_tui.plain_text import clean_line, count_words, free_id, slug, words

_REFERENCES = re.compile(
    r"(?:further |suggested )?(?:reading|references?|bibliography|works cited|sources|"
    r"resources)(?: list)?",
    re.I,
)
_TITLE_END = re.compile(r"(?<=\w)(?:: | [–—-] |\. )")
_LONGEST_TITLE = 14
_NAMED_FILES = 6


@dataclass
class _Item:
    target: Target
    title: str = ""
    alt: str = ""
    caption: str = ""
    told: EvidenceItem | None = None
    uses: list[tuple[str, str]] = field(default_factory=list)
    order: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Gathered:
    """All evidence found, and what each address of the text becomes.

    Attributes:
        addresses: By file and address as it stands: the new address, or None where the link goes
            because it led to a page of the source.
    """

    items: tuple[FoundEvidence, ...]
    addresses: Mapping[tuple[str, str], str | None]
    warnings: tuple[str, ...]


def gather_evidence(pieces: Sequence[Piece], documents: Sequence[Document]) -> Gathered:
    """Gather the evidence of all pieces.

    Pictures, players and files are evidence wherever they stand. A web address is if it is in an
    evidence part; where a source has no evidence part at all, every address in a graded section
    counts. Addresses under "Further reading" are literature, and links between pages are neither.

    Args:
        pieces: The pieces in order.
        documents: The documents that they come from.
    """
    return _Gathering(pieces, documents).gathered()


class _Gathering:
    def __init__(self, pieces: Sequence[Piece], documents: Sequence[Document]) -> None:
        self._pieces = pieces
        self._documents = {document.file: document for document in documents}
        self._pages = frozenset(document.path.resolve() for document in documents)
        self._items: dict[str, _Item] = {}
        self._targets: dict[tuple[str, str], Target] = {}
        self._coded: dict[str, _Item] = {}
        self._used = 0
        self._numbered: dict[tuple[str, int], str] = {}
        self._has_lists = any(piece.part == EVIDENCE for piece in pieces)

    def gathered(self) -> Gathered:
        self._from_appendices()
        for piece in sorted(self._pieces, key=lambda piece: piece.part != EVIDENCE):
            for entry in piece.entries:
                self._from_own(piece, entry)
            if piece.part == EVIDENCE:
                self._from_list(piece)
            else:
                self._from_text(piece)
        items, named = self._finished()
        addresses: dict[tuple[str, str], str | None] = {}
        for place, target in self._targets.items():
            item = named.get(target.key)
            if target.kind == "page":
                addresses[place] = None
            elif item is not None and item.file:
                addresses[place] = f"evidence/{item.file}"
            else:
                addresses[place] = target.address
        for place, key in referred(self._pieces, self._numbered):
            addresses[place] = f"[[ev:{named[key].id}]]"
        return Gathered(items, addresses, self._warnings())

    def _target(self, file: str, address: str) -> Target:
        place = (file, address)
        if place not in self._targets:
            self._targets[place] = read_target(address, self._documents[file], self._pages)
        return self._targets[place]

    def _from_list(self, piece: Piece) -> None:
        for block in piece.blocks:
            for entry, in_list in entries_of(block):
                pointers = [node for node in walk(entry) if node["t"] in ("Link", "Image")]
                text = clean_line(plain_text(entry))
                targets = [self._target(piece.file, node["c"][2][0]) for node in pointers]
                told = [
                    (node, target)
                    for node, target in zip(pointers, targets, strict=True)
                    if target.kind not in ("", "page")
                ]
                for node, target in told:
                    item = self._item(target, node)
                    said = clean_line(plain_text(node))
                    shows = shown_by(text, said)
                    if set(words(said)) - set(words(item.title)):
                        # Another section calls the same thing by another name: keep that name.
                        shows = f"{said}: {shows}" if shows else said
                    self._use(item, piece.section, shows)
                    if entry[0]["t"] == "Figure":
                        item.caption = item.caption or clean_line(plain_text(entry[0]["c"][1][1]))
                code, shows = cited_in_entry(text)
                if not told and code in self._coded:
                    self._use(self._coded[code], piece.section, shows)
                elif not told and in_list and text:
                    item = self._unlinked(text)
                    self._use(item, piece.section, shown_by(text, item.title))

    def _from_own(self, piece: Piece, entry: OwnEntry) -> None:
        """Take an item as a document of this program tells it."""
        place = (piece.file, entry.number)
        if place not in self._numbered:
            key = f"own:{piece.file}:{entry.number}"
            address = entry.pointer["c"][2][0] if entry.pointer else ""
            local = file_beside(address, self._documents[piece.file]) if address else None
            told = own_item(entry)
            target = own_target(key, entry, local)
            self._numbered[place] = key
            self._items[key] = _Item(target, entry.title, told.alt, told.caption, told)
        item = self._items[self._numbered[place]]
        item.uses.append((piece.section, entry.told.get("shows", "")))
        self._used += 1
        item.order.append(self._used)

    def _from_appendices(self) -> None:
        for entry in definitions(self._pieces):
            targets = (
                (node, self._target(entry.file, node["c"][2][0]))
                for node in walk(entry.blocks)
                if node["t"] in ("Link", "Image")
            )
            pointed = next(
                ((node, target) for node, target in targets if target.kind not in ("", "page")),
                None,
            )
            self._coded[entry.code] = (
                self._item(pointed[1], pointed[0]) if pointed else self._unlinked(entry.text)
            )

    def _unlinked(self, text: str) -> _Item:
        title = _TITLE_END.split(text)[0]
        title = (
            title
            if len(title.split()) <= _LONGEST_TITLE
            else " ".join(text.split()[:_LONGEST_TITLE]) + " …"
        )
        key = f"text:{title.casefold()}"
        return self._items.setdefault(key, _Item(Target(key, "", "document"), title.rstrip(" .")))

    def _from_text(self, piece: Piece) -> None:
        if self._coded and piece.section:
            text = plain_text(piece.blocks)
            for code, item in self._coded.items():
                if cites(text, code):
                    self._use(item, piece.section, "")
        literature = False
        for number, block in enumerate(piece.blocks):
            if block["t"] == "Header":
                literature = bool(_REFERENCES.fullmatch(plain_text(block).strip(" :.")))
            captions = {
                id(node): clean_line(plain_text(figure["c"][1][1]))
                for figure in walk(block)
                if figure["t"] == "Figure"
                for node in walk(figure["c"][2])
            }
            below = caption_below(block, piece.blocks[number + 1 : number + 2])
            for node in walk(block):
                if node["t"] in ("Link", "Image"):
                    self._pointer(piece, node, captions.get(id(node), below), literature)

    def _pointer(self, piece: Piece, node: Node, caption: str, literature: bool) -> None:
        target = self._target(piece.file, node["c"][2][0])
        if target.kind in ("", "page"):
            return
        beside = target.local is not None or target.missing
        graded = piece.section and piece.part in (DESCRIPTION, REFLECTION)
        known = target.key in self._items
        wanted = (
            node["t"] == "Image"
            or beside
            or (graded and (not self._has_lists or known or bool(caption)))
        )
        player = target.kind in ("video", "image") and graded
        if literature or not (wanted or player):
            return
        item = self._item(target, node)
        item.caption = item.caption or caption
        if piece.section and piece.part != DECLARATION:
            listed = any(section == piece.section and shows for section, shows in item.uses)
            self._use(item, piece.section, "" if listed else caption)

    def _item(self, target: Target, node: Node) -> _Item:
        item = self._items.setdefault(target.key, _Item(target))
        said = clean_line(plain_text(node))
        if node["t"] == "Image":
            item.alt = item.alt or said
        item.title = item.title or (said if count_words(said) else "")
        return item

    @staticmethod
    def _use(item: _Item, section: str, shows: str) -> None:
        if not section:
            return
        for number, (used_in, told) in enumerate(item.uses):
            if used_in == section:
                if shows and shows not in told:
                    item.uses[number] = (section, f"{told} {shows}".strip())
                return
        item.uses.append((section, shows))

    def _finished(self) -> tuple[tuple[FoundEvidence, ...], dict[str, FoundEvidence]]:
        taken: set[str] = set()
        named: dict[str, FoundEvidence] = {}
        for key, item in self._items.items():
            name = item.target.address.split("#")[0].split("?")[0].rstrip("/").rsplit("/", 1)[-1]
            title = item.title or item.caption or name or item.target.address
            base = slug(_short(title) or name, fallback=item.target.kind, longest=48)
            identifier = free_id(base, taken)
            taken.add(identifier)
            named[key] = FoundEvidence(
                identifier,
                item.target.kind,
                item.target.address,
                title,
                tuple(item.uses),
                item.target.local,
                item.alt,
                item.caption,
                item.told,
                tuple(item.order),
            )
        return tuple(named.values()), named

    def _warnings(self) -> tuple[str, ...]:
        missing: dict[str, list[str]] = {}
        for (file, _), target in self._targets.items():
            if target.missing and target.address not in missing.setdefault(file, []):
                missing[file].append(target.address)
        return tuple(_missing(file, names) for file, names in missing.items() if names)


def _missing(file: str, names: Sequence[str]) -> str:
    told = ", ".join(names[:_NAMED_FILES]) + (" …" if len(names) > _NAMED_FILES else "")
    files = (
        "1 file that it points to is"
        if len(names) == 1
        else f"{len(names)} files that it points to are"
    )
    return f"{file}: {files} not in the source: {told}"


def _short(title: str) -> str:
    return " ".join(title.split()[:8])
