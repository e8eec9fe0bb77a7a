"""The catalogue page in a real browser, opened as a file."""

import pytest

from .chromium import Tab

SHOWN = "[...document.querySelectorAll('#list li')].filter(n => n.checkVisibility()).map(n => n.id)"
COUNT = "document.getElementById('count').textContent"
FOCUSED = "document.activeElement.closest('li')?.id ?? document.activeElement.id"
HASH = "location.hash"
SAID = "document.getElementById('said').textContent"


def shown(tab: Tab) -> list[str]:
    """The constants of the rows that can be seen or scrolled to; "" for a retired one."""
    return list(tab.run(SHOWN))


def clipboard(tab: Tab) -> str:
    tab.call("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    return str(tab.run("navigator.clipboard.readText()"))


def test_everything_is_listed_by_family(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    assert tab.run("[...document.querySelectorAll('h2 a')].map(n => n.textContent)") == [
        "Gemma, by Google",
        "Llama, by Meta",
        "Qwen, by Alibaba Cloud",
    ]
    assert tab.run(COUNT) == "63 models"
    assert len(shown(tab)) == 65  # and two retired names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("llama31 8b instruct bnb", ["LLAMA_3_1_8B_INSTRUCT_BNB", "LLAMA_3_1_8B_INSTRUCT_UNSLOTH"]),
        ("unsloth/LLAMA-3.1-8b-Instruct-GGUF", ["LLAMA_3_1_8B_INSTRUCT_GGUF"]),
        ("gguf instruct llama", ["LLAMA_3_1_8B_INSTRUCT_GGUF"]),
        ("Models.LLAMA_3_1_70B_BNB", ["LLAMA_3_1_70B_BNB"]),
        ("gemma3-27b gguf", ["GEMMA_3_27B_IT_GGUF"]),
        ("qwen 128k", ["QWEN3_8B_128K_GGUF"]),
        ("alibaba 0_6B unquantised", ["QWEN3_0_6B"]),
        ("1120 pixels original", ["LLAMA_3_2_11B_VISION_INSTRUCT_ORIGINAL"]),
        ("renamed gemma", ["GEMMA_3_1B_IT"]),
        ("llama 3.1 1b", []),  # neither 11B nor 3.1
        ("gemma 2", []),  # no part of 27b
        ("qwen 0b", []),  # nor of 30B
        ("qwen 06b", []),  # the dot of a size is no separator
        ("gemma ***", []),
        ("モデル", []),
    ],
)
def test_search(tab: Tab, sample: str, text: str, found: list[str]) -> None:
    tab.goto(sample)
    tab.press("/")
    tab.write(text)
    assert shown(tab) == found
    assert tab.run("document.getElementById('none').checkVisibility()") == (not found)


def test_retired_names_are_found_and_lead_on(tab: Tab, sample: str) -> None:
    tab.goto(sample + "#META_LLAMA_3_1_8B")
    row = "document.querySelector('li.marked')"
    assert tab.run(f"{row}.querySelector('s').textContent") == "Models.META_LLAMA_3_1_8B"
    assert "the repo was renamed, 2026-11-25; use " in tab.run(f"{row}.textContent")
    tab.click("li.marked .why a")
    tab.wait("document.querySelector('li.marked')?.id === 'LLAMA_3_1_8B'")
    tab.goto(sample + "#q=retired")
    assert shown(tab) == ["", ""]
    assert tab.run(COUNT) == "0 models, 2 retired names"


def test_filters_stand_in_the_address(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    choose = "(s => {{ s.value = '{}'; s.dispatchEvent(new Event('change')) }})({})"
    for key, value in (("size", "8b"), ("quant", "GGUF"), ("uploader", "unsloth")):
        tab.run(choose.format(value, f"document.querySelector('[name={key}]')"))
    expected = ["LLAMA_3_1_8B_GGUF", "LLAMA_3_1_8B_INSTRUCT_GGUF", "QWEN3_8B_GGUF"]
    expected += ["QWEN3_8B_128K_GGUF"]
    assert shown(tab) == expected
    tab.press("/")
    tab.write("8b")
    tab.wait(f"{HASH} === '#q=8b&size=8b&quant=GGUF&uploader=unsloth'")
    # What the others leave of a value stands beside it, and what nothing is left of cannot be had.
    label = "document.querySelector('option[value={}]').textContent"
    assert tab.run(label.format("llama")) == "Llama, by Meta (2)"
    assert tab.run("document.querySelector('option[value=gemma]').disabled")
    # The same address shows the same, and no filter is left after Clear.
    tab.goto(tab.run("location.href"))
    assert shown(tab) == expected
    tab.click("#clear")
    assert tab.run(COUNT) == "63 models"
    tab.wait(f"{HASH} === ''")


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("#family=llama", 20),
        ("#modality=vision", 4),
        ("#quant=FP8", 3),
        ("#size=30b-a3b", 5),
        ("#uploader=google", 6),
        ("#family=llama&modality=text&quant=BNB", 4),
        ("#quant=NOPE", 63),  # what cannot be chosen chooses nothing
        ("#q=%", 0),
        ("#%", 63),
    ],
)
def test_filters_from_the_address(tab: Tab, sample: str, address: str, count: int) -> None:
    tab.goto(sample + address)
    assert tab.run(COUNT) == f"{count} models"


@pytest.mark.parametrize("name", ["QWEN3_8B_BNB", "unsloth/Qwen3-8B-bnb-4bit"])
def test_deep_link(tab: Tab, sample: str, name: str) -> None:
    tab.goto(f"{sample}#{name}")
    assert tab.run("document.querySelector('li.marked').id") == "QWEN3_8B_BNB"
    tab.wait(f"({FOCUSED}) === 'QWEN3_8B_BNB'")
    box = "document.getElementById('QWEN3_8B_BNB').getBoundingClientRect()"
    tab.wait(f"{box}.top > 150 && {box}.bottom < innerHeight")


def test_deep_link_far_down_the_real_list(tab: Tab, real: str) -> None:
    tab.goto(real + "#QWEN3_8B_BNB")
    box = "document.getElementById('QWEN3_8B_BNB').getBoundingClientRect()"
    tab.wait(f"Math.abs({box}.top - innerHeight / 2) < 100")
    assert tab.run("scrollY") > 10_000


def test_a_link_to_nothing_says_so(tab: Tab, sample: str) -> None:
    tab.goto(sample + "#LLAMA_9")
    assert tab.run(SAID) == "There is no model LLAMA_9 here."


def test_original_and_variants_are_together_and_linked(tab: Tab, sample: str) -> None:
    tab.goto(sample + "#q=QWEN3_8B_BNB")
    assert tab.run("document.querySelector('h3 .more:not([hidden])').textContent") == (
        "5 more variants"
    )
    tab.click("h3 .more:not([hidden])")
    tab.wait(f"{HASH} === '#QWEN3_8B'")
    article = "document.getElementById('QWEN3_8B').closest('article')"
    assert tab.run(f"[...{article}.querySelectorAll('li')].map(n => n.id)") == [
        "QWEN3_8B",
        "QWEN3_8B_BNB",
        "QWEN3_8B_GGUF",
        "QWEN3_8B_ORIGINAL",
        "QWEN3_8B_FP8_ORIGINAL",
        "QWEN3_8B_128K_GGUF",
    ]
    tab.run("history.back()")  # to the search
    tab.wait(f"{COUNT} === '1 model'")


def test_copying(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    tab.click("#LLAMA_3_1_8B_BNB .constant")
    tab.wait(f"{SAID} === 'Copied Models.LLAMA_3_1_8B_BNB'")
    assert clipboard(tab) == "Models.LLAMA_3_1_8B_BNB"
    tab.click("#LLAMA_3_1_8B_BNB .path")
    tab.wait(f"{SAID} === 'Copied unsloth/Llama-3.1-8B-bnb-4bit'")
    assert clipboard(tab) == "unsloth/Llama-3.1-8B-bnb-4bit"


def test_copying_where_the_clipboard_is_denied(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    tab.run("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))")
    tab.click("#QWEN3_8B .path")
    tab.wait(f"{SAID} === 'Copied unsloth/Qwen3-8B'")
    assert clipboard(tab) == "unsloth/Qwen3-8B"


def test_by_keyboard_alone(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    tab.press("/")
    assert tab.run(FOCUSED) == "q"
    tab.write("gemma 1b it")
    tab.press("Enter")
    assert tab.run(FOCUSED) == "GEMMA_3_1B_IT"
    assert tab.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tab.press("ArrowDown", "ArrowRight")
    assert tab.run(FOCUSED) == "GEMMA_3_1B_IT_BNB"
    tab.press("Enter")
    tab.wait(f"{SAID} === 'Copied unsloth/gemma-3-1b-it-bnb-4bit'")
    tab.press("ArrowUp", "ArrowLeft")
    assert tab.run("document.activeElement.textContent") == "Models.GEMMA_3_1B_IT"
    tab.press("ArrowUp")
    assert tab.run(FOCUSED) == "q"
    tab.press("Escape")
    assert tab.run("document.getElementById('q').value") == ""
    assert tab.run(COUNT) == "63 models"


def test_the_tab_key_takes_one_step_over_each_family(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    stops = []
    for _ in range(11):
        tab.press("Tab")
        stops.append(
            tab.run(
                "(n => n.id || n.name || n.closest('li')?.id || n.hash)(document.activeElement)"
            )
        )
    assert stops == [
        "theme",
        "q",
        "family",
        "size",
        "quant",
        "modality",
        "uploader",
        "#family=gemma",
        "GEMMA_3_1B_IT",
        "#family=llama",
        "#family=qwen",
    ]


def test_light_and_dark(tab: Tab, sample: str) -> None:
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


@pytest.mark.parametrize("address", ["", "#q=gemma", "#q=retired", "#q=nonesuch"])
def test_on_a_phone(tab: Tab, sample: str, address: str) -> None:
    tab.size(360, 760, phone=True)
    tab.goto(sample + address)
    assert tab.run("document.documentElement.scrollWidth") == 360
    shown_nodes = "[...document.querySelectorAll('body *')].filter(n => n.checkVisibility())"
    beyond = "filter(n => !n.closest('.quiet') && n.getBoundingClientRect().right > 360.5)"
    assert tab.run(f"{shown_nodes}.{beyond}.map(n => n.outerHTML)") == []
    smallest = "Math.min(...[...document.querySelectorAll('li *')].map(n => "
    assert tab.run(f"{smallest}parseFloat(getComputedStyle(n).fontSize)))") >= 12
    assert not tab.run("document.getElementById('filters').checkVisibility()")
    tab.click("#fold")
    assert tab.run("document.getElementById('filters').checkVisibility()")
    assert tab.run("document.getElementById('fold').ariaExpanded") == "true"


def test_verdicts_and_downloads(tab: Tab, sample: str) -> None:
    tab.goto(sample)
    hub = "document.querySelector('#{} .hub').textContent"
    assert tab.run(hub.format("LLAMA_3_1_8B")) == "ok 2026-11-25"
    assert tab.run(hub.format("LLAMA_3_1_8B_ORIGINAL")) == "gated 2026-11-25"
    assert tab.run(hub.format("LLAMA_3_1_8B_BNB")) == "not checked"
    assert "The Hub has it as unsloth/gemma-3-1b" in tab.run(
        "document.getElementById('GEMMA_3_1B_IT').textContent"
    )
    use = "document.querySelector('#LLAMA_3_1_8B .use')"
    assert tab.run(f"{use}.textContent") == "12.3k"
    assert tab.run(f"{use}.title") == (
        "12,345 downloads in the 30 days before 2026-11-25; since 2026-11-23 at most 12,345"
    )
    assert tab.run(f"{use}.querySelector('path').getTotalLength()") > 80


def test_hostile_text_is_text(tab: Tab, hostile: str) -> None:
    tab.goto(hostile)
    assert tab.run(COUNT) == "63 models"
    assert tab.run("document.querySelectorAll('main img, main script').length") == 0
    assert tab.run("document.querySelector('h2 a').textContent").startswith("</script></style>")
    tab.press("/")
    tab.write("onerror")
    assert tab.run(COUNT) == "63 models"


def test_a_name_in_use_again_is_that_of_its_model(tab: Tab, hostile: str) -> None:
    tab.goto(hostile + "#LLAMA_3_1_8B")  # which is a retired name as well
    assert tab.run("document.querySelector('li.marked').id") == "LLAMA_3_1_8B"


def test_the_policy_runs_no_other_script(browser: Tab, sample: str) -> None:
    browser.goto(sample)
    browser.complaints.clear()
    browser.run(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        "document.body.append(s); document.body.setAttribute('style', 'color: red'); })()"
    )
    assert browser.run("window.ran") is None
    assert browser.run("document.body.style.color") == ""
    assert len(browser.complaints) == 2


def test_nothing_moves(tab: Tab, real: str) -> None:
    """No layout shift while the page loads and is scrolled through."""
    for width, phone in ((1280, False), (360, True)):
        tab.size(width, 800, phone=phone)
        tab.goto(real)
        tab.run(
            "window.moved = [], new PerformanceObserver(list => moved.push(...list.getEntries()))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        tab.scroll(8_000)
        assert tab.run("scrollY") == 8_000
        assert tab.run("moved.reduce((sum, one) => sum + one.value, 0)") < 0.001


def test_heights_are_right_before_rows_are_drawn(tab: Tab, real: str) -> None:
    """On a wide screen the estimate of what is not drawn yet is its height to the pixel, for what
    fits on its lines."""
    tab.size(1600, 900)
    tab.goto(real)
    height = "document.documentElement.scrollHeight"
    before = tab.run(height)
    tab.run(
        "document.querySelectorAll('article').forEach(n => n.style.contentVisibility='visible')"
    )
    assert abs(tab.run(height) - before) / before < 0.005


def test_every_model_is_found_by_its_names(tab: Tab, real: str) -> None:
    """In upper and lower case and with spaces, by constant and by path, among all others."""
    tab.goto(real)
    missed = tab.run("""(() => {
        const missed = [];
        for (const row of rows.filter((row) => !row.gone)) {
            const path = textOf(row, ".path"), name = textOf(row, ".constant");
            for (const text of [path, path.toUpperCase(), name.toLowerCase(),
                                path.replace("/", " "), path.replace(/[-_/]/g, " ")])
                if (!tests(text).every((word) => word.test(textFor(row)))) missed.push(text);
        }
        return missed; })()""")
    assert missed == []
