"""Times an export beside pandoc alone on the same Markdown and pictures, process against process.

Run: python tests/benchmarks/export_benchmark.py [runs]
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from cmalt_tui.export import Audience, ExportRequest, Format, export
from cmalt_tui.export.document import compose
from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
)
from cmalt_tui.pandoc import pandoc_file
from cmalt_tui.places import personal_places

WORDS = 12_000
PICTURES = 20
_SENTENCES = """
    we asked the panel about captions and found that most learners watch without sound because
    trains are loud so I changed the template wrote a guide ran two short sessions with
    colleagues from the library then measured how often recordings were opened again
"""
_VOCABULARY = _SENTENCES.split()


def paint(folder: Path) -> None:
    """Make ten photographs and ten screenshots, about 6 MB in all."""
    from PIL import Image, ImageDraw, ImageFilter

    files = folder / "evidence" / "files"
    files.mkdir(parents=True)
    chance = random.Random(7)
    for number in range(PICTURES):
        if number % 2:
            picture = Image.new("RGB", (1400, 900), "white")
            draw = ImageDraw.Draw(picture)
            for line in range(45):
                shade = chance.randrange(200)
                end = chance.randrange(300, 1300)
                draw.rectangle((40, 20 * line, end, 20 * line + 12), fill=(shade, shade, 120))
                text = " ".join(chance.choices(_VOCABULARY, k=14))
                draw.text((50, 20 * line), text, fill="black")
            picture.save(files / f"{number}.png")
        else:
            noise = [Image.effect_noise((1800, 1350), 60) for _ in "RGB"]
            photograph = Image.merge("RGB", noise).filter(ImageFilter.GaussianBlur(2))
            photograph.save(files / f"{number}.jpg", quality=88)


def portfolio() -> Portfolio:
    """Make a portfolio of the wanted length that shows every picture."""
    framework = load_framework("cmalt-2019", personal_places())
    empty = Portfolio("A portfolio of practice", "Mara Ellison-Quaye", framework.id, "cmalt")
    ids = [entry.id for entry in entries(framework, empty) if not entry.is_declaration]
    chance = random.Random(11)
    each = WORDS // len(ids) // 2
    items = [
        EvidenceItem(
            str(number),
            f"Picture {number}",
            "screenshot",
            file=f"files/{number}.{'png' if number % 2 else 'jpg'}",
            alt=f"What picture {number} shows",
        )
        for number in range(PICTURES)
    ]
    sections = {}
    for number, section_id in enumerate(ids):
        sections[section_id] = Section(
            section_id,
            description=_text(chance, each),
            reflections=(Reflection("first", "What I learnt", _text(chance, each)),),
            evidence=tuple(EvidenceUse(item.id) for item in items[number :: len(ids)]),
        )
    bank = {item.id: item for item in items}
    return replace(empty, sections=sections, evidence=bank)


def _text(chance: random.Random, words: int) -> str:
    paragraphs = []
    while words > 0:
        some = chance.choices(_VOCABULARY, k=min(words, 90))
        some[len(some) // 2] = f"*{some[len(some) // 2]}*"
        paragraphs.append(" ".join(some) + f". See [the page](https://example.org/{words}).")
        words -= 90
    return "\n\n".join(paragraphs)


def request(folder: Path, format: Format) -> ExportRequest:
    """Ask for the portfolio in a format."""
    return ExportRequest(
        portfolio(),
        load_framework("cmalt-2019", personal_places()),
        folder,
        format,
        folder / f"ours.{format}",
        Audience.ASSESSOR,
        date(2026, 11, 21),
    )


def timed(command: list[str], folder: Path) -> float:
    """Run a process and take its time."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Print medians and ratios; the two sides take turns, so that a busy machine hits both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paint(folder)
        document = compose(request(folder, Format.MARKDOWN))
        (folder / "same.md").write_text("\n\n".join(piece.markdown for piece in document.pieces))
        alone = {
            Format.DOCX: ["same.md", "-o", "alone.docx"],
            Format.HTML: ["same.md", "-s", "--embed-resources", "-o", "alone.html"],
        }
        for format in (Format.DOCX, Format.HTML, Format.PDF):
            ours, theirs = [], []
            for _ in range(runs + 1):
                command = [sys.executable, __file__, "--once", name, format.value]
                ours.append(timed(command, folder))
                if format in alone:
                    pandoc = [str(pandoc_file()), "--metadata", "title=T", *alone[format]]
                    theirs.append(timed(pandoc, folder))
            own = statistics.median(ours[1:])
            line = f"{format}: {own:.2f} s"
            if theirs:
                other = statistics.median(theirs[1:])
                line += f", pandoc alone {other:.2f} s, ratio {own / other:.2f}"
            print(line)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        export(request(Path(sys.argv[2]), Format(sys.argv[3])))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 5)
