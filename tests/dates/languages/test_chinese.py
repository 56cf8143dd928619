"""Dates in Chinese, in simplified and traditional characters. Published on Wednesday, 16 September 2020."""

import pytest

from explorer.dates import explain, find

PUBLISHED = "2020-09-16"


@pytest.mark.parametrize(
    ("text", "words", "value", "when"),
    [
        # days
        ("公司于2019年4月15日宣布了这笔收购。", "2019年4月15日", "2019-04-15", "2019-04-15"),
        ("合同于二〇一九年四月十五日签署。", "二〇一九年四月十五日", "2019-04-15", "2019-04-15"),
        ("法案于二零零八年十月三日生效。", "二零零八年十月三日", "2008-10-03", "2008-10-03"),
        ("２０１９年４月１５日发布。", "２０１９年４月１５日", "2019-04-15", "2019-04-15"),
        ("更新时间：2019/4/15。", "2019/4/15", "2019-04-15", "2019-04-15"),
        ("他4月15日抵达北京。", "4月15日", "2020-04-15", "2020-04-15"),
        ("他四月十五号抵达北京。", "四月十五号", "2020-04-15", "2020-04-15"),
        ("警方15日通报了案情。", "15日", "2020-09-15", "2020-09-15"),
        ("30日，法院驳回了上诉。", "30日", "2020-08-30", "2020-08-30"),
        ("上个月15日他辞了职。", "上个月15日", "2020-08-15", "2020-08-15"),
        ("听证会定于4月15日（星期四）举行。", "4月15日（星期四）", "2021-04-15", "2021-04-15"),
        ("Apple于September 9, 2015发布新机。", "September 9, 2015", "2015-09-09", "2015-09-09"),
        ("去年4月15日大火。", "去年4月15日", "2019-04-15", "2019-04-15"),
        # near days and weekdays
        ("昨天，股价下跌了。", "昨天", "2020-09-15", "2020-09-15"),
        ("公司今日宣布裁员。", "今日", "2020-09-16", "2020-09-16"),
        ("她将于后天出庭。", "后天", "2020-09-18", "2020-09-18"),
        ("前天下了雨。", "前天", "2020-09-14", "2020-09-14"),
        ("他上周五表示反对。", "上周五", "2020-09-11", "2020-09-11"),
        ("他上週五表示反對。", "上週五", "2020-09-11", "2020-09-11"),
        ("法院将于下星期二宣判。", "下星期二", "2020-09-22", "2020-09-22"),
        ("本周三将公布数据。", "本周三", "2020-09-16", "2020-09-16"),
        ("上周一家公司宣布破产。", "上周", "2020-W37", "2020-09-07/2020-09-13"),
        ("礼拜五他来过。", "礼拜五", "2020-09-11", "2020-09-11"),
        ("会议将持续到周六。", "周六", "2020-09-19", "2020-09-19"),
        ("球队下周末将出战。", "下周末", "2020-W39-WE", "2020-09-26/2020-09-27"),
        # weeks, months, quarters, halves
        ("股市下周开盘。", "下周", "2020-W39", "2020-09-21/2020-09-27"),
        ("上个月油价上涨。", "上个月", "2020-08", "2020-08"),
        ("8月份出口增长。", "8月份", "2020-08", "2020-08"),
        ("三月很暖。", "三月", "2020-03", "2020-03"),
        ("工厂于2019年10月停产。", "2019年10月", "2019-10", "2019-10"),
        ("2020年第三季度营收增长。", "2020年第三季度", "2020-Q3", "2020-35"),
        ("一季度净利下降。", "一季度", "2020-Q1", "2020-33"),
        ("去年第四季度亏损。", "去年第四季度", "2019-Q4", "2019-36"),
        ("上季度业绩平平。", "上季度", "2020-Q2", "2020-34"),
        ("2019年上半年门店关闭。", "2019年上半年", "2019-H1", "2019-40"),
        ("今年下半年将回升。", "今年下半年", "2020-H2", "2020-41"),
        ("2019年夏天很热。", "2019年夏天", "2019-SU", "2019-22"),
        ("去年冬季很冷。", "去年冬季", "2019-WI", "2019-24"),
        # years and longer
        ("她2005年毕业。", "2005年", "2005", "2005"),
        ("去年销量下滑。", "去年", "2019", "2019"),
        ("工程明年完工。", "明年", "2021", "2021"),
        ("公司前年上市。", "前年", "2018", "2018"),
        ("两千零八年举办了奥运会。", "两千零八年", "2008", "2008"),
        ("他生于民國三十八年。", "民國三十八年", "1949", "1949"),
        ("秦国于公元前221年统一六国。", "公元前221年", "BC0221", "-0220"),
        ("2020财年收入下降。", "2020财年", "2020", "2020"),
        ("互联网兴起于20世纪90年代。", "20世纪90年代", "199", "199X"),
        ("他80年代移民。", "80年代", "198", "198X"),
        ("上世纪八十年代，村里没有电。", "上世纪八十年代", "198", "198X"),
        ("铁路建于十九世纪。", "十九世纪", "18", "18XX"),
        # counted from publication
        ("三个月前她离开了。", "三个月前", "2020-06", "2020-06"),
        ("两周前他道了歉。", "两周前", "2020-W36", "2020-08-31/2020-09-06"),
        ("10天前发生了爆炸。", "10天前", "2020-09-06", "2020-09-06"),
        ("早在3年前就有人提出。", "3年前", "2017", "2017"),
        ("半年前他失业了。", "半年前", "2020-03", "2020-03"),
        # times
        ("昨天下午3点开会。", "昨天下午3点", "2020-09-15T15:00", "2020-09-15T15"),
        ("地震发生在凌晨4点20分。", "凌晨4点20分", "2020-09-16T04:20", "2020-09-16T04:20"),
        ("2011年3月11日下午2时地震。", "2011年3月11日下午2时", "2011-03-11T14:00", "2011-03-11T14"),
        ("昨晚起火了。", "昨晚", "2020-09-15TNI", "2020-09-15"),
    ],
)  # fmt: skip
def test_dates_are_found_in_running_text_and_resolved(text: str, words: str, value: str, when: str) -> None:
    (found,) = find(text, published=PUBLISHED, language="zh")
    assert (found.text, found.value, found.when.edtf if found.when else None) == (words, value, when)
    assert text[found.span.start : found.span.end] == words


@pytest.mark.parametrize(
    ("text", "words", "when", "modifier"),
    [
        ("公司去年底签约。", "去年底", "2019~", "late"),
        ("他去年年底辞职。", "去年年底", "2019~", "late"),
        ("桥于2018年初通车。", "2018年初", "2018~", "early"),
        ("月底前必须完成。", "月底", "2020-09~", "late"),
        ("年初价格上涨。", "年初", "2020~", "early"),
        ("8月中旬他辞职。", "8月中旬", "2020-08~", "mid"),
        ("5月下旬复工。", "5月下旬", "2020-05~", "late"),
        ("90年代初很穷。", "90年代初", "199X~", "early"),
        ("十九世纪中期，移民涌入。", "十九世纪中期", "18XX~", "mid"),
        ("2000年前后流行。", "2000年前后", "2000~", "about"),
        ("该厂约30年前建成。", "30年前", "1990~", "about"),
        ("自2012年以来首次亏损。", "2012年", "2012/..", None),
        ("新规自2019年5月1日起实施。", "2019年5月1日", "2019-05-01/..", None),
        ("他2015年至今任职。", "2015年", "2015/..", None),
        ("2018年之前没有规定。", "2018年", "../2018", "before"),
        ("2018年3月以后无人居住。", "2018年3月", "2018-03/..", "after"),
        ("截至2020年6月30日，现金为34.5亿元。", "2020年6月30日", "2020-06-30", None),
    ],
)
def test_parts_and_sides_stand_behind_their_date(
    text: str, words: str, when: str, modifier: str | None
) -> None:
    (found,) = find(text, published=PUBLISHED, language="zh")
    assert found.when is not None
    assert (found.text, found.when.edtf, found.when.modifier) == (words, when, modifier)


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("2019年3月至5月销量下降。", ["2019年3月", "5月"], "2019-03/2019-05"),
        ("从2016年到2019年翻了一番。", ["2016年", "2019年"], "2016/2019"),
        ("2016—2019年增长。", ["2016", "2019年"], "2016/2019"),
        ("展览于3月3日到5日举行。", ["3月3日", "5日"], "2020-03-03/2020-03-05"),
        ("2020年3—5月停工。", ["2020年3", "5月"], "2020-03/2020-05"),
        ("2019年12月28日至1月3日放假。", ["2019年12月28日", "1月3日"], "2019-12-28/2020-01-03"),
        ("2018年12月至次年3月，河水结冰。", ["2018年12月", "次年3月"], "2018-12/2019-03"),
        ("去年3月至5月下滑。", ["去年3月", "5月"], "2019-03/2019-05"),
        ("2019年3月底至4月初反弹。", ["2019年3月底", "4月初"], "2019-03~/2019-04~"),
    ],
)
def test_the_two_ends_of_a_range_lend_each_other_what_they_lack(
    text: str, words: list[str], interval: str
) -> None:
    found = find(text, published=PUBLISHED, language="zh")
    assert [one.text for one in found] == words
    assert {one.interval.edtf if one.interval else None for one in found} == {interval}


@pytest.mark.parametrize(
    ("text", "words", "type_", "value", "when"),
    [
        ("门店关闭了三个月。", "三个月", "DURATION", "P3M", None),
        ("合同期限为五年。", "五年", "DURATION", "P5Y", None),
        ("演出持续90分钟。", "90分钟", "DURATION", "PT90M", None),
        ("过去三年价格翻倍。", "过去三年", "DURATION", "P3Y", "2017/2020"),
        ("它将在45天内出售。", "45天", "DURATION", "P45D", "2020-10-31"),
        ("城市有两千年的历史。", "两千年", "DURATION", "P2000Y", None),
        ("前三季度盈利。", "前三季度", "DURATION", "P3Q", "2019-01/2019-09"),
        ("员工每周一开会。", "每周一", "SET", "XXXX-WXX-1", None),
        ("比赛每年举行。", "每年", "SET", "P1Y", None),
        ("每年4月15日纪念。", "每年4月15日", "SET", "XXXX-04-15", None),
        ("报告每三个月发布。", "每三个月", "SET", "P3M", None),
        ("数年前有人提过。", "数年前", "DATE", "PAST_REF", None),
        ("目前有3000名员工。", "目前", "DATE", "PRESENT_REF", "2020-09"),
    ],
)
def test_durations_and_sets_are_no_dates(
    text: str, words: str, type_: str, value: str, when: str | None
) -> None:
    (found,) = find(text, published=PUBLISHED, language="zh")
    assert (found.text, found.type, found.value) == (words, type_, value)
    assert (found.when.edtf if found.when else None) == when


@pytest.mark.parametrize(
    "text",
    [
        "青年人喜欢今日头条。",
        "以下3点很重要。",
        "这部剧的第一季很好看。",
        "他在一周一次的会上发言。",
        "15号线开通了。",
        "她买了3月号的杂志。",
        "一日三餐要按时。",
        "基本年薪是100日元。",
        "小学三年级的学生。",
        "相当年轻的团队说明年龄不是问题。",
        "日本周边有海。",
        "他花了五千元。",
        "门牌是2019号。",
    ],
)
def test_what_only_looks_like_a_date_is_passed_over(text: str) -> None:
    assert find(text, published=PUBLISHED, language="zh") == []


@pytest.mark.parametrize(
    "text",
    ["2019年2月29日", "4月31日", "2020年13月", "2019年2月30日",
     "三月三十二日", "2020年第五季度", "每年2月30日", "昨天下午3点75分"],
)  # fmt: skip
def test_an_impossible_date_never_becomes_a_possible_one(text: str) -> None:
    found, rejected = explain(f"他于{text}到达。", published=PUBLISHED, language="zh")
    assert found == []
    assert [one.text for one in rejected] == [text]


def test_a_story_goes_on_from_the_date_before() -> None:
    text = "公司于2018年成立。同年11月上市，次年3月退市。三年后公司破产。"
    found = [one.when.edtf for one in find(text, language="zh") if one.when]
    assert found == ["2018", "2018-11", "2019-03", "2022"]


def test_without_a_publication_date_a_near_day_stays_open() -> None:
    (found,) = find("昨天下雨。", language="zh")
    assert (found.when, found.why[0]) == (None, "nothing to count from: the publication date is unknown")


def test_the_trace_is_in_words() -> None:
    (found,) = find("他上周五表示反对。", published=PUBLISHED, language="zh")
    assert found.why[:2] == ("Friday of that week", "the week before publication on 16 September 2020")
