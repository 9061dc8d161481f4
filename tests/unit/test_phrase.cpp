// SPDX-License-Identifier: MIT
/// Phrases that relate to places, as reports write them, and what must not be taken for one. The examples
/// stand in phrases.tsv (words, tab, reading) and in the tables of docs/localities.md, whose heads are
/// `words` and `read as`.
#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "core/text.hpp"
#include "locate/locality.hpp"
#include "locate/phrase.hpp"
#include "table/csv.hpp"

using namespace incidentmap;

namespace {

std::string leg_in_words(const Leg& leg) {
    std::string text = to_text(leg.distance.distance_m / 1000, 2) + " ± " +
                       to_text(leg.distance.half_width_m / 1000, 2) + " km";
    if (leg.direction) text += " " + std::string(leg.direction->name);
    if (!leg.distance.disagreement.empty()) text += " !";
    return text;
}

std::string clue_in_words(const Clue& clue) {
    constexpr std::string_view relations[]{"at",     "near",      "offshore", "outside", "outskirts",
                                           "part",   "direction", "offset",   "between", "road",
                                           "border", "within",    "side"};
    std::string text = std::string(relations[static_cast<std::size_t>(clue.relation)]) + "(" + clue.place;
    if (!clue.other.empty()) text += ", " + clue.other;
    for (const Leg& leg : clue.legs) text += ", " + leg_in_words(leg);
    if (clue.direction) text += ", " + std::string(clue.direction->name);
    return text + ")";
}

/// `a village: direction(Qaim, W), in Anbar`; a dash for what is no phrase.
std::string in_words(const std::optional<Phrase>& phrase) {
    if (!phrase) return "–";
    if (!phrase->not_understood.empty()) return "not understood: " + phrase->not_understood;
    std::vector<std::string> parts;
    for (const Clue& clue : phrase->clues) parts.push_back(clue_in_words(clue));
    for (const std::string& parent : phrase->parents) parts.push_back("in " + parent);
    return (phrase->kind_words.empty() ? "" : phrase->kind_words + ": ") + joined(parts, ", ");
}

using Examples = std::vector<std::pair<std::string, std::string>>;

Examples examples_of_table() {
    Examples examples;
    std::ifstream file(INCIDENTMAP_SOURCE_DIR "/tests/unit/phrases.tsv");
    for (std::string line; std::getline(file, line);) {
        const auto tab = line.find('\t');
        if (tab != std::string::npos) examples.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    return examples;
}

Examples examples_of_documentation() {
    Examples examples;
    std::ifstream file(INCIDENTMAP_SOURCE_DIR "/docs/localities.md");
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("| words | read as |")) {
            inside = true;
        } else if (!line.starts_with("|")) {
            inside = false;
        } else if (inside && !line.starts_with("|--")) {
            const std::vector<std::string> cells = split_list(line, "|");
            REQUIRE(cells.size() == 2);
            const auto plain = [](std::string_view cell) {
                return std::string(cell.substr(1, cell.size() - 2));
            };
            examples.emplace_back(plain(cells[0]), plain(cells[1]));
        }
    }
    return examples;
}

/// An example of a table with a word in its place.
std::string with(std::string text, const std::string& word) {
    constexpr std::string_view place = "…";
    const std::size_t at = text.find(place);
    return at == std::string::npos ? text : text.replace(at, place.size(), word);
}

}  // namespace

TEST_CASE("Phrases are read as their table says, and what is none is not") {
    const Examples examples = examples_of_table();
    std::size_t none = 0;
    for (const auto& [words, reading] : examples) {
        INFO(words);
        CHECK(in_words(read_phrase(words)) == reading);
        none += reading == "–" ? 1 : 0;
    }
    CHECK(examples.size() >= 300);
    CHECK(none >= 60);
}

TEST_CASE("Each word of the tables of phrases and units is read as its row says") {
    for (const std::string table : {"phrase_words", "distance_units"}) {
        CsvReader reader(INCIDENTMAP_SOURCE_DIR "/src/gazetteer/tables/" + table + ".csv", 1);
        const auto cell = [&](const Row& row, std::string_view name) {
            const auto at = std::find(reader.columns().begin(), reader.columns().end(), name);
            return row.cells.at(static_cast<std::size_t>(at - reader.columns().begin()));
        };
        std::size_t count = 0;
        while (const Row* row = reader.next()) {
            for (const std::string& word : split_list(cell(*row, "words"), ",")) {
                const std::string words = with(cell(*row, "example"), word);
                const std::string reading = with(cell(*row, "reads as"), word);
                INFO(table << ".csv:" << row->number << ": " << words);
                if (reading == "told") {
                    CHECK(relating_words(words) == word);
                } else {
                    CHECK(in_words(read_phrase(words)) == reading);
                }
                ++count;
            }
        }
        CHECK(count >= 27);
    }
}

TEST_CASE("The examples of the documentation are true") {
    const Examples examples = examples_of_documentation();
    CHECK(examples.size() >= 40);
    for (const auto& [words, reading] : examples) {
        INFO(words);
        CHECK(in_words(read_phrase(words)) == reading);
    }
}

TEST_CASE("A phrase of any length and of any bytes is read or is none, and is never an accident") {
    for (const std::string& words :
         {std::string(5'000, 'a'), std::string("85 km ") + std::string(900, '-'),
          std::string("\xFF\xFE near \xC3"), std::string(400, ','),
          std::string("near \xD9\x82\xD8\xB1\xD8\xA8"), std::string("1e999 km north of Q"),
          std::string("99999999999 km north of Q")}) {
        const auto phrase = read_phrase(words);
        if (!phrase) continue;
        for (const Clue& clue : phrase->clues) {
            CHECK_FALSE(clue.place.empty());
            for (const Leg& leg : clue.legs) CHECK(leg.distance.distance_m <= 20'000'000);
        }
    }
}

TEST_CASE("A phrase in another language is read as its row says, with the country behind it") {
    CsvReader reader(INCIDENTMAP_SOURCE_DIR "/src/gazetteer/tables/phrase_forms.csv", 1);
    std::size_t count = 0;
    while (const Row* row = reader.next()) {
        INFO("phrase_forms.csv:" << row->number << ": " << row->cells.at(3));
        CHECK(in_words(read_phrase(row->cells.at(3))) == row->cells.at(4));
        CHECK(in_words(read_phrase(row->cells.at(3) + ", Xland")) == row->cells.at(4) + ", in Xland");
        ++count;
    }
    CHECK(count >= 40);
    for (const char* name : {"Norte de Santander", "Entre Ríos", "Al Norte", "Nord", "Cerca", "Côte d'Or",
                             "Saint-Denis", "شمال سيناء", "Північна Буковина", "У", "10 км", "a 5 km"}) {
        INFO(name);
        CHECK_FALSE(read_phrase(name));
    }
}
