// SPDX-License-Identifier: MIT
#include <random>

#include "catch.hpp"
#include "gazetteer/spelling/code_points.hpp"
#include "gazetteer/spelling/spelling_reasons.hpp"

using namespace incidentmap;

using Reasons = std::vector<std::string>;

TEST_CASE("the same text needs no reason, and nothing has none") {
    CHECK(spelling_reasons("Erbil", "Erbil").empty());
    CHECK(spelling_reasons("S\u0327", "Ş").empty());
    CHECK(spelling_reasons("", "Erbil").empty());
    CHECK(spelling_reasons("Erbil", "…").empty());
    CHECK(spelling_reasons("", "").empty());
}

TEST_CASE("what the normal form evens out is one phrase") {
    CHECK(spelling_reasons("Erbil", "ERBIL") == Reasons{"letters without their marks are the same"});
    CHECK(spelling_reasons("Arbil", "Arbīl") == Reasons{"letters without their marks are the same"});
    CHECK(spelling_reasons("اربیل", "أربيل") == Reasons{"forms of one Arabic letter are the same"});
    CHECK(spelling_reasons("Al-Qaim", "Al Qa'im") == Reasons{"hyphens, spaces and apostrophes are left out"});
    CHECK(spelling_reasons("Alqosh", "Al Qosh") == Reasons{"hyphens, spaces and apostrophes are left out"});
}

TEST_CASE("letters are named as they are written") {
    CHECK(spelling_reasons("Sheikh Amir", "Qaryat Shaykh Amīr") ==
          Reasons{"ei = ay", "i = ī", "Qaryat = village"});
    CHECK(spelling_reasons("Irbil", "Arbīl") == Reasons{"I = A", "i = ī"});
    CHECK(spelling_reasons("Zaxo", "Zakho") == Reasons{"x = kh"});
    CHECK(spelling_reasons("Sab al Bor", "Saba' al-Bour") == Reasons{"o = ou", "a is left out"});
    CHECK(spelling_reasons("Deir ez-Zor", "Dayr az Zawr") ==
          Reasons{"the article ez- = az-", "ei = ay", "o = aw"});
}

TEST_CASE("articles, generic words and scripts are named") {
    CHECK(spelling_reasons("Taji", "At Tājī") ==
          Reasons{"the article at- is left out", "letters without their marks are the same"});
    CHECK(spelling_reasons("Camp Taji", "Taji") == Reasons{"Camp = military base"});
    CHECK(spelling_reasons("Sheikh Amir village", "Qaryat Shaykh Amir") ==
          Reasons{"ei = ay", "village = Qaryat"});
    CHECK(spelling_reasons("أربيل", "Erbil") == Reasons{"Arabic script", "the consonants are the same"});
    CHECK(spelling_reasons("Saba' al-Bour", "سبع البور") ==
          Reasons{"Arabic script", "the consonants are the same", "short vowels are not written in Arabic"});
    CHECK(spelling_reasons("Хомс", "Homs") == Reasons{"Cyrillic script", "the consonants are the same"});
    CHECK(spelling_reasons("北京", "Beijing") == Reasons{"another script"});
}

TEST_CASE("a misspelling is called one") {
    CHECK(spelling_reasons("Ebril", "Erbil") == Reasons{"r stands elsewhere"});
    CHECK(spelling_reasons("Tami", "Taji") == Reasons{"m, not j"});
    CHECK(spelling_reasons("Mosl", "Mosul") == Reasons{"u is left out"});
    CHECK(spelling_reasons("Kirku", "Kirkuk") == Reasons{"k is missing"});
}

TEST_CASE("there are at most four reasons, and a generic word is among them") {
    const Reasons reasons =
        spelling_reasons("Cheikh Joumah Qousour Bourj", "Qaryat Shaykh Jum‘ah Gisūr Birij");
    REQUIRE(reasons.size() == 4);
    CHECK(reasons.back() == "Qaryat = village");
    CHECK(spelling_reasons(std::string(10'000, 'a') + "b", std::string(9'000, 'c')).size() <= 4);
}

TEST_CASE("any two texts can be compared") {
    std::mt19937 random(3);
    const std::u32string letters = U"abdehkrtşīʿ' -ابخشعقلمنهيةەвхш東\uFFFD";
    const auto name = [&] {
        std::u32string text;
        while (text.size() < random() % 14) text.push_back(letters[random() % letters.size()]);
        return utf8(text);
    };
    for (int i = 0; i < 5'000; ++i) {
        const std::string asked = name();
        const std::string found = name();
        INFO(asked << " / " << found);
        const Reasons reasons = spelling_reasons(asked, found);
        REQUIRE(reasons.size() <= 4);
        if (asked == found) REQUIRE(reasons.empty());
        for (const std::string& reason : reasons) REQUIRE(reason.size() > 4);
    }
}
