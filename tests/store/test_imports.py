"""Reading a portfolio costs nothing that only writing needs."""

import subprocess
import sys
from pathlib import Path


def test_reading_loads_no_writer_and_no_screen(folder: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from cmalt_tui.store import open_portfolio_folder\n"
        f"assert open_portfolio_folder(Path({str(folder)!r})).load().sections\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()
    assert "cmalt_tui" in loaded
    assert not {"tomlkit", "textual", "rich", "lxml", "PIL", "rapidfuzz", "typst"} & set(loaded)
