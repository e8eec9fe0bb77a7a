"""The catalog page in real browsers, opened as a file."""

import re

import pytest

from .chromium import ChromiumTab
from .tab import Tab

SHOWN = "[...document.querySelectorAll('#list li')].map(n => n.dataset.constant ?? '')"
COUNT = "document.getElementById('count').textContent"
FOCUSED = (
    "(n => n.closest('li')?.dataset.constant ?? (n.id || n.name || n.hash || n.ariaLabel))"
    "(document.activeElement)"
)
HASH = "location.hash"
MESSAGE = "document.getElementById('message').textContent"
NOTICE = "document.getElementById('notice').textContent"
MARKED = "document.querySelector('li.marked')"
TITLES = "[...document.querySelectorAll('#list h3')].map(n => n.firstChild.textContent)"


def shown(tab: Tab) -> list[str]:
    """The constants of the rows that are drawn; "" for a retired one."""
    return list(tab.run(SHOWN))


def row(constant: str) -> str:
    return f"document.querySelector('[data-constant={constant}]')"


def choose(tab: Tab, key: str, value: str) -> None:
    node = f"document.querySelector('select[name={key}]')"
    tab.run(f"(n => {{ n.value = '{value}'; n.dispatchEvent(new Event('change')) }})({node})")


def test_everything_is_listed_by_family(tab: Tab, sample: str) -> None:
    tab.size(1280, 4000)
    tab.goto(sample)
    assert tab.run("[...document.querySelectorAll('h2 a')].map(n => n.textContent)") == [
        "Gemma, by Google",
        "Llama, by Meta",
        "Qwen, by Alibaba Cloud",
    ]
    assert tab.run(COUNT) == "63 models"
    rows = shown(tab)
    titles = tab.run(TITLES)
    assert len(rows) == len(set(rows)) == len(titles) - 1 == 14  # one of each model
    assert titles.count("Retired names") == 1


QUERIES: list[tuple[str, list[str]]] = [
    ("llama31 8b instruct bnb", ["LLAMA_3_1_8B_INSTRUCT_BNB", "LLAMA_3_1_8B_INSTRUCT_UNSLOTH"]),
    ("unsloth/LLAMA-3.1-8b-Instruct-GGUF", ["LLAMA_3_1_8B_INSTRUCT_GGUF"]),
    ("gguf instruct llama", ["LLAMA_3_1_8B_INSTRUCT_GGUF"]),
    ("Models.LLAMA_3_1_70B_BNB", ["LLAMA_3_1_70B_BNB"]),
    ("gemma3-27b gguf", ["GEMMA_3_27B_IT_GGUF"]),
    ("qwen 128k", ["QWEN3_8B_128K_GGUF"]),
    ("qwen 0.6B none unsloth", ["QWEN3_0_6B"]),
    ("llama vision original", ["LLAMA_3_2_11B_VISION_INSTRUCT_ORIGINAL"]),
    ("llama 3.1 1b", []),  # neither 11B nor 3.1
    ("gemma 2", []),  # no part of 27b
    ("qwen 0b", []),  # nor of 30B
    ("qwen 06b", []),  # the dot of a size is no separator
    ("モデル", []),
]


def test_search(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    for text, expected in QUERIES:
        tab.press("/")
        tab.write(text)
        assert (text, shown(tab)) == (text, expected)
        assert tab.run("document.getElementById('none').checkVisibility()") == (not expected)
        tab.press("Escape")


def test_nothing_found_says_why_and_leads_on(tab: Tab, sample: str) -> None:
    nearest = "document.getElementById('nearest')"
    tab.goto(sample)
    tab.press("/")
    tab.write("lama 3.1 8b")
    tab.wait(f"{nearest}.textContent !== ''")
    assert tab.run(f"{nearest}.textContent") == (
        "No model matches “lama”. Closest: unsloth/Llama-3.1-8B, unsloth/Llama-3.1-8B-GGUF, "
        "unsloth/Llama-3.1-8B-Instruct"
    )
    tab.click("#nearest a")
    tab.wait(f"{MARKED}?.dataset.constant === 'LLAMA_3_1_8B'")
    assert tab.run(f"{nearest}.textContent") == ""
    tab.goto(sample + "#q=gemma&quant=FP8")
    tab.wait(f"{nearest}.textContent !== ''")
    link = tab.run(f"{nearest}.textContent")
    tab.click("#nearest a")
    tab.wait(f"{COUNT} + ' without the filters' === '{link}' && {HASH} === '#q=gemma'")


def test_retired_names_are_listed_and_lead_on(tab: Tab, sample: str) -> None:
    tab.goto(sample + "#META_LLAMA_3_1_8B")
    assert tab.run(f"{MARKED}.querySelector('s').textContent") == "Models.META_LLAMA_3_1_8B"
    assert "the repo was renamed, 2026-11-25; use " in tab.run(f"{MARKED}.textContent")
    tab.click("li.marked .why a")
    tab.wait(f"{MARKED}?.dataset.constant === 'LLAMA_3_1_8B'")
    tab.goto(sample + "#q=retired")
    assert shown(tab) == ["", ""]
    assert tab.run(COUNT) == "0 models, 2 retired names"


def test_filters_are_in_the_address_the_title_and_the_history(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    for key, value in (("size", "8b"), ("quant", "GGUF"), ("uploader", "unsloth")):
        choose(tab, key, value)
        tab.wait(f"{HASH}.endsWith('{key}={value}')")
    expected = ["LLAMA_3_1_8B_GGUF", "LLAMA_3_1_8B_INSTRUCT_GGUF", "QWEN3_8B_GGUF"]
    expected += ["QWEN3_8B_128K_GGUF"]
    assert shown(tab) == expected
    tab.press("/")
    tab.write("8b")
    tab.wait(f"{HASH} === '#q=8b&size=8b&quant=GGUF&uploader=unsloth'")
    assert tab.run("document.title") == "8b · 8B · GGUF · unsloth · Models · hubenum"
    tab.run("history.go(-3)")  # two choices, one search; browsers keep only 50 entries to count
    tab.wait(f"{HASH} === '#size=8b'")
    tab.run("history.go(3)")
    tab.wait(f"{HASH} === '#q=8b&size=8b&quant=GGUF&uploader=unsloth'")
    # Each choice shows what the other filters leave of it; one that leaves nothing is disabled.
    label = "document.querySelector('option[value={}]').textContent"
    assert tab.run(label.format("llama")) == "Llama, by Meta (2)"
    assert tab.run("document.querySelector('option[value=gemma]').disabled")
    # The same address shows the same, and Clear leaves no filter.
    tab.goto(tab.run("location.href"))
    assert shown(tab) == expected
    tab.click("#clear")
    assert tab.run(COUNT) == "63 models"
    tab.wait(f"{HASH} === ''")
    tab.run("history.back()")
    tab.wait(f"{COUNT} === '4 models'")


@pytest.mark.parametrize(
    ("address", "count", "notice"),
    [
        ("#family=llama", 20, ""),
        ("#modality=vision", 4, ""),
        ("#quant=FP8", 3, ""),
        ("#size=30b-a3b", 5, ""),
        ("#uploader=google", 6, ""),
        ("#license=llama3.1", 2, ""),
        ("#gated=yes", 1, ""),
        ("#gated=no", 2, ""),
        ("#family=llama&modality=text&quant=BNB", 4, ""),
        ("#quant=NOPE&color=blue&sort=x", 63, "quant=NOPE, sort=x, color=blue"),
        ("#q=%", 0, ""),
        ("#%", 63, "This catalog has no model %."),
        ("#LLAMA_9", 63, "This catalog has no model LLAMA_9."),
    ],
)
def test_addresses(tab: Tab, sample: str, address: str, count: int, notice: str) -> None:
    tab.goto(sample + address)
    assert tab.run(COUNT) == f"{count} model{'s'[: count != 1]}"
    assert tab.run(NOTICE).removeprefix("This link has unknown filters, which are ignored: ") == (
        notice
    )


def test_orders(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    assert tab.run(
        "[...document.querySelectorAll('select[name=sort] option')].map(n => n.value)"
    ) == [*("", "name", "size", "newest", "downloads")]
    for sort, first in (
        ("downloads", ["Llama-3.1-8B", "Qwen3-8B"]),
        ("newest", ["Qwen3-8B", "Llama-3.1-8B"]),
        ("name", ["gemma-3-1b-it", "gemma-3-1b-pt"]),
        ("size", ["Qwen3-0.6B", "gemma-3-1b-it"]),
    ):
        choose(tab, "sort", sort)
        tab.wait(f"{HASH} === '#sort={sort}'")
        assert tab.run(TITLES)[:2] == first
        assert tab.run("document.querySelectorAll('#list h2').length") == 0


@pytest.mark.parametrize("name", ["QWEN3_8B_BNB", "unsloth/Qwen3-8B-bnb-4bit"])
def test_deep_link(tab: Tab, sample: str, name: str) -> None:
    tab.size(1280, 860)
    tab.goto(f"{sample}#{name}")
    tab.wait(f"{FOCUSED} === 'QWEN3_8B_BNB'")
    assert tab.run(f"{MARKED}.dataset.constant") == "QWEN3_8B_BNB"
    assert tab.run("document.title") == "unsloth/Qwen3-8B-bnb-4bit · Models · hubenum"
    box = f"{row('QWEN3_8B_BNB')}.getBoundingClientRect()"
    tab.wait(f"{box}.top > 150 && {box}.bottom < innerHeight")


def test_deep_link_far_down_the_real_list(tab: Tab, real: str) -> None:
    tab.size(1280, 860)
    tab.goto(real + "#QWEN3_8B_BNB")
    tab.wait(f"Math.abs({row('QWEN3_8B_BNB')}.getBoundingClientRect().top - innerHeight / 2) < 100")
    assert tab.run("scrollY") > 10_000


def test_families_to_jump_to(tab: Tab, real: str) -> None:
    tab.size(1280, 860)
    tab.goto(real)
    tab.click("#families summary")
    tab.click("#families a[href='#qwen']")
    tab.wait(f"{FOCUSED} === '#family=qwen'")
    top = "document.activeElement.getBoundingClientRect().top"
    bar = "document.getElementById('bar').getBoundingClientRect().bottom"
    tab.wait(f"{top} > {bar} && {top} < {bar} + 60")
    assert tab.run("document.getElementById('clear').hidden")  # nothing is filtered
    assert not tab.run("document.getElementById('families').open")


def test_variants_unfold_in_place(tab: Tab, sample: str) -> None:
    tab.goto(sample + "#q=QWEN3_8B_BNB")
    more = "document.querySelector('.more')"
    assert tab.run(f"{more}.textContent") == "5 more variants: unquantized, GGUF, original, FP8"
    tab.click(".more")
    assert shown(tab) == [
        "QWEN3_8B",
        "QWEN3_8B_BNB",
        "QWEN3_8B_GGUF",
        "QWEN3_8B_ORIGINAL",
        "QWEN3_8B_FP8_ORIGINAL",
        "QWEN3_8B_128K_GGUF",
    ]
    assert tab.run(HASH) == "#q=QWEN3_8B_BNB"
    assert tab.run(FOCUSED) == "Qwen3-8B: Show fewer"  # the button keeps the focus
    assert tab.run(f"{more}.ariaExpanded") == "true"
    tab.press("Enter")
    assert shown(tab) == ["QWEN3_8B_BNB"]


def test_copying(tab: Tab, sample: str) -> None:
    tab.goto(sample + "#LLAMA_3_1_8B_BNB")
    for selector, text in (
        ("[data-constant=LLAMA_3_1_8B_BNB] .constant", "Models.LLAMA_3_1_8B_BNB"),
        ("[data-constant=LLAMA_3_1_8B_BNB] .path", "unsloth/Llama-3.1-8B-bnb-4bit"),
        ("#import", "from generated import Models"),
    ):
        tab.click(selector)
        tab.wait(f"{MESSAGE} === 'Copied {text}'")
        assert tab.clipboard() == text


def test_copying_if_the_clipboard_is_denied(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    tab.run("void (navigator.clipboard.writeText = () => Promise.reject(new Error('denied')))")
    tab.click("[data-constant=QWEN3_8B] .path")
    tab.wait(f"{MESSAGE} === 'Copied unsloth/Qwen3-8B'")
    assert tab.clipboard() == "unsloth/Qwen3-8B"


def test_by_keyboard_alone(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    tab.press("/")
    assert tab.run(FOCUSED) == "q"
    tab.write("gemma 1b it")
    tab.press("Enter")
    assert tab.run(FOCUSED) == "GEMMA_3_1B_IT"
    assert tab.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tab.press("ArrowDown", "ArrowRight")
    assert tab.run(FOCUSED) == "GEMMA_3_1B_IT_ORIGINAL"
    tab.press("Enter")
    tab.wait(f"{MESSAGE} === 'Copied google/gemma-3-1b-it'")
    tab.press("ArrowUp", "ArrowLeft")
    assert tab.run("document.activeElement.textContent") == "Models.GEMMA_3_1B_IT"
    tab.press("ArrowUp")
    assert tab.run(FOCUSED) == "q"
    tab.press("Escape")
    assert tab.run("document.getElementById('q').value") == ""
    assert tab.run(COUNT) == "63 models"


def test_arrows_go_on_beyond_what_is_drawn(tab: Tab, real: str) -> None:
    tab.size(1280, 500)
    tab.goto(real)
    tab.press("/", "Enter", *["ArrowDown"] * 60)
    place = tab.run(f"[{FOCUSED}, document.activeElement.getBoundingClientRect().top, scrollY]")
    assert place[0] not in ("", "q", None)
    assert 0 < place[1] < 500
    assert place[2] > 3000
    tab.press(*["ArrowUp"] * 60)
    assert tab.run(FOCUSED) == shown(tab)[0]


def test_the_tab_key_stops_at_each_family_and_model(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    stops = []
    for _ in range(17):
        tab.press("Tab")
        stops.append(
            tab.run(f"document.activeElement.tagName === 'SUMMARY' ? 'summary' : {FOCUSED}")
        )
    assert stops == [
        *("theme", "import", "summary", "summary", "q", "sort"),
        *("family", "size", "quant", "modality", "uploader", "license", "gated"),
        "#family=gemma",
        "gemma-3-1b-it: 4 more variants: BNB, UNSLOTH, GGUF, original",
        "GEMMA_3_1B_IT",
        "gemma-3-1b-pt: 3 more variants: BNB, UNSLOTH, original",
    ]


def test_links_and_buttons_differ_for_a_screen_reader(tab: Tab, sample: str) -> None:
    tab.goto(sample + "#q=qwen3")
    controls = "[...document.querySelectorAll('#list :is(a, button)')]"
    names = tab.run(f"{controls}.map(n => n.ariaLabel ?? n.textContent)")
    assert len(names) == len(set(names)) > 50
    assert "unsloth/Qwen3-8B on the Hub" in names


def test_light_and_dark(chromium_tab: ChromiumTab, sample: str) -> None:
    tab = chromium_tab
    paper = "getComputedStyle(document.body).backgroundColor"
    light, dark = "rgb(251, 250, 247)", "rgb(21, 23, 27)"
    tab.goto(sample)
    assert tab.run(paper) == light
    tab.prefer("dark")
    assert tab.run(paper) == dark
    tab.click("#theme")
    assert tab.run(paper) == light
    tab.goto(sample)  # the choice is kept
    assert tab.run(paper) == light
    tab.prefer("light")
    tab.click("#theme")
    assert tab.run(paper) == dark
    tab.click("#theme")
    assert tab.run("document.getElementById('theme').textContent") == "Theme: auto"
    assert tab.run(paper) == light


@pytest.mark.parametrize("address", ["", "#q=gemma", "#q=retired", "#q=nonesuch", "#sort=size"])
def test_on_a_phone(tab: Tab, sample: str, address: str) -> None:
    tab.size(360, 760, phone=True)
    tab.goto(sample + address)
    width = tab.run("document.documentElement.clientWidth")  # without a scroll bar
    assert tab.run("document.documentElement.scrollWidth") == width
    drawn = "[...document.querySelectorAll('body *')].filter(n => n.checkVisibility())"
    beyond = f"filter(n => !n.closest('.quiet') && n.getBoundingClientRect().right > {width} + 0.5)"
    assert tab.run(f"{drawn}.{beyond}.map(n => n.outerHTML)") == []
    in_list = f"{drawn}.filter(n => n.closest('#list'))"
    sizes = f"{in_list}.map(n => parseFloat(getComputedStyle(n).fontSize))"
    assert tab.run(f"Math.min(12, ...{sizes})") == 12
    assert not tab.run("document.getElementById('filters').checkVisibility()")
    tab.click("#fold")
    assert tab.run("document.getElementById('filters').checkVisibility()")
    assert tab.run("document.getElementById('fold').ariaExpanded") == "true"


def test_filters_open_where_one_is(tab: Tab, real: str) -> None:
    """On a phone, far down the list."""
    tab.size(360, 760, phone=True)
    tab.goto(real + "#qwen")
    tab.wait("scrollY > 5000")
    tab.click("#fold")
    for key in ("family", "gated"):
        box = f"document.querySelector('[name={key}]').getBoundingClientRect()"
        assert tab.run(f"{box}.top > 0 && {box}.bottom < innerHeight")


def test_a_place_is_kept_when_the_window_changes(tab: Tab, real: str) -> None:
    """On a phone, where rows are taller than estimated, and when it is turned."""
    tab.size(360, 760, phone=True)
    tab.goto(real + "#QWEN3_8B_GGUF")
    top = f"{MARKED}.getBoundingClientRect().top"
    bottom = f"{MARKED}.getBoundingClientRect().bottom"
    for width, height in ((360, 760), (760, 360), (1280, 800), (360, 760)):
        tab.size(width, height, phone=True)
        tab.wait(f"innerWidth === {width} && {top} >= 0 && {bottom} <= innerHeight")


def test_facts_and_downloads(tab: Tab, sample: str) -> None:
    tab.goto(sample + "#q=llama+3.1+8b")
    facts = "{}.querySelector('.facts')?.textContent ?? null"
    assert tab.run(facts.format(row("LLAMA_3_1_8B"))) == (
        "ok · llama3.1 · created 2024-07-23 · last commit 2025-01-02 · 309 likes · "
        "checked 2026-11-25"
    )
    assert tab.run(facts.format(row("LLAMA_3_1_8B_ORIGINAL"))) == (
        "gated: wait for approval · llama3.1 · checked 2026-11-25"
    )
    assert tab.run(facts.format(row("LLAMA_3_1_8B_BNB"))) is None
    use = f"{row('LLAMA_3_1_8B')}.querySelector('.use')"
    assert tab.run(f"{use}.textContent") == "12.3K downloads"
    assert tab.run(f"{use}.title") == (
        "12,345 downloads in the 30 days before 2026-11-25; at most 12,345 since 2026-11-23"
    )
    assert tab.run(f"{use}.querySelector('path').getTotalLength()") > 80
    tab.goto(sample + "#GEMMA_3_1B_IT")
    assert "now unsloth/gemma-3-1b" in tab.run(facts.format(row("GEMMA_3_1B_IT")))


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ([0, 50, 100, 50, 25], "M2.0 18.0L23.0 10.0L44.0 2.0L65.0 10.0L86.0 14.0"),
        ([10, 10, None, 10, None], "M2.0 2.0L23.0 2.0M65.0 2.0h0"),  # gaps, and a dot
        ([7], "M2.0 2.0h0"),
        ([0, 0], "M2.0 18.0L86.0 18.0"),
    ],
)
def test_charts(
    chromium_tab: ChromiumTab, sample: str, counts: list[int | None], line: str
) -> None:
    chromium_tab.goto(sample)
    values = str(counts).replace("None", "null")
    assert chromium_tab.run(f"path({values}, Math.max(...{values}))") == line


def test_what_a_format_is(tab: Tab, hostile: str) -> None:
    tab.goto(hostile + "#quant=NONE")
    assert tab.run("document.getElementById('about').textContent").startswith("NONE: </script>")
    formats = "[...document.querySelectorAll('#formats dt a')].map(n => n.textContent)"
    assert tab.run(formats) == ["NONE", "BNB", "UNSLOTH", "GGUF", "FP8"]


def test_nothing_declared_is_a_page_too(tab: Tab, empty: str) -> None:
    tab.goto(empty + "#q=llama")
    assert tab.run(COUNT) == "0 models"
    assert shown(tab) == []
    tab.press("/", "ArrowDown", "Escape")
    assert tab.run(FOCUSED) == "q"


def test_hostile_text_is_text(tab: Tab, hostile: str) -> None:
    tab.goto(hostile)
    assert tab.run(COUNT) == "63 models"
    assert tab.run("document.querySelectorAll('main img, main script').length") == 0
    assert tab.run("document.querySelector('h2 a').textContent").startswith("</script></style>")
    assert tab.run("document.querySelectorAll('[onerror]').length") == 0


def test_a_name_in_use_again_is_that_of_its_model(tab: Tab, hostile: str) -> None:
    tab.goto(hostile + "#LLAMA_3_1_8B")  # which is a retired name as well
    assert tab.run(f"{MARKED}.dataset.constant") == "LLAMA_3_1_8B"


def test_the_policy_runs_no_other_script(chromium_browser: ChromiumTab, sample: str) -> None:
    tab = chromium_browser
    tab.goto(sample)
    tab.complaints.clear()
    tab.run(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        "document.body.append(s); document.body.setAttribute('style', 'color: red'); })()"
    )
    assert tab.run("window.ran") is None
    assert tab.run("document.body.style.color") == ""
    assert len(tab.complaints) == 2


def test_nothing_moves(chromium_tab: ChromiumTab, real: str) -> None:
    """No layout shift while the page loads and is scrolled down and up again."""
    for width, phone in ((1280, False), (360, True)):
        chromium_tab.size(width, 800, phone=phone)
        chromium_tab.goto(real)
        chromium_tab.run(
            "window.moved = [], new PerformanceObserver(list => moved.push(...list.getEntries()))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        chromium_tab.scroll(4_000)
        assert chromium_tab.run("scrollY") == 4_000
        chromium_tab.scroll(-2_000)
        assert chromium_tab.run("scrollY") == 2_000
        assert chromium_tab.run("moved.reduce((sum, one) => sum + one.value, 0)") < 0.001


def test_elements_grow_with_what_is_seen(tab: Tab, sample: str, real: str) -> None:
    """The list of 1,592 models needs about as many as that of 63 needs in the same window."""
    tab.size(1280, 860)
    counts = []
    for address in (sample, real, real + "#QWEN3_8B_BNB", real + "#quant=GGUF", real + "#q=8b"):
        tab.goto(address)
        counts.append(tab.run("document.querySelectorAll('#list *').length"))
    assert counts[1] < 1.5 * counts[0]
    assert max(counts) < 1000


def test_it_prints_on_a_few_pages(tab: Tab, real: str) -> None:
    tab.goto(real)
    if isinstance(tab, ChromiumTab):  # only its PDF shows the number of pages
        assert len(re.findall(rb"/Type /Page\b", tab.print())) <= 5
    tab.run("void dispatchEvent(new Event('beforeprint'))")
    lines = tab.run("[...document.querySelectorAll('#paper p')].map(n => n.textContent)")
    assert len(lines) > 480
    assert "Qwen3-8B unquantized, BNB, UNSLOTH, GGUF, FP8, original, FP8, GGUF" in lines
    tab.run("void dispatchEvent(new Event('afterprint'))")
    assert tab.run("document.getElementById('paper').childElementCount") == 0


def test_every_model_matches_its_names(chromium_tab: ChromiumTab, real: str) -> None:
    """In upper and lower case and with spaces, by constant and by path, among all others."""
    chromium_tab.goto(real)
    missed = chromium_tab.run("""(() => {
        const missed = [];
        for (const model of models) {
            const { repo_id: path, constant: name } = model;
            for (const text of [path, path.toUpperCase(), name.toLowerCase(),
                                path.replace("/", " "), path.replace(/[-/]|_(?!\\d)/g, " ")])
                if (rank(query(text, [model]), model) === null) missed.push(text);
        }
        return missed; })()""")
    assert missed == []
