// SPDX-License-Identifier: MIT
/// Each row of the gazetteer's tables says by an example of its own what it does; here the examples are
/// tried.
#include <sys/wait.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/ordinary_words.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "gazetteer/spelling/sounds.hpp"
#include "scratch.hpp"
#include "table/csv.hpp"

using namespace incidentmap;
namespace fs = std::filesystem;

namespace {

const std::string tables_folder = std::string(INCIDENTMAP_SOURCE_DIR) + "/src/gazetteer/tables";

using TableRow = std::map<std::string, std::string>;

/// A table as it stands in the sources, each row with its place (`costs.csv:3`) under `at`.
std::vector<TableRow> rows_of(const std::string& table) {
    CsvReader reader(tables_folder + "/" + table + ".csv", 1);
    std::vector<TableRow> rows;
    while (const Row* row = reader.next()) {
        TableRow cells{{"at", table + ".csv:" + std::to_string(row->number)}};
        for (std::size_t i = 0; i < reader.columns().size(); ++i) cells[reader.columns()[i]] = row->cells[i];
        rows.push_back(cells);
    }
    REQUIRE(rows.size() > 3);
    return rows;
}

/// The letters of a cell: `أ إ U+0671 U+064B-U+065F`.
std::u32string letters_in(const std::string& cell) {
    std::u32string letters;
    for (const std::string& token : split_list(cell, " ")) {
        const auto number = [](const std::string& text) {
            return text.starts_with("U+") ? static_cast<char32_t>(std::stoul(text.substr(2), nullptr, 16))
                                          : code_points(text)[0];
        };
        const std::size_t dash = token.find("-U+");
        const char32_t last = number(dash == std::string::npos ? token : token.substr(dash + 1));
        for (char32_t letter = number(token.substr(0, dash)); letter <= last; ++letter) letters += letter;
    }
    return letters;
}

bool has_one_of(const std::string& text, const std::u32string& letters) {
    return code_points(text).find_first_of(letters) != std::u32string::npos;
}

std::string bones(const std::string& name) { return phonetic_key(name).text; }

/// What it costs to get from one name to the other, in letters.
double cost_between(const std::string& a, const std::string& b) {
    return (1 - similarity(a, b)) *
           static_cast<double>(std::max(code_points(a).size(), code_points(b).size()));
}

}  // namespace

TEST_CASE(
    "letter_forms.csv: each letter becomes what its row says, and each example is written as its row says") {
    for (const TableRow& row : rows_of("letter_forms")) {
        INFO(row.at("at"));
        const std::u32string letters = letters_in(row.at("letters"));
        const std::string& becomes = row.at("becomes");
        const std::string wanted = becomes == "nothing" ? "" : becomes == "space" ? " " : becomes;
        for (const char32_t letter : letters) CHECK(utf8(folded(letter)) == wanted);
        CHECK(normal_form(row.at("example")) == normal_form(row.at("same as")));
        CHECK(has_one_of(row.at("example"), letters));
    }
}

TEST_CASE("kind_words.csv: each word is set aside where its row says, and leaves the name") {
    for (const TableRow& row : rows_of("kind_words")) {
        INFO(row.at("at") << ": " << row.at("example"));
        const NameParts parts = name_parts(row.at("example"));
        CHECK(parts.core_normal == normal_form(row.at("name")));
        REQUIRE_FALSE(parts.kind_words.empty());
        CHECK(std::any_of(parts.kind_words.begin(), parts.kind_words.end(), [&](const KindWord& word) {
            const std::vector<std::string> words = split_list(row.at("words"), ",");
            return word.kind == row.at("kind") && word.language == row.at("language") &&
                   std::find(words.begin(), words.end(), normal_form(word.words)) != words.end();
        }));
    }
}

TEST_CASE("ordinary_words.csv: each word is in normal form, and each example is one with a word of kind") {
    for (const TableRow& row : rows_of("ordinary_words")) {
        INFO(row.at("at"));
        for (const std::string& word : split_list(row.at("words"), ",")) {
            CHECK(normal_form(word) == word);
            CHECK(is_ordinary_word(word));
        }
        CHECK(is_ordinary_word(name_parts(row.at("example")).core_normal));
        CHECK_FALSE(is_ordinary_word(normal_form(row.at("example"))));
    }
    CHECK_FALSE(is_ordinary_word("taji"));
}

TEST_CASE("particles.csv: each small word is left where its row says") {
    for (const TableRow& row : rows_of("particles")) {
        INFO(row.at("at") << ": " << row.at("example"));
        CHECK(name_parts(row.at("example")).core_normal == row.at("name"));
        const std::string text = row.at("example") + " " + normal_form(row.at("example"));
        CHECK(text.find(row.at("word")) != std::string::npos);
    }
}

TEST_CASE("the tables of sounds: the two spellings of each row have one phonetic key") {
    for (const std::string table : {"sounds_marked", "sounds_plain", "sounds_together", "telling_letters",
                                    "words_ending_in_h", "qualifiers"}) {
        for (const TableRow& row : rows_of(table)) {
            INFO(row.at("at") << ": " << row.at("example") << ", " << row.at("same as"));
            CHECK_FALSE(bones(row.at("example")).empty());
            CHECK(bones(row.at("example")) == bones(row.at("same as")));
            if (table == "sounds_marked" || table == "sounds_plain")
                CHECK(has_one_of(row.at("example"), letters_in(row.at("letters"))));
            if (table == "sounds_together" || table == "words_ending_in_h")
                CHECK(normal_form(row.at("example"))
                          .find(row.at(table == "words_ending_in_h" ? "word" : "letters")) !=
                      std::string::npos);
        }
    }
}

TEST_CASE("the sounds of letters are those of their rows") {
    for (const TableRow& row : rows_of("sounds_together")) {
        const std::string word = row.at("letters") + (row.at("where") == "anywhere" ? "" : "a");
        INFO(row.at("at") << ": " << word);
        const auto sounds = sounds_of({word, word}, Romanisation::any, true);
        REQUIRE(sounds);
        CHECK(sounds->front().consonant == row.at("sound")[0]);
        CHECK(sounds->front().size == row.at("letters").size());
    }
    for (const TableRow& row : rows_of("sounds_plain")) {
        const char sound = row.at("sound")[0];
        if (sound < 'A' || sound > 'Z' || sound == 'A') continue;
        for (const char32_t letter : letters_in(row.at("letters"))) {
            const std::string word = utf8({&letter, 1});
            INFO(row.at("at") << ": " << word);
            const auto sounds = sounds_of({word, word}, Romanisation::any, true);
            REQUIRE(sounds);
            REQUIRE(sounds->size() == 1);
            CHECK(sounds->front().consonant == sound - 'A' + 'a');
        }
    }
}

TEST_CASE("two_readings.csv: the other reading of each example is the phonetic key of the other spelling") {
    for (const TableRow& row : rows_of("two_readings")) {
        INFO(row.at("at") << ": " << row.at("example"));
        const std::vector<std::string> others = other_phonetic_keys(row.at("example"));
        CHECK(std::find(others.begin(), others.end(), bones(row.at("same as"))) != others.end());
        CHECK(bones(row.at("example")) != bones(row.at("same as")));
    }
}

TEST_CASE("the tables of compared letters: the two spellings of each row are alike, and not one") {
    for (const std::string table : {"compared_letters", "compared_together", "compared_across_scripts"}) {
        for (const TableRow& row : rows_of(table)) {
            INFO(row.at("at") << ": " << row.at("example") << ", " << row.at("like"));
            CHECK(row.at("example") != row.at("like"));
            CHECK(cost_between(row.at("example"), row.at("like")) < 0.5);
        }
    }
}

TEST_CASE("costs.csv: each example costs what its row says") {
    for (const TableRow& row : rows_of("costs")) {
        INFO(row.at("at") << ": " << row.at("example") << ", " << row.at("like"));
        CHECK(std::abs(cost_between(row.at("example"), row.at("like")) - std::stod(row.at("letters"))) <
              1e-9);
    }
}

TEST_CASE("countries: each word is its country's, and each country of phonetic keys is one") {
    for (const TableRow& row : rows_of("country_words")) {
        INFO(row.at("at"));
        const bool is_people = row.at("rule") == "its people";
        CHECK((is_people ? country_of_people(row.at("words")) : country_code(row.at("words"))) ==
              row.at("country"));
        CHECK_FALSE(country_name(row.at("country")).empty());
    }
    for (const TableRow& row : rows_of("phonetic_key_countries")) {
        INFO(row.at("at"));
        CHECK(uses_phonetic_key(row.at("country")));
        CHECK(row.at("rule").starts_with(country_name(row.at("country"))));
    }
}

TEST_CASE("place_kinds.csv: each kind is of the group that its row says") {
    for (const TableRow& row : rows_of("place_kinds")) {
        INFO(row.at("at"));
        CHECK(kind_group(row.at("kind")) == row.at("group"));
    }
}

namespace {

/// What the build says of the tables where a line of one of them is another.
std::string said_of(const std::string& table, const std::string& old_text, const std::string& new_text) {
    const Scratch scratch;
    fs::create_directory(scratch.path("tables"));
    fs::create_directory(scratch.path("made"));
    for (const fs::directory_entry& entry : fs::directory_iterator(tables_folder)) {
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        std::string bytes = text.str();
        if (entry.path().stem() == table) {
            REQUIRE(bytes.find(old_text) != std::string::npos);
            bytes.replace(bytes.find(old_text), old_text.size(), new_text);
        }
        scratch.file("tables/" + entry.path().filename().string(), bytes);
    }
    const std::string command = std::string("\"") + INCIDENTMAP_BINARY_DIR + "/make_tables\" \"" +
                                scratch.path("tables") + "\" \"" + scratch.path("made") + "\" 2>\"" +
                                scratch.path("said") + "\"";
    const int status = std::system(command.c_str());
    std::ostringstream said;
    said << std::ifstream(scratch.path("said")).rdbuf();
    CHECK(WEXITSTATUS(status) == (said.str().empty() ? 0 : 1));
    return said.str();
}

}  // namespace

TEST_CASE("a row that is wrong ends the build with file, line and value") {
    CHECK(said_of("costs", "0.35", "0.35").empty());
    CHECK(said_of("costs", "0.35", "a third") ==
          "make_tables: costs.csv:3: letters 'a third' is no number such as 0.35\n");
    CHECK(said_of("costs", "\nvowel for vowel", "\nnear vowel") ==
          "make_tables: costs.csv:3: name 'near vowel' has 'near vowel', which stands in costs.csv:2 "
          "already\n");
    CHECK(said_of("letter_forms", "\nÆ æ,", "\nÆ â,") ==
          "make_tables: letter_forms.csv:28: letters 'Æ â' has 'â', which stands in letter_forms.csv:2 "
          "already\n");
    CHECK(said_of("letter_forms", "\nÆ æ,", "\nÆ æb,") ==
          "make_tables: letter_forms.csv:28: letters 'Æ æb' has 'æb', which is not one letter: part letters "
          "by spaces, "
          "write signs as U+0640\n");
    CHECK(said_of("letter_forms", "\nÆ æ,", "\nÆ \xFF,") ==
          "make_tables: letter_forms.csv:28: column letters has bytes that are not UTF-8; each stands as "
          "\uFFFD. Save "
          "the table as CSV UTF-8\n");
    CHECK(
        said_of("kind_words", "en,after the name", "en,behind the name") ==
        "make_tables: kind_words.csv:3: rule 'behind the name' is none of: before the name, after the name, "
        "before or after the name, after the name of an installation\n");
    CHECK(said_of("kind_words", "\nregion,", "\nplanet,")
              .starts_with("make_tables: kind_words.csv:3: kind 'planet' is none of: country,"));
    CHECK(said_of("kind_words", "gouvernorat,", "\"gouvernorat,muhafazat\",") ==
          "make_tables: kind_words.csv:8: words 'gouvernorat,muhafazat' is no list of words with ', ' "
          "between them\n");
    CHECK(said_of("two_readings", "letters,capital", "letter,capital") ==
          "make_tables: two_readings.csv:1: the columns are 'letter, capital, read as, rule, example, same "
          "as' and should "
          "be 'letters, capital, read as, rule, example, same as'\n");
    CHECK(said_of("country_words", ",SY,", ",Syria,") ==
          "make_tables: country_words.csv:2: country 'Syria' is no country code such as IQ\n");
}
