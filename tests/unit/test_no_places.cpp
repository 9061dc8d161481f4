// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/text.hpp"
#include "gazetteer/contested_places.hpp"
#include "gazetteer/countries_meant.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/no_places.hpp"
#include "table/csv.hpp"

using namespace incidentmap;

namespace {

template <typename Look>
void for_each_row(const std::string& table, Look look) {
    CsvReader reader(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/gazetteer/tables/" + table + ".csv", 1);
    int rows = 0;
    while (const Row* row = reader.next()) {
        INFO(table << ".csv:" << row->number);
        look(row->cells);
        ++rows;
    }
    CHECK(rows > 3);
}

}  // namespace

TEST_CASE("no_places.csv: each word, and the row's example, is none") {
    for_each_row("no_places", [](const auto& cells) {
        const NoPlace sort = cells[0] == "placeholder" ? NoPlace::placeholder : NoPlace::common_noun;
        for (const std::string& word : split_list(cells[2], ",")) {
            INFO(word);
            CHECK(no_place(word) == sort);
        }
        CHECK(no_place(cells[3]) == sort);
    });
}

TEST_CASE("direction_words.csv: each word is that direction") {
    for_each_row("direction_words", [](const auto& cells) {
        for (const std::string& word : split_list(cells[2], ",")) {
            INFO(word);
            CHECK(direction_said(word) == cells[0]);
            CHECK(no_place(word) == NoPlace::direction);
        }
    });
}

TEST_CASE("admin_words.csv: each word says the kind in its countries") {
    for_each_row("admin_words", [](const auto& cells) {
        for (const std::string& word : split_list(cells[4], ",")) {
            INFO(word);
            if (cells[1].size() > 3 && cells[1].find("only") != std::string::npos) continue;
            for (const std::string& country : split_list(cells[1], ","))
                CHECK(says_kind(word, cells[0], country));
        }
    });
}

TEST_CASE("placeholders, nouns with an article and directions are no places; names are") {
    for (const char* text : {"None", "n/a", "-", "?", "TBC", "Unknown location", "1", ""})
        CHECK(no_place(text) == NoPlace::placeholder);
    for (const char* text : {"the city", "A checkpoint", "near the border", "Residential area"})
        CHECK(no_place(text) == NoPlace::common_noun);
    CHECK(direction_said("south-east") == "SE");
    CHECK(direction_said("the North") == "N");
    for (const char* text : {"Taji", "North Darfur", "Camp Taji", "Port Said", "West Bank", "Mercado Nuevo"})
        CHECK_FALSE(no_place(text).has_value());
}

TEST_CASE("a word of divisions is set aside in names of its own country only") {
    const auto core = [](const char* text, std::optional<std::string_view> country) {
        const WordsSetAside parts = set_kind_words_aside(words_of(text), country);
        return joined_normal(parts.core, 0, parts.core.size());
    };
    CHECK(core("Borno State", "NG") == "borno");
    CHECK(core("Free State", "ZA") == "free state");
    CHECK(core("Free State", std::nullopt) == "free");
    CHECK(says_kind("department", "province", "CO"));
    CHECK(says_kind("department", "district", "AR"));
    CHECK_FALSE(says_kind("department", "province", "AR"));
}

TEST_CASE("contested places may be stated in each country that tables put them in") {
    const auto may = [](const char* country, LonLat point, const char* stated) {
        return may_be_stated_as(country, point, std::vector<std::string>{stated});
    };
    CHECK(may("UA", {34.1, 44.95}, "RU"));
    CHECK_FALSE(may("UA", {30.5, 50.45}, "RU"));
    CHECK(may("SY", {35.77, 33.27}, "IL"));
    CHECK_FALSE(may("SY", {36.3, 33.5}, "IL"));
    CHECK(may("PS", {34.4, 31.5}, "IL"));
    CHECK(may("XK", {21.17, 42.67}, "RS"));
    CHECK(may("EH", {-13.2, 27.15}, "MA"));
    CHECK(may("IN", {74.8, 34.1}, "PK"));
    CHECK(may("AZ", {46.75, 39.82}, "AM"));
    CHECK_FALSE(may("IQ", {44.4, 33.3}, "SY"));
}

TEST_CASE("a country that tables state may mean places that gazetteers have in another") {
    using Codes = std::vector<std::string>;
    const auto has = [](const Codes& codes, const std::string& code) {
        return std::find(codes.begin(), codes.end(), code) != codes.end();
    };
    CHECK(countries_meant_by("IL").front() == "IL");
    CHECK(has(countries_meant_by("IL"), "PS"));
    CHECK(has(countries_meant_by("IL"), "SY"));
    CHECK(has(countries_meant_by("CN"), "IN"));
    CHECK(countries_meant_by("BF") == Codes{"BF"});
}
