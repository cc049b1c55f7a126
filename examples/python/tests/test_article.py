"""What an article has, and that it is a value: compared, pickled, read back."""

import copy
import pickle
from datetime import date, datetime, timedelta, timezone

import pytest
import zhengwen
from conftest import BODY, PAGE, TRADITIONAL

CHINA = timezone(timedelta(hours=8))


def test_fields():
    article = zhengwen.clean(PAGE)
    assert (article.title, article.source, article.text) == ("春耕开始", "新村日报", BODY)
    assert (article.authors, article.editors) == (["李大同"], ["赵晓"])
    assert article.published == datetime(2024, 3, 21, 10, 20, tzinfo=CHINA)
    assert article.published_precision == "minute"
    assert article.bylines == [
        {"name": "李大同", "role": "reporter"},
        {"name": "赵晓", "role": "editor"},
    ]
    assert article.blocks == [{"type": "paragraph", "text": BODY}]
    assert (article.kind, article.script, article.language) == ("article", "simplified", "zh-Hans")
    assert article.is_article and not article.is_empty
    assert 0.5 < article.confidence <= 1.0
    assert repr(article).startswith("<Article '春耕开始' kind=article confidence=0.")


def test_a_day_is_a_date_and_traditional_script_is_told():
    article = zhengwen.clean(TRADITIONAL)
    assert type(article.published) is date and article.published == date(2024, 3, 22)
    assert (article.published_precision, article.script) == ("day", "traditional")
    assert (article.modified, article.modified_precision) == (None, None)


def test_every_key_of_the_json_is_an_attribute():
    article = zhengwen.clean(PAGE)
    for key, value in article.to_dict().items():
        if key in ("published", "modified"):
            found = getattr(article, key)
            assert (found and found.isoformat()) == value
        elif key != "schema_version":
            assert getattr(article, key) == value, key


def test_pictures_links_and_recordings_with_the_pages_address():
    page = PAGE.replace(
        "插秧，",
        '<a href="../b.html">插秧</a>，',
    ).replace(
        "<p>责任",
        '<img src="t.jpg" width=600><p>今年的秧苗长势良好，预计月底可以完成全部插秧任务。</p>'
        '<video src="v.mp4"></video><p>农技站站长说，育秧大棚里的温度一直保持在二十五度左右。</p><p>责任',
    )
    article = zhengwen.clean(page, url="https://news.example.com/a/1.html")
    assert article.url == "https://news.example.com/a/1.html"
    assert article.links == [("插秧", "https://news.example.com/b.html")]
    assert [image["src"] for image in article.images] == ["https://news.example.com/a/t.jpg"]
    assert article.lead_image == "https://news.example.com/a/t.jpg"
    assert [(item["kind"], item["src"]) for item in article.media] == [
        ("video", "https://news.example.com/a/v.mp4")
    ]
    assert "[插秧](https://news.example.com/b.html)" in article.markdown()
    assert '<a href="https://news.example.com/b.html"' in article.html()


def test_excerpt():
    assert zhengwen.clean(PAGE).excerpt(5).startswith("南方各")
    assert len(zhengwen.clean(PAGE).excerpt(5)) <= 6
    with pytest.raises(OverflowError, match="-1"):
        zhengwen.clean(PAGE).excerpt(-1)


def test_articles_are_values():
    article, same, other = zhengwen.clean(PAGE), zhengwen.clean(PAGE), zhengwen.clean(TRADITIONAL)
    assert article == same and article != other and article != "春耕开始"
    for copied in (
        pickle.loads(pickle.dumps(article)),
        copy.deepcopy(article),
        zhengwen.Article.from_json(article.to_json()),
    ):
        assert copied == article and copied.to_json() == article.to_json()


def test_what_is_no_article_is_not_read_back():
    for text in ("", "1", '{"schema_version":99}', '{"published":"5. März"}'):
        with pytest.raises(ValueError, match="no article"):
            zhengwen.Article.from_json(text)


def test_pages_of_one_article_are_joined():
    second = PAGE.replace(BODY, "育秧大棚里的温度一直保持在二十五度左右，农技站站长每天来看两次。")
    joined = zhengwen.Article.join([zhengwen.clean(PAGE), zhengwen.clean(second)])
    assert joined.text.splitlines() == [BODY, zhengwen.clean(second).text]


def test_nothing_can_be_set():
    with pytest.raises(AttributeError):
        zhengwen.clean(PAGE).title = "别的"
