package lianxin.playbook;

import java.util.List;
import java.util.Locale;

/**
 * What no town may configure. P-03: a category is a condition or a need of places, facilities and services, never a
 * person's views, visitors, beliefs or petitions. And neither Party bodies nor partners hold a case.
 */
final class HouseRules {

    private static final List<String> ABOUT_PERSONS = List.of(
            "上访",
            "信访",
            "访民",
            "维稳",
            "宗教",
            "邪教",
            "信教",
            "教徒",
            "教会",
            "寺庙活动",
            "基督",
            "佛教",
            "伊斯兰",
            "穆斯林",
            "法轮",
            "民族",
            "少数民族",
            "维族",
            "藏族",
            "回族",
            "来访客人",
            "访客",
            "陌生人",
            "可疑人员",
            "可疑的人",
            "外来人员",
            "流动人口",
            "重点人员",
            "重点人群",
            "前科",
            "刑满",
            "吸毒",
            "精神病",
            "精神障碍",
            "言论",
            "思想动态",
            "政治倾向",
            "集会",
            "游行",
            "示威",
            "聚集人员",
            "串联",
            "人脸",
            "行踪",
            "petition",
            "religio",
            "ethnic",
            "visitor",
            "suspicious person",
            "opinion",
            "protest",
            "stranger");

    private HouseRules() {}

    static void check(PlaybookFile categories, PlaybookFile organization) {
        for (var path : List.of(
                "majors/*/key",
                "majors/*/name/*",
                "majors/*/minors/*/key",
                "majors/*/minors/*/name/*",
                "majors/*/minors/*/keywords/*")) {
            for (var spot : Spots.in(categories, path)) {
                var text = spot.text().toLowerCase(Locale.ROOT);
                ABOUT_PERSONS.stream()
                        .filter(text::contains)
                        .findFirst()
                        .ifPresent(word -> categories.wrong(
                                spot.at(),
                                ("“%s” is about persons (“%s”): a category is a condition or a need, never a person's"
                                                + " views, visitors, beliefs or petitions (rule P-03).")
                                        .formatted(spot.text(), word)));
            }
        }
        for (var kind : Spots.in(organization, "unit-kinds/*")) {
            if (!kind.value().path("holds-cases").asBoolean(false)) continue;
            var key = kind.value().path("key").asString("");
            switch (kind.value().path("tree").asString("")) {
                case "party" ->
                    organization.wrong(
                            kind.at(),
                            "“%s” stands in the Party tree and must not hold cases (row 4.16).".formatted(key));
                case "partner" ->
                    organization.wrong(
                            kind.at(), "“%s” is a partner of the town and must not hold its cases.".formatted(key));
                default -> {}
            }
        }
    }
}
