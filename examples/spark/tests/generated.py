"""Made-up pages in Parquet, with near copies and bad rows planted in them: generated.py DIR [PAGES]"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Characters of everyday texts in both scripts; drawn at random they give texts that are near to no other.
SIMPLIFIED = "春耕各地农民下田插秧指导今年长势良好预计月底完成任务江上雾散船工开出最后一班学校孩子回到园里村路桥通车十分钟老人说以前要走很远现在方便多了县里修水库养鱼种树收粮卖果子办展览唱戏请客做饭读书写信打球跑步看病买药坐火车去省城见朋友"
TRADITIONAL = "春耕各地農民下田插秧指導今年長勢良好預計月底完成任務江上霧散船工開出最後一班學校孩子回到園裡村路橋通車十分鐘老人說以前要走很遠現在方便多了縣裡修水庫養魚種樹收糧賣果子辦展覽唱戲請客做飯讀書寫信打球跑步看病買藥坐火車去省城見朋友"

FILES = 8
BAD = ("null", "no text", "too large", "gbk in a string")


def sentence(draw: random.Random, letters: str) -> str:
    parts = ["".join(draw.choices(letters, k=draw.randrange(6, 14))) for _ in range(draw.randrange(2, 4))]
    return "，".join(parts) + "。"


def body(draw: random.Random, letters: str, paragraphs: int) -> list[str]:
    return ["".join(sentence(draw, letters) for _ in range(4)) for _ in range(paragraphs)]


def page(title: str, day: int, paragraphs: list[str], site: int) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html><head><title>{title}_新村网{site}</title></head><body><div><a href=/>首页</a> <a href=/n>新闻</a></div>"
        f"<h1>{title}</h1><p>2024年03月{day:02}日 10:20 来源：新村日报{site}</p><div class=text>{text}</div>"
        f"<p>责任编辑：赵晓</p><div><a href=/1>相关新闻</a></div></body></html>"
    )


def rows(count: int, large: int, seed: int = 17):
    """Pages in order: what was planted, or None; address and page. One in ten is a copy of an earlier one with a
    character changed and other surroundings, one in a hundred a bad row."""
    draw = random.Random(seed)
    texts: list[list[str]] = []
    for number in range(count):
        url = f"https://{'abcdefgh'[number % 8]}{number % 40}.example.com/{number}.html"
        letters = (SIMPLIFIED, TRADITIONAL)[number % 3 == 0]
        day = draw.randrange(1, 29)
        if number % 100 == 50:
            bad = BAD[number // 100 % len(BAD)]
            content = {
                "null": None,
                "no text": bytes(draw.choices(range(1, 9), k=200)),
                "too large": b"<p>" + b"x" * large,
                "gbk in a string": page("春耕开始", day, body(draw, SIMPLIFIED, 4), 1).encode("gb18030"),
            }[bad]
            yield bad, url, content
            continue
        is_copy = number % 10 == 7 and bool(texts)
        if is_copy:
            paragraphs = list(draw.choice(texts))
            at = draw.randrange(len(paragraphs))
            place = draw.randrange(len(paragraphs[at]) - 1)
            paragraphs[at] = paragraphs[at][:place] + draw.choice(letters) + paragraphs[at][place + 1 :]
        else:
            paragraphs = body(draw, letters, draw.randrange(6, 12))
            texts.append(paragraphs)
        title = "".join(draw.choices(letters, k=9))
        yield "copy" if is_copy else None, url, page(title, day, paragraphs, number % 40).encode()


def write(folder: Path, count: int, large: int) -> list[str | None]:
    """Writes the pages in files of Parquet, as strings whatever their bytes are; gives what was planted in each."""
    folder.mkdir(parents=True, exist_ok=True)
    planted, parts = [], [[] for _ in range(FILES)]
    for number, (what, url, content) in enumerate(rows(count, large)):
        planted.append(what)
        parts[number % FILES].append((url, content))
    for number, part in enumerate(parts):
        urls, contents = zip(*part)
        # Not all of these bytes are UTF-8, as in many a table: `cast` would look, `view` does not.
        pages = pa.array(contents, pa.binary()).view(pa.string())
        table = pa.table({"url": pa.array(urls), "html": pages})
        pq.write_table(table, folder / f"pages-{number}.parquet", row_group_size=500)
    return planted


if __name__ == "__main__":
    told = write(Path(sys.argv[1]), int((sys.argv[2:] or ["20000"])[0]), 200_000)
    print(len(told), "pages,", told.count("copy"), "copies planted")
