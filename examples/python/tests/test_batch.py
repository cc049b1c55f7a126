"""Tables: types of columns, bad rows, what is refused."""

import pyarrow as pa
import pytest
import zhengwen
from conftest import BODY, PAGE, TRADITIONAL

KINDS = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.binary(),
    pa.large_binary(),
    pa.binary_view(),
    pa.dictionary(pa.int32(), pa.string()),
]


def batch(pages, kind=pa.string(), name="html", **beside):
    return pa.record_batch({name: pa.array(pages, kind), **beside})


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_strings_and_bytes_of_every_kind_are_read(kind):
    pages = [PAGE, None, TRADITIONAL]
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or kind == pa.binary_view():
        pages = [page and page.encode() for page in pages]
    table = zhengwen.clean_batch(batch(pages, kind))
    table.validate(full=True)
    assert table.schema == zhengwen.schema()
    assert table["title"].to_pylist() == ["春耕开始", None, "老渡口的末班船"]
    assert table["published"].to_pylist() == ["2024-03-21T10:20:00+08:00", None, "2024-03-22"]
    assert table["error"].to_pylist() == [None, "no page: null", None]


def test_slices_and_empty_batches():
    rows = batch([PAGE, TRADITIONAL, PAGE]).slice(1, 1)
    assert zhengwen.clean_batch(rows)["title"].to_pylist() == ["老渡口的末班船"]
    empty = zhengwen.clean_batch(batch([]))
    assert (empty.num_rows, empty.schema) == (0, zhengwen.schema())
    nothing = zhengwen.clean_batch(batch([None, None], pa.null()))
    assert nothing["error"].to_pylist() == ["no page: null"] * 2


def test_a_bad_row_has_its_error_and_harms_no_other():
    pages = [PAGE.encode(), None, b"\x01" * 100, b"<p>" + b"x" * 5000, b"", PAGE.encode("gb18030")]
    table = zhengwen.clean_batch(batch(pages, pa.binary()), max_bytes=5000)
    assert table["error"].to_pylist() == [
        None,
        "no page: null",
        "not text: 100 of 100 bytes are control characters",
        "page of 5003 bytes is over the limit of 5000",
        None,
        None,
    ]
    assert table["text"].to_pylist() == [BODY, None, None, None, "", BODY]
    for row in table.slice(1, 3).to_pylist():
        assert all(value is None for name, value in row.items() if name != "error")


def test_a_string_that_is_no_text_has_its_error_too():
    table = zhengwen.clean_batch(batch([PAGE, "\x01" * 100]))
    told = "not text: 100 of 100 bytes are control characters"
    assert table["error"].to_pylist() == [None, told]


def test_a_string_that_is_not_utf8_is_read_as_bytes():
    page = PAGE.encode("gb18030")
    offsets = pa.py_buffer(b"".join(n.to_bytes(4, "little") for n in (0, len(page))))
    broken = pa.Array.from_buffers(pa.string(), 1, [None, offsets, pa.py_buffer(page)])
    table = zhengwen.clean_batch(pa.record_batch({"html": broken, "other": broken}))
    assert table["text"].to_pylist() == [BODY]


def test_buffers_that_lie_are_refused():
    offsets = pa.py_buffer(b"".join(n.to_bytes(4, "little") for n in (0, 1 << 30, 3)))
    lying = pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(b"<p>")])
    with pytest.raises(pa.ArrowException):
        zhengwen.clean_batch(pa.record_batch({"html": lying}))


def test_what_is_known_of_pages_is_in_columns():
    urls = pa.array(["https://news.example.com/1", "not an address", None])
    types = pa.array(["text/html; charset=gbk", None, None])
    pages = [PAGE.encode("gbk"), PAGE.encode(), PAGE.encode()]
    rows = batch(pages, pa.binary(), "page", url=urls, type=types)
    table = zhengwen.clean_batch(rows, "page", url="url", content_type="type", threads=1)
    assert table["url"].to_pylist() == ["https://news.example.com/1", None, None]
    assert table["text"].to_pylist() == [BODY] * 3 and table["error"].null_count == 3


def test_what_cannot_be_read_is_told():
    rows = batch([PAGE], number=pa.array([1]))
    with pytest.raises(KeyError, match="page"):
        zhengwen.clean_batch(rows, "page")
    with pytest.raises(TypeError, match="int64"):
        zhengwen.clean_batch(rows, "number")
    with pytest.raises(TypeError, match="not dict"):
        zhengwen.clean_batch({"html": [PAGE]})
    with pytest.raises(TypeError, match="pyarrow.lib.Table"):
        zhengwen.clean_batch(pa.Table.from_batches([rows]))
    with pytest.raises(ValueError, match="input is"):
        zhengwen.clean_batch(rows, input="pdf")


def test_rows_beyond_one_part_stay_in_order():
    pages = [PAGE.replace("春耕开始", f"第{number}次春耕开始") for number in range(1000)]
    table = zhengwen.clean_batch(batch(pages))
    assert table["title"].to_pylist() == [f"第{number}次春耕开始" for number in range(1000)]
