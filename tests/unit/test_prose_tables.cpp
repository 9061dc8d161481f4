// SPDX-License-Identifier: MIT
/// The tables of words of src/prose: each row's example holds, and its counter-example does not.
#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/text.hpp"
#include "prose/number_word.hpp"
#include "prose/text.hpp"
#include "prose/toll.hpp"
#include "prose/trigger.hpp"
#include "prose_tools.hpp"
#include "table/csv.hpp"

using namespace incidentmap;
using prose_tools::read;

namespace {

/// Calls \p look with the words, the example and the counter-example (empty where there is no such column).
template <typename Look>
void for_each_row(const std::string& table, Look look, const std::string& module = "prose") {
    CsvReader reader(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/" + module + "/tables/" + table + ".csv", 1);
    const auto index = [&](std::string_view name) {
        return static_cast<std::size_t>(std::find(reader.columns().begin(), reader.columns().end(), name) -
                                        reader.columns().begin());
    };
    const std::size_t words = index("words");
    const std::size_t example = index("example");
    const std::size_t counter = index("counter-example");
    int rows = 0;
    while (const Row* row = reader.next()) {
        INFO(table << ".csv:" << row->number);
        look(row->cells[words], row->cells[example],
             counter < row->cells.size() ? row->cells[counter] : std::string());
        ++rows;
    }
    CHECK(rows > 0);
}

/// Whether one of the phrases stands in the text, word by word.
bool has_one(const std::string& phrases, const std::string& text) {
    const std::vector<Token> tokens = tokens_of(text);
    for (const std::string& phrase : split_list(phrases, ", ")) {
        const std::vector<Token> words = tokens_of(phrase);
        const auto same = [](const Token& a, const Token& b) {
            return a.low == b.low || std::find(a.stems.begin(), a.stems.end(), b.low) != a.stems.end();
        };
        if (std::search(tokens.begin(), tokens.end(), words.begin(), words.end(), same) != tokens.end())
            return true;
    }
    return false;
}

}  // namespace

TEST_CASE("tables of prose: the example has the row's words, the counter-example has none") {
    for (const char* table : {"role_words", "launch_words", "link_words", "time_words", "site_words",
                              "place_nouns", "abbreviations", "attribution_words", "number_words"}) {
        for_each_row(table,
                     [](const std::string& words, const std::string& example, const std::string& counter) {
                         INFO(words);
                         CHECK(has_one(words, example));
                         CHECK_FALSE(has_one(words, counter));
                     });
    }
    for (const char* table : {"people_words", "weapons", "modality_words", "triggers", "toll_words"}) {
        for_each_row(table, [](const std::string& words, const std::string& example, const std::string&) {
            INFO(words);
            CHECK(has_one(words, example));
        });
    }
}

TEST_CASE("weapons.csv: the example has the weapon, the counter-example is no incident") {
    for_each_row("weapons", [](const std::string&, const std::string& example, const std::string& counter) {
        INFO(example << " / " << counter);
        const std::vector<Token> told = tokens_of(example);
        bool found = false;
        for (std::size_t i = 0; i < told.size(); ++i) found = found || weapon_at(told, i);
        CHECK(found);
        REQUIRE(!counter.empty());
        CHECK(read(counter).drafts.empty());
    });
}

TEST_CASE("people_words.csv: the counter-example has none of the words") {
    for_each_row("people_words",
                 [](const std::string& words, const std::string&, const std::string& counter) {
                     INFO(words);
                     REQUIRE(!counter.empty());
                     CHECK_FALSE(has_one(words, counter));
                 });
}

TEST_CASE("capitals.csv: `the Iraqi capital` is that town, `the Iraqi army` is not") {
    const auto look = [](const std::string& capital, const std::string& example, const std::string&) {
        const Extracted extracted = read("Rockets fell on " + example + " on Monday.");
        std::string army = example;
        REQUIRE(army.find("capital") != std::string::npos);
        army.replace(army.find("capital"), std::string_view("capital").size(), "army");
        INFO(example << " / " << army);
        REQUIRE(extracted.drafts.size() == 1);
        CHECK(extracted.drafts[0][ReportColumn::place] == capital);
        for (const DraftReport& draft : read("Rockets fell on " + army + " on Monday.").drafts)
            CHECK(draft[ReportColumn::place] != capital);
    };
    for_each_row("capitals", look, "gazetteer");
}

TEST_CASE("boilerplate.csv: the example is none of the text's own lines, the counter-example is one") {
    for_each_row("boilerplate", [](const std::string&, const std::string& example,
                                   const std::string& counter) {
        const auto kind = [](const std::string& line) {
            const ProseText prose = prose_text("Title\n\nRockets hit Camp Taji on Monday.\n\n" + line + "\n");
            REQUIRE(!prose.blocks.empty());
            return prose.blocks.back().kind;
        };
        CHECK(kind(example) == BlockKind::boilerplate);
        CHECK(kind(counter) == BlockKind::body);
    });
}

TEST_CASE("number_words.csv: each word alone is its number") {
    CsvReader reader(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/prose/tables/number_words.csv", 1);
    while (const Row* row = reader.next()) {
        for (const std::string& words : split_list(row->cells[3], ", ")) {
            const std::vector<Token> tokens = tokens_of(words);
            if (tokens.size() != 1) continue;
            INFO(words);
            CHECK(number_of(tokens[0]) == std::stol(row->cells[0]));
            CHECK(is_ordinal(tokens[0]) == (row->cells[1] == "yes"));
        }
    }
}

TEST_CASE("triggers.csv: the example is an incident, the counter-example is none") {
    for_each_row("triggers", [](const std::string&, const std::string& example, const std::string& counter) {
        INFO(example << " / " << counter);
        CHECK(read(example).drafts.size() == 1);
        CHECK(read(counter).drafts.empty());
    });
}

TEST_CASE("modality_words.csv: the example is no incident, the counter-example is one") {
    for_each_row("modality_words",
                 [](const std::string&, const std::string& example, const std::string& counter) {
                     INFO(example << " / " << counter);
                     CHECK(read(example).drafts.empty());
                     CHECK(read(counter).drafts.size() == 1);
                 });
}

TEST_CASE("toll_words.csv: the example says how many, the counter-example does not") {
    for_each_row("toll_words",
                 [](const std::string&, const std::string& example, const std::string& counter) {
                     INFO(example << " / " << counter);
                     const std::vector<Token> told = tokens_of(example);
                     CHECK(toll_in(told, {0, told.size()}).known());
                     const std::vector<Token> other = tokens_of(counter);
                     CHECK_FALSE(toll_in(other, {0, other.size()}).known());
                 });
}
