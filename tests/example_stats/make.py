"""Write the example: forty days of made-up numbers.

The paths are real, so that the commands of the docs can be tried on them. One upload is new, one
falls, one is dead, and one has a day on which the Hub seems to have forgotten what it knew.
"""

from datetime import date, timedelta
from pathlib import Path

from codegen.stats import Record, write_day

DAYS = [date(2026, 10, 17) + timedelta(days=n) for n in range(40)]
WEEK = (108, 112, 110, 106, 100, 82, 82)  # percent of the mean, Monday to Sunday
NEW = date(2026, 11, 3)
FORGOTTEN = date(2026, 11, 12)

# path, downloads a day at first and at last, before the first day, likes, gigabytes, license
UPLOADS = (
    ("unsloth/DeepSeek-R1-GGUF", 1900, 1500, 1_900_000, 1120, 9200, "mit"),
    ("unsloth/Llama-3.1-8B-Instruct-bnb-4bit", 6100, 6200, 8_100_000, 190, 6, "llama3.1"),
    ("unsloth/Llama-3.2-1B-Instruct-GGUF", 900, 950, 610_000, 60, 22, "llama3.2"),
    ("unsloth/Llama-3.3-70B-Instruct-bnb-4bit", 700, 640, 540_000, 52, 40, "llama3.3"),
    ("unsloth/Qwen2.5-0.5B-bnb-4bit", 0, 0, 48_000, 3, 1, "apache-2.0"),
    ("unsloth/Qwen2.5-7B-Instruct-bnb-4bit", 3300, 3100, 2_400_000, 41, 6, "apache-2.0"),
    ("unsloth/Qwen2.5-Coder-32B-Instruct-GGUF", 420, 300, 350_000, 77, 310, "apache-2.0"),
    ("unsloth/Qwen3-30B-A3B-GGUF", 2700, 3900, 1_100_000, 240, 480, "apache-2.0"),
    ("unsloth/Qwen3-8B-GGUF", 2100, 2300, 900_000, 98, 90, "apache-2.0"),
    ("unsloth/QwQ-32B-GGUF", 800, 90, 870_000, 180, 280, "apache-2.0"),
    ("unsloth/gemma-3-27b-it-GGUF", 2500, 2400, 1_300_000, 160, 330, "gemma"),
    ("unsloth/gemma-3-4b-it-unsloth-bnb-4bit", 1500, 1900, 700_000, 22, 4, "gemma"),
    ("unsloth/gpt-oss-20b-GGUF", 400, 9100, 0, 310, 210, "apache-2.0"),
    ("unsloth/phi-4-GGUF", 600, 560, 480_000, 44, 120, "mit"),
)


def per_day(first: int, last: int, day: date) -> int:
    """Downloads of one day, on a line from before the example to its end, more during the week."""
    start = DAYS[0] - timedelta(days=30)
    done = (day - start).days * 1000 // (DAYS[-1] - start).days
    return (first * (1000 - done) + last * done) // 1000 * WEEK[day.weekday()] // 100


def snapshot(day: date, upload: tuple[str, int, int, int, int, int, str]) -> Record:
    """The row of one upload on one day."""
    repo_id, first, last, before, likes, gigabytes, license = upload
    is_new = repo_id.endswith("gpt-oss-20b-GGUF")
    start = NEW if is_new else DAYS[0] - timedelta(days=30)
    known = [start + timedelta(days=n) for n in range((day - start).days + 1)]
    downloads = sum(per_day(first, last, d) for d in known[-30:])
    all_time = before + sum(per_day(first, last, d) for d in known)
    if repo_id.endswith("Qwen3-8B-GGUF") and day == FORGOTTEN:
        downloads //= 40
    return Record(
        date=day.isoformat(),
        id=repo_id,
        downloads=downloads,
        downloads_all_time=all_time,
        likes=likes + (day - DAYS[0]).days * (first + last) // 4000,
        trending_score=float(max(0, last - first) // 100),
        last_modified="2026-11-03T09:30:00Z" if is_new else "2026-06-18T14:05:00Z",
        size=gigabytes * 10**9,
        gated="auto" if license.startswith("llama") else "open",
        license=license,
    )


if __name__ == "__main__":
    for a_day in DAYS:
        there = [u for u in UPLOADS if a_day >= NEW or not u[0].endswith("gpt-oss-20b-GGUF")]
        write_day(Path(__file__).parent, a_day, [snapshot(a_day, upload) for upload in there])
