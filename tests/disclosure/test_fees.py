"""The two fee tables of 国办函〔2020〕109号."""

import pytest

from disclosure.fees import Fee, Part, fee_by_item, fee_by_volume


@pytest.mark.parametrize(
    ("requests", "yuan"),
    [(0, 0), (10, 0), (11, 100), (30, 2000), (31, 2200), (35, 3000), (40, 4000), (41, 4300)],
)
def test_requests_of_a_month_cost_more_apiece_with_every_ten_after_the_thirtieth(requests, yuan):
    assert fee_by_item(requests).yuan == yuan


@pytest.mark.parametrize(
    ("pages", "yuan"),
    [(0, 0), (30, 0), (31, 10), (100, 700), (101, 720), (200, 2700), (201, 2740), (250, 4700)],
)
def test_pages_cost_more_apiece_from_step_to_step(pages, yuan):
    assert fee_by_volume(pages).yuan == yuan


def test_a_fee_is_made_of_the_steps_it_reaches():
    assert fee_by_item(35) == Fee(
        "件",
        (Part(1, 10, 0), Part(11, 30, 100), Part(31, 35, 200)),
        "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条",
    )


def test_a_fee_explains_its_sum_and_names_the_article():
    assert fee_by_volume(120).explanation == (
        "第1至30页不收费",
        "第31至100页共70页，每页10元，计700元",
        "第101至120页共20页，每页20元，计400元",
        "合计1100元（《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第五条）",
    )


def test_a_negative_number_is_refused():
    with pytest.raises(ValueError, match="计费的数量不能是-1"):
        fee_by_item(-1)
