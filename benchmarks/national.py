"""Compare the import of the official lists of general practices with the least work that it needs.

The least work is reading the lists with `csv`, and parsing the resulting model with tomli. Both run in turn
as processes of their own; the medians of their CPU time and their peak memory are compared. The variable
TIERS_NATIONAL names the folder of the lists, else they are in `shared/national` beside the project; where there
are none, lists of the same size are made up. Exit status 1 when a ratio is higher than promised.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 7
TIME, MEMORY = 8.0, 4.0
"""The highest ratios promised, of CPU time and of memory."""

FLOOR = (
    "import csv, sys, glob, tomli\n"
    "for each in sys.argv[2:]:\n"
    "    rows = list(csv.reader(open(each, encoding='utf-8', newline='')))\n"
    "models = [tomli.loads(open(each, encoding='utf-8').read()) for each in glob.glob(sys.argv[1] + '/*.toml')]\n"
)
IMPORT = "import sys; from tiers.tui.cli import main; sys.exit(main())"


def lists(folder: Path) -> list[str]:
    """Return the paths of the real lists, or of three made-up ones with 6,500 practices each."""
    directory = Path(os.environ.get("TIERS_NATIONAL") or Path(__file__).parents[2] / "shared" / "national")
    found = sorted(map(str, directory.glob("gp-reg-pat-prac-map_*.csv")))
    return found or [
        made_up(folder / f"{year}.csv", year, moved) for year, moved in ((2020, 0), (2022, 7), (2024, 5))
    ]


def made_up(path: Path, year: int, moved: int) -> str:
    """Write a made-up list, in which every `moved`-th practice is in another network, and return its path."""
    header = (
        "EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_CCG_CODE,CCG_CODE,CCG_NAME,"
        "ONS_STP_CODE,STP_CODE,STP_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME"
    )
    lines = [header]
    for number in range(6500):
        network = number // 5 + (moved > 0 and number % moved == 0)
        group, system = network // 12, network // 36
        lines.append(
            f"01Jan{year},A{number:05},SURGERY {number},EL1 1AA,U{network:05},NETWORK {network},E38{group:06},C{group:03},NHS Group {group} CCG,"
            f"E54{system:06},Q{system:02},System {system},E40000001,Y01,Region"
        )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def cost(code: str, *words: str) -> tuple[float, float]:
    """Return the CPU time of a process in milliseconds, and its peak memory in MiB."""
    process = subprocess.Popen([sys.executable, "-I", "-c", code, *words], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, words
    return 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024


def main() -> int:
    """Measure, print the ratios, and return 0 if they are as promised, else 1."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        files = lists(folder)
        imports, floors = [], []
        for number in range(ROUNDS):
            target = str(folder / f"england-{number}")
            imports.append(cost(IMPORT, "import", "registered-practices", *files, "--into", target))
            floors.append(cost(FLOOR, target, *files))
    (time, memory), (floor, least) = (
        tuple(map(statistics.median, zip(*each, strict=True))) for each in (imports, floors)
    )
    print(f"csv and tomli on the same files  {floor:7.0f} ms CPU {least:6.0f} MiB")
    print(f"import of {len(files)} lists               {time:7.0f} ms CPU {memory:6.0f} MiB")
    print(f"ratio                            {time / floor:7.2f}        {memory / least:6.2f}")
    print(f"promised: at most                {TIME:7.2f}        {MEMORY:6.2f}")
    return 0 if time / floor <= TIME and memory / least <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
