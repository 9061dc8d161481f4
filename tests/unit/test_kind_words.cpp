// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "catch.hpp"
#include "gazetteer/spelling/kind_words.hpp"

using namespace incidentmap;

namespace {

/// `core | kind, kind`
std::string parts(std::string_view name) {
    const NameParts found = name_parts(name);
    std::string text = found.core_normal + " |";
    for (std::size_t i = 0; i < found.kind_words.size(); ++i) {
        text += (i == 0 ? " " : ", ") + found.kind_words[i].kind;
    }
    return text;
}

}  // namespace

TEST_CASE("each row of the table is in normal form, of a known kind, and stands once in its position") {
    std::set<std::pair<std::string, KindWordPosition>> seen;
    for (const KindWordRow& row : kind_word_table()) {
        CHECK_FALSE(kind_group(row.kind).empty());
        CHECK_FALSE(row.language.empty());
        std::string_view rest = row.phrases;
        while (!rest.empty()) {
            const std::size_t comma = rest.find(", ");
            const std::string phrase(rest.substr(0, comma));
            INFO(phrase);
            CHECK(normal_form(phrase) == phrase);
            CHECK(std::count(phrase.begin(), phrase.end(), ' ') < 4);
            // What divisions are called stands once for each group of countries.
            if (row.countries.empty()) CHECK(seen.emplace(phrase, row.position).second);
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
        }
    }
    CHECK(seen.size() > 300);
}

TEST_CASE("every kind has a group") {
    CHECK(place_kinds().size() == 36);
    for (const std::string_view kind : place_kinds()) CHECK_FALSE(kind_group(kind).empty());
    CHECK(kind_group("village") == "settlement");
    CHECK(kind_group("province") == "admin");
    CHECK(kind_group("air base") == "installation");
    CHECK(kind_group("river") == "feature");
    CHECK(kind_group("planet").empty());
}

TEST_CASE("generic words before and after a name are set aside") {
    CHECK(parts("Camp Taji") == "taji | military base");
    CHECK(parts("Qayyarah West Army Air Field") == "qayyarah west | airfield");
    CHECK(parts("Ramstein AFB") == "ramstein | air base");
    CHECK(parts("Rutbah Highway Strip") == "rutbah | airfield");
    CHECK(parts("Sinjar Helipad") == "sinjar | airfield");
    CHECK(parts("Taji Camp") == "taji | military base");
    CHECK(parts("Besmaya air base") == "besmaya | air base");
    CHECK(parts("Ain al-Asad Airbase") == "ain al asad | air base");
    CHECK(parts("Irbil International Airport") == "irbil | airport");
    CHECK(parts("Nineveh Province") == "nineveh | province");
    CHECK(parts("Al Qaim district") == "al qaim | district");
    CHECK(parts("Al-Taji Army Airfield") == "al taji | airfield");
    CHECK(parts("Camp Taji Air Base") == "taji | military base, air base");
    CHECK(parts("the Governorate of Nineveh") == "nineveh | province");
    CHECK(parts("City of Mosul") == "mosul | city");
    CHECK(parts("Qaryat Shaykh Amīr") == "shaykh amir | village");
    CHECK(parts("Al-Omar oil field") == "al omar | oil field");
    CHECK(parts("Green Zone") == "green | zone");
}

TEST_CASE("generic words in Arabic, Kurdish, Persian, French and Turkish") {
    CHECK(parts("محافظة نينوى") == normal_form("نينوى") + " | province");
    CHECK(parts("قرية شيخ امير") == normal_form("شيخ امير") + " | village");
    CHECK(parts("قضاء القائم") == normal_form("القائم") + " | district");
    CHECK(parts("مركز قضاء القائم") == normal_form("القائم") + " | town");
    CHECK(parts("قاعدة عين الأسد الجوية") == normal_form("عين الأسد") + " | military base, air base");
    CHECK(parts("مطار بغداد الدولي") == normal_form("بغداد") + " | airport, airport");
    CHECK(parts("معسكر التاجي") == normal_form("التاجي") + " | military base");
    CHECK(parts("حقل العمر النفطي") == normal_form("العمر") + " | oil field, oil field");
    CHECK(parts("گوندی شێخ ئەمیر") == normal_form("شێخ ئەمیر") + " | village");
    CHECK(parts("پارێزگای هەولێر") == normal_form("هەولێر") + " | province");
    CHECK(parts("Parêzgeha Hewlêr") == "hewler | province");
    CHECK(parts("base aérienne d'Aïn al-Assad") == "ain al assad | air base");
    CHECK(parts("Aéroport international de Bagdad") == "bagdad | airport");
    CHECK(parts("Gouvernorat de Ninive") == "ninive | province");
    CHECK(parts("Erbil ili") == "erbil | province");
}

TEST_CASE("words that are parts of names stay") {
    for (const char* name : {"Deir ez-Zor", "Tal Afar", "Ain al-Asad", "Khan Shaykhun", "Abu Kamal",
                             "Kafr Zita", "Port Said", "Umm al-Qura", "Basra", "حي", "المنطقة الخضراء"}) {
        INFO(name);
        CHECK(name_parts(name).kind_words.empty());
        CHECK(name_parts(name).core_normal == normal_form(name));
    }
    CHECK(parts("حي العسكري") == normal_form("العسكري") + " | quarter");
}

TEST_CASE("a name is never set aside as a whole") {
    CHECK(parts("Camp") == "camp |");
    CHECK(parts("Air Base") == "air base |");
    CHECK(parts("Al Qaryah") == "al qaryah |");
    CHECK(parts("القرية") == normal_form("القرية") + " |");
    CHECK(parts("Village of the") == "village of the |");
    CHECK(parts("The") == "the |");
    CHECK(parts("") == " |");
}

TEST_CASE("a generic word is kept as it was found, with its language") {
    const auto found = name_parts("Irbil International Airport").kind_words;
    REQUIRE(found.size() == 1);
    CHECK(found[0].words == "International Airport");
    CHECK(found[0].language == "en");
    CHECK(name_parts("محافظة نينوى").kind_words.at(0).words == "محافظة");
    CHECK(name_parts("محافظة نينوى").kind_words.at(0).language == "ar");
}
