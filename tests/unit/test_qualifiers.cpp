// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include "catch.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/qualifiers.hpp"
#include "gazetteer/spelling/similarity.hpp"

using namespace incidentmap;

TEST_CASE("words that tell parts of a place apart are one word in every language") {
    for (const auto& [a, b] : std::initializer_list<std::pair<const char*, const char*>>{
             {"Western Ghariyah", "Ghāriyah al Gharbīyah"},
             {"Ghariyah al-Gharbiya", "الغارية الغربية"},
             {"Upper Kelaspi", "Kelaspi Seru"},
             {"Ceqale Mezin", "Jaqāl al Kabīr"},
             {"Umm Hijarah as-Sufla", "ام حجارة السفلى"},
             {"First Rashidiya", "Rashidiyah al-Awal"},
             {"Khirbat Saghir", "Khirbat es-Serhireh"}}) {
        INFO(a << " / " << b);
        CHECK(phonetic_key(a).text == phonetic_key(b).text);
        CHECK(similarity(compared_form(a), compared_form(b)) > 0.75);
    }
}

TEST_CASE("names whose qualifiers differ are more than one slip apart") {
    for (const auto& [a, b] : std::initializer_list<std::pair<const char*, const char*>>{
             {"Ghariyah ash-Sharqiyah", "Ghariyah al-Gharbiyah"},
             {"Rasm al-Kabir", "Rasm as-Saghir"},
             {"Rasm al-Kabir", "Rasm"},
             {"Tulul Fawqani", "Tulul Tahtani"}}) {
        INFO(a << " / " << b);
        CHECK(edit_distance(phonetic_key(a).text, phonetic_key(b).text, 3) >= 2);
    }
}

TEST_CASE("a name of qualifiers only, and one word alone, keep them") {
    CHECK(compared_form("Al Sharqiyah") == "sharqiyah");
    CHECK(compared_form("Kabir") == "kabir");
    CHECK_FALSE(compared_form("Sharqi Kabir").empty());
    CHECK_FALSE(phonetic_key("First").text.empty());
}

TEST_CASE("no word stands for two qualifiers, and each is in normal form") {
    std::set<std::string> seen;
    std::set<std::string> marks;
    for (const QualifierRow& row : qualifier_table()) {
        CHECK(marks.insert(std::string(row.mark)).second);
        CHECK(row.mark.size() == 2);
        std::string_view rest = row.words;
        while (!rest.empty()) {
            const std::size_t comma = rest.find(", ");
            const std::string word(rest.substr(0, comma));
            INFO(word);
            CHECK(normal_form(word) == word);
            CHECK(seen.insert(word).second);
            CHECK(qualifier(word) == &row);
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
        }
    }
    CHECK(qualifier("taji") == nullptr);
}
