// SPDX-License-Identifier: MIT
#include <array>
#include <random>

#include "catch.hpp"
#include "gazetteer/spelling/normal_form.hpp"

using namespace incidentmap;

TEST_CASE("capitals and marks on Latin letters do not count") {
    CHECK(normal_form("Arbīl") == "arbil");
    CHECK(normal_form("ERBIL") == "erbil");
    CHECK(normal_form("Şêx Emîr") == "sex emir");
    CHECK(normal_form("Ḩadīthah") == "hadithah");
    CHECK(normal_form("Z̧āhir") == "zahir");
    CHECK(normal_form("S\xCC\xA7") == "s");
    CHECK(normal_form("Straße Łódź Øre Đà İzmir") == "strasse lodz ore da izmir");
    CHECK(normal_form("Ｅｒｂｉｌ") == "erbil");
    CHECK(normal_form("Æ œ") == "ae oe");
}

TEST_CASE("apostrophes, ʿayn and hamza signs are dropped, hyphens and the like are spaces") {
    for (const char* name :
         {"Saba' al-Bour", "Saba’ al–Bour", "Sabaʿ al_Bour", "Saba` al - Bour", "Sabaʼ  al Bour ",
          "\tSaba′ al\xC2\xA0"
          "Bour"}) {
        CHECK(normal_form(name) == "saba al bour");
    }
    CHECK(normal_form("Umm al-Qaywayn (U.A.E.)") == "umm al qaywayn uae");
    CHECK(normal_form("Kobani/Ayn al-Arab") == "kobani ayn al arab");
}

TEST_CASE("the forms of Arabic letters are one") {
    CHECK(normal_form("أربيل") == normal_form("اربیل"));
    CHECK(normal_form("إربيل") == normal_form("ٱربيل"));
    CHECK(normal_form("آلتون") == normal_form("التون"));
    CHECK(normal_form("البصرة") == normal_form("البصره"));
    CHECK(normal_form("مصطفى") == normal_form("مصطفي"));
    CHECK(normal_form("كركوك") == normal_form("کرکوک"));
    CHECK(normal_form("بغـــداد") == normal_form("بَغْدَاد"));
    CHECK(normal_form("الخضراء") == normal_form("الخضرا"));
    CHECK(normal_form("مؤمن") == normal_form("مومن"));
    CHECK(normal_form("\u202Bبغداد\u202C") == normal_form("بغداد"));
    CHECK(normal_form("خانەقین") == normal_form("خانه\u200Cقین"));
    CHECK(normal_form("ﻻ") == normal_form("لا"));
    CHECK(normal_form("ﺑﻐﺪﺍﺩ") == normal_form("بغداد"));
}

TEST_CASE("letters that distinguish stay apart") {
    CHECK(normal_form("گرد") != normal_form("كرد"));
    CHECK(normal_form("چم") != normal_form("جم"));
    CHECK(normal_form("سور") != normal_form("صور"));
    CHECK(normal_form("K-1") == "k 1");
    CHECK(normal_form("K1") != normal_form("K2"));
    CHECK(normal_form("ਪੰਜਾਬ") != normal_form("ਪਜਬ"));
    CHECK(normal_form("が") != normal_form("か"));
}

TEST_CASE("digits of every script are ASCII digits") {
    CHECK(normal_form("قطاع ٩") == normal_form("قطاع 9"));
    CHECK(normal_form("۱۲۳") == "123");
    CHECK(normal_form("१२३") == "123");
    CHECK(normal_form("T²") == "t2");
}

TEST_CASE("other scripts are folded by Unicode") {
    CHECK(normal_form("ΔΑΜΑΣΚΌΣ") == normal_form("δαμασκος"));
    CHECK(normal_form("Эль-Хасака") == "эль хасака");
    CHECK(normal_form("Йемен Ёлка") == "иемен елка");
    CHECK(normal_form("דַּמֶּשֶׂק") == normal_form("דמשק"));
    CHECK(normal_form("서울") == "서울");
    CHECK(normal_form("서울") == normal_form("\u1109\u1165\u110B\u116E\u11AF"));
    CHECK(normal_form("東京") == "東京");
}

TEST_CASE("names without a letter or a digit are empty, and so is nothing") {
    for (const char* text : {"", " ", "---", "'", "\u200E\u200F", "()", "…", "😀"})
        CHECK(normal_form(text).empty());
}

TEST_CASE("bytes that are not UTF-8 are kept as a sign of damage") {
    CHECK(normal_form("Er\xFF"
                      "bil") == "er\uFFFDbil");
    CHECK(normal_form(std::string(1, '\0')).empty());
}

TEST_CASE("a long name is cut at a character") {
    const std::string latin(10'000, 'a');
    CHECK(normal_form(latin).size() == longest_normal_form);
    std::string han;
    for (int i = 0; i < 10'000; ++i) han += "東";
    const std::string cut = normal_form(han);
    CHECK(cut.size() <= longest_normal_form);
    CHECK(cut.size() > longest_normal_form - 4);
    CHECK(cut.size() % 3 == 0);
    CHECK(normal_form(std::string(10'000, '\'') + "a") == "a");
}

TEST_CASE("the normal form of a normal form is itself") {
    std::mt19937 random(7);
    constexpr std::array<std::pair<char32_t, char32_t>, 10> blocks{{{0x20, 0x24F},
                                                                    {0x2B0, 0x36F},
                                                                    {0x400, 0x52F},
                                                                    {0x590, 0x77F},
                                                                    {0x900, 0x109F},
                                                                    {0x1100, 0x11FF},
                                                                    {0x1E00, 0x2BFF},
                                                                    {0x3040, 0x30FF},
                                                                    {0xAC00, 0xFFFD},
                                                                    {0x1D400, 0x1F9FF}}};
    std::size_t not_empty = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto& block = blocks[random() % blocks.size()];
        std::u32string text;
        for (std::size_t length = random() % 12; text.size() < length;) {
            text.push_back(block.first + static_cast<char32_t>(random() % (block.second - block.first + 1)));
            if (random() % 4 == 0) text.push_back(U" -'aB"[random() % 5]);
        }
        const std::string once = normal_form(utf8(text));
        INFO(utf8(text));
        REQUIRE(normal_form(once) == once);
        REQUIRE(once.find("  ") == std::string::npos);
        REQUIRE((once.empty() || (once.front() != ' ' && once.back() != ' ')));
        not_empty += once.empty() ? 0U : 1U;
    }
    CHECK(not_empty > 10'000);
}

TEST_CASE("each code point alone has a normal form that stays") {
    for (char32_t character = 0; character < 0x20000; ++character) {
        const std::string once = normal_form(utf8({&character, 1}));
        INFO(static_cast<unsigned>(character));
        REQUIRE(normal_form(once) == once);
    }
}

TEST_CASE("words keep how they are written") {
    const std::string name = "Saba' al-Bour, ‘ Ayn";
    const auto words = words_of(name);
    REQUIRE(words.size() == 4);
    CHECK(words[0].raw == "Saba'");
    CHECK(words[0].normal == "saba");
    CHECK(words[2].raw == "Bour");
    CHECK(words[3].raw == "Ayn");
    CHECK(joined_normal(words, 0, 3) == normal_form("Saba' al-Bour"));
    CHECK(words_of(" - ").empty());
}

TEST_CASE("marks that stand alone are joined to their letter") {
    CHECK(composed("S\u0327") == "Ş");
    CHECK(composed("Erbil") == "Erbil");
}

TEST_CASE("the script of a name is that of most letters") {
    CHECK(script_of("Erbil") == "Latn");
    CHECK(script_of("هەولێر") == "Arab");
    CHECK(script_of("Эрбиль") == "Cyrl");
    CHECK(script_of("Δαμασκός") == "Grek");
    CHECK(script_of("東京") == "Hani");
    CHECK(script_of("T4 تيفور") == "Arab");
    CHECK(script_of("123 -") == "Zyyy");
    CHECK(script_of("") == "Zyyy");
}
