"""Errors have the value; pages of no sense whatever give an honest empty article or an error, never a crash."""

import random

import pytest
import zhengwen
from conftest import BODY, PAGE


def test_each_error_has_its_class_and_its_value():
    with pytest.raises(zhengwen.NotText, match="100 of 100 bytes"):
        zhengwen.clean(b"\x01" * 100)
    with pytest.raises(zhengwen.TooLarge, match="over the limit of 10"):
        zhengwen.clean(PAGE, max_bytes=10)
    with pytest.raises(zhengwen.BadUrl, match='"ftp://example.com/"'):
        zhengwen.clean(PAGE, url="ftp://example.com/")
    with pytest.raises(ValueError, match='input is "pdf"'):
        zhengwen.clean(PAGE, input="pdf")
    for error in (zhengwen.NotText, zhengwen.TooLarge, zhengwen.BadUrl):
        assert issubclass(error, zhengwen.ZhengwenError) and issubclass(error, ValueError)


@pytest.mark.parametrize("page", [None, 1, ["<p>"], bytearray(b"<p>"), memoryview(b"<p>"), object()])
def test_what_is_no_page_is_a_type_error_with_its_type(page):
    for call in (zhengwen.clean, zhengwen.explain, lambda page: zhengwen.clean_many([page])):
        with pytest.raises(TypeError, match=f"not {type(page).__name__}"):
            call(page)


def test_a_charset_is_told_by_the_bytes_and_a_form_by_looking():
    for charset in ("utf-8", "gb18030", "utf-16"):
        assert zhengwen.clean(PAGE.encode(charset)).text == BODY
    assert zhengwen.clean(PAGE.encode("gb18030"), content_type="text/html; charset=gbk").text == BODY
    tags = "网页的段落写在<p>和</p>之间，浏览器据此分段，读者看到的就是这样的文字。"
    assert zhengwen.clean(tags, input="text").text == tags
    assert zhengwen.explain(tags, input="text")["input"] == "text"


def test_a_string_that_is_not_unicode_is_read_with_replacements():
    article = zhengwen.clean(PAGE.replace("农民", "农\ud800民"))
    assert article.title == "春耕开始" and "农\ufffd" in article.text
    article.text.encode()


def test_an_empty_page_gives_an_empty_article():
    for page in ("", b"", " \n", "<html></html>", "\0", "\ufeff"):
        article = zhengwen.clean(page)
        assert article.is_empty and article.text == "" and article.title is None


def test_hostile_pages_never_crash():
    pages = [
        "<div>" * 50_000 + BODY,
        "<ul><li>" * 30_000,
        "<table><tr><td>" * 10_000 + BODY,
        "<a b='" + "x" * 1_000_000,
        "<!--" * 100_000,
        "&#x10ffff;" * 50_000 + "&" * 50_000,
        "<p>" + "字" * 500_000,
        "\n".join("来源：" for _ in range(50_000)),
        "\u202e\u0000\ufffe" * 10_000,
        "<script>" + "{" * 200_000,
    ]
    for article in zhengwen.clean_many(pages, 2):
        assert 0.0 <= article.confidence <= 1.0
        assert zhengwen.Article.from_json(article.to_json()) == article
        article.markdown(), article.html(), article.to_dict()
    noise = random.Random(7)
    drawn = [noise.randbytes(noise.randrange(4000)) for _ in range(200)]
    drawn += [bytes(noise.choice(b"<>/p div=\"'&;\xe4\xb8\xad") for _ in range(3000)) for _ in range(100)]
    for result in zhengwen.clean_many(drawn, errors="return"):
        assert isinstance(result, (zhengwen.Article, zhengwen.NotText))
