"""An article is the one that the Rust example prints, byte for byte, whichever way its page comes in."""

import json

import pyarrow as pa
import zhengwen


def line(page: str, article: zhengwen.Article) -> str:
    """The line that the example program prints: the article's JSON behind the page's `id`."""
    return '{"id":%s,%s' % (page, article.to_json()[1:])


def ids(cleaned: dict[str, str]) -> dict[str, str]:
    return {name: json.dumps(json.loads(text)["id"], ensure_ascii=False) for name, text in cleaned.items()}


def test_clean_gives_the_same_json(cleaned, pages):
    assert len(pages) > 200 and set(cleaned) == set(pages)
    names = ids(cleaned)
    for name, page in pages.items():
        assert line(names[name], zhengwen.clean(page)) == cleaned[name], name


def test_clean_many_gives_the_same_json_in_order(cleaned, pages):
    names = ids(cleaned)
    for threads in (1, 2, 5, None):
        articles = zhengwen.clean_many(pages.values(), threads)
        lines = [line(names[name], article) for name, article in zip(pages, articles)]
        assert lines == [cleaned[name] for name in pages]


def test_clean_batch_gives_the_same_fields(cleaned, pages):
    batch = pa.record_batch({"html": pa.array(pages.values(), pa.binary())})
    table = zhengwen.clean_batch(batch).to_pylist()
    assert len(table) == len(pages)
    same = ["url", "title", "published", "source", "authors", "editors", "text", "kind", "confidence"]
    same += ["language", "script"]
    for name, row in zip(pages, table):
        article = json.loads(cleaned[name])
        assert {key: row[key] for key in same} == {key: article[key] for key in same}, name
        assert row["blocks"] in cleaned[name] and json.loads(row["blocks"]) == article["blocks"]
        print_of = zhengwen.clean(pages[name]).fingerprint
        assert row["fingerprint"] % 2**64 == print_of and row["error"] is None


def test_to_dict_is_what_the_json_says(cleaned, pages):
    for name, page in pages.items():
        article = json.loads(cleaned[name])
        del article["id"]
        as_dict = zhengwen.clean(page).to_dict()
        assert as_dict == article and list(as_dict) == list(article), name


def test_explain_says_the_same(explained, pages):
    assert set(explained) == set(pages)
    for name, page in pages.items():
        judgement = json.loads(explained[name])
        del judgement["id"]
        assert zhengwen.explain(page) == judgement, name
