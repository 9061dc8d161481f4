// SPDX-License-Identifier: MIT
/// What no draft may ever have, over all texts of tests/prose and over sentences that lead into it.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "catch.hpp"
#include "geodesy/geodesic.hpp"
#include "prose_tools.hpp"
#include "report/reader.hpp"

using namespace incidentmap;
using prose_tools::basis_of;
using prose_tools::made_up_texts;
using prose_tools::read;
using prose_tools::slice;
using Column = ReportColumn;

namespace {

bool has_place(const Extracted& extracted, const std::string& words) {
    return std::any_of(extracted.drafts.begin(), extracted.drafts.end(), [&](const DraftReport& draft) {
        return draft[Column::place].find(words) != std::string::npos ||
               draft[Column::launch_place].find(words) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("a cell of a draft has its span or a named rule, and the span has its words", "[texts]") {
    std::size_t cells = 0;
    for (const auto& [name, extracted] : made_up_texts()) {
        for (const DraftReport& draft : extracted.drafts) {
            for (std::size_t i = 1; i < report_column_count; ++i) {  // the first is the draft's id
                if (draft.cells[i].empty()) continue;
                ++cells;
                const CellBasis* basis = basis_of(draft, static_cast<Column>(i));
                INFO(name << ": " << report_columns()[i].name << " " << draft.cells[i]);
                REQUIRE(basis != nullptr);
                CHECK((!basis->words.empty() || !basis->rule.empty()));
                if (static_cast<Column>(i) == Column::place_words || static_cast<Column>(i) == Column::weapon)
                    CHECK(slice(extracted, basis->words).find(draft.cells[i].substr(0, 4)) !=
                          std::string::npos);
            }
        }
    }
    CHECK(cells > 300);
}

TEST_CASE("a day that nobody stated says so", "[texts]") {
    for (const auto& [name, extracted] : made_up_texts()) {
        for (const DraftReport& draft : extracted.drafts) {
            INFO(name << ": " << draft.quote);
            CHECK(draft[Column::event_date].empty() == draft.date_basis.starts_with("not stated"));
            if (draft.date_basis.starts_with("stated")) {
                const CellBasis* basis = basis_of(draft, Column::event_date);
                REQUIRE(basis != nullptr);
                CHECK(!basis->words.empty());
            }
        }
    }
    const Extracted none = read("Two rockets hit Camp Taji, the army said.");
    REQUIRE(none.drafts.size() == 1);
    CHECK(none.drafts[0].date_basis.starts_with("by publication"));
    CHECK(none.drafts[0].confidence == Confidence::weak);
}

TEST_CASE("unlike days and far points are never brought together") {
    CHECK(read("Rockets hit Camp Taji on Monday. Rockets hit Camp Taji on Wednesday.").drafts.size() == 2);
    CHECK(read("Rockets hit Camp Taji on Monday. Rockets hit Kirkuk on Monday.").drafts.size() == 2);
    CHECK(read("Rockets hit Camp Taji on Monday. The attack damaged two cars. The rockets hit Camp Taji at "
               "noon, "
               "the army said.")
              .drafts.size() == 1);
}

TEST_CASE("who speaks, a dateline, a metonym, a reference and a parent are no target") {
    CHECK(!has_place(read("BAGHDAD, March 3 (Agency) — Rockets hit Camp Taji on Wednesday."), "BAGHDAD"));
    CHECK(!has_place(
        read("Rockets hit Camp Taji on Wednesday. Washington said it would respond to the attack."),
        "Washington"));
    CHECK(!has_place(read("Rockets hit Camp Taji on Wednesday, an official in Kirkuk said."), "Kirkuk"));
    const Extracted reference = read("Rockets hit Camp Taji, 27 km north of Baghdad, on Wednesday.");
    REQUIRE(reference.drafts.size() == 1);
    CHECK(reference.drafts[0][Column::place] == "Camp Taji");
    CHECK(reference.drafts[0][Column::place_said_to_be] == "27 km north of Baghdad");
    const Extracted parent =
        read("Rockets hit a camp in Bashiqa, in Nineveh province in northern Iraq, on Wednesday.");
    REQUIRE(parent.drafts.size() == 1);
    CHECK(parent.drafts[0][Column::place] == "Bashiqa");
    CHECK(!parent.drafts[0].set_aside.empty());
}

TEST_CASE("no place of a draft is one that it sets aside, nor stands in a dateline", "[texts]") {
    std::size_t places = 0;
    for (const auto& [name, extracted] : made_up_texts()) {
        const CodePointCount points(extracted.prose.text);
        for (const DraftReport& draft : extracted.drafts) {
            for (const CellBasis& basis : draft.bases) {
                if (basis.column != Column::place && basis.column != Column::launch_place) continue;
                ++places;
                INFO(name << ": " << draft[basis.column]);
                CHECK(
                    std::none_of(draft.set_aside.begin(), draft.set_aside.end(), [&](const SetAside& aside) {
                        return aside.why.starts_with("who ") && aside.at.meets(basis.words);
                    }));
                for (const Block& block : extracted.prose.blocks) {
                    if (block.dateline.empty()) continue;
                    const Span dateline{points.at(block.dateline.begin), points.at(block.dateline.end)};
                    CHECK_FALSE(dateline.meets(basis.words));
                }
            }
        }
    }
    CHECK(places > 100);
}

TEST_CASE("where it fell goes before what it was aimed at") {
    const Extracted fell =
        read("A rocket that had been aimed at Baghdad airport fell on a house in Abu Ghraib on Monday.");
    REQUIRE(fell.drafts.size() == 1);
    CHECK(fell.drafts[0][Column::place].find("Abu Ghraib") != std::string::npos);
}

TEST_CASE("a launch place has words of launching before it", "[texts]") {
    static constexpr std::array<std::string_view, 17> words{
        "أطلق", "إطلاق",  "انطلق", "fired",    "launch",    "came from", "took off",   "taken off", "firing",
        "sent", "lobbed", "flown", "originat", "come from", "emanated",  "with tubes", "with rails"};
    for (const auto& [name, extracted] : made_up_texts()) {
        for (const DraftReport& draft : extracted.drafts) {
            if (draft[Column::launch_place].empty()) continue;
            const auto basis = std::find_if(draft.bases.begin(), draft.bases.end(), [](const CellBasis& one) {
                return one.column == Column::launch_place;
            });
            REQUIRE(basis != draft.bases.end());
            const std::size_t from = basis->words.begin > 160 ? basis->words.begin - 160 : 0;
            const std::string before = slice(extracted, {from, basis->words.end});
            INFO(name << ": " << before);
            CHECK(std::any_of(words.begin(), words.end(),
                              [&](std::string_view word) { return before.find(word) != std::string::npos; }));
        }
    }
    for (const char* text :
         {"Troops withdrew from Kirkuk. Rockets hit Camp Taji on Wednesday.",
          "President Salih condemned the rocket attack on Camp Taji from Baghdad on Wednesday.",
          "Rockets hit Erbil airport, from which the coalition operates, on Wednesday."}) {
        for (const DraftReport& draft : read(text).drafts) {
            INFO(text);
            CHECK(draft[Column::launch_place].empty());
        }
    }
}

TEST_CASE(
    "what was only possible, threatened, denied, commemorated, practised or an accident is no incident") {
    for (const char* text :
         {"Iran could fire missiles at Erbil, analysts said.", "The militia vowed to attack Camp Taji.",
          "Thousands marked the anniversary of the strike that killed a general in Baghdad.",
          "The army denied that rockets hit Camp Taji on Wednesday.",
          "Militias threatened to fire rockets at Taji.",
          "Troops simulated a rocket attack on Camp Taji in a drill on Wednesday.",
          "An earthquake killed four people in Erbil on Wednesday.",
          "US forces have been attacked at least 66 times in Iraq since October."}) {
        INFO(text);
        CHECK(read(text).drafts.empty());
    }
    CHECK(read("US forces have been attacked at least 66 times in Iraq since October.").aggregates.size() ==
          1);
}

TEST_CASE("the name of a private person is in no cell and no quote") {
    const Extracted extracted = read(
        "Rockets hit a house in Kirkuk on Wednesday, killing Ahmed Jasim Mahmoud, a baker, his neighbour "
        "Layla Hadi "
        "said. Witness Omar Farouk saw the rockets.");
    REQUIRE(!extracted.drafts.empty());
    for (const DraftReport& draft : extracted.drafts) {
        for (const char* name : {"Jasim", "Layla", "Omar"}) {
            CHECK(draft.quote.find(name) == std::string::npos);
            for (const std::string& cell : draft.cells) CHECK(cell.find(name) == std::string::npos);
        }
    }
}

TEST_CASE("whom the texts name with a title is in no cell and no quote", "[texts]") {
    // Public office holders and nobody: none of them is an incident.
    static constexpr std::array<std::string_view, 16> names{
        "Kirby",     "Marotto",      "Soleimani", "Khoshnaw", "Petro",   "Mahdi Salih",
        "Nur Farah", "Zelenskiy",    "Vitaliy",   "McKenzie", "Erdogan", "Sheikh Mohamud",
        "Uribe",     "Siddiq Ahmed", "Sudani",    "Salih"};
    for (const auto& [name, extracted] : made_up_texts()) {
        for (const DraftReport& draft : extracted.drafts) {
            for (const std::string_view person : names) {
                INFO(name << ": " << person << ": " << draft.quote);
                CHECK(draft.quote.find(person) == std::string::npos);
                for (const std::string& one : draft.cells) CHECK(one.find(person) == std::string::npos);
            }
        }
    }
}

TEST_CASE("a quote has at most 25 words", "[texts]") {
    for (const auto& [name, extracted] : made_up_texts()) {
        for (const DraftReport& draft : extracted.drafts) {
            const auto blanks = std::count(draft.quote.begin(), draft.quote.end(), ' ');
            INFO(name << ": " << draft.quote);
            CHECK(blanks <= 30);
        }
    }
}

TEST_CASE("days are handed on and counted from the incident told before") {
    const Extracted extracted = read(
        "Rockets hit Camp Taji on Tuesday. A day earlier, a drone struck Erbil airport. Hours later, mortar "
        "shells "
        "fell in Kirkuk.");
    REQUIRE(extracted.drafts.size() == 3);
    CHECK(extracted.drafts[0][Column::event_date] == "2021-03-02");
    CHECK(extracted.drafts[1][Column::event_date] == "2021-03-01");
    CHECK(extracted.drafts[2][Column::event_date] == "2021-03-01");
    CHECK(extracted.drafts[2].date_basis.starts_with("relative"));
}

TEST_CASE("`the same base` and `it` go back to the site named before") {
    const Extracted extracted = read(
        "Rockets hit Camp Taji on Tuesday. On Wednesday a drone struck the same base. In January rockets "
        "landed "
        "near it.");
    REQUIRE(extracted.drafts.size() == 3);
    for (const DraftReport& draft : extracted.drafts)
        CHECK(draft[Column::place].find("Taji") != std::string::npos);
    CHECK(extracted.drafts[1].confidence == Confidence::inferred);
}

TEST_CASE("tolls: sums, parts, none, and nothing where nothing is said") {
    const auto toll = [](const std::string& words) {
        const Extracted extracted = read("Rockets hit Camp Taji on Tuesday, " + words + ".");
        REQUIRE(extracted.drafts.size() == 1);
        return extracted.drafts[0][Column::killed] + "/" + extracted.drafts[0][Column::injured];
    };
    CHECK(toll("killing two Americans and one Briton and wounding 14 others") == "3/14");
    CHECK(toll("killing at least 25 people") == "at least 25/");
    CHECK(toll("injuring a woman and a girl") == "/2");
    CHECK(toll("without causing casualties") == "0/0");
    CHECK(toll("and nobody was hurt") == "/0");
    CHECK(toll("damaging two cars") == "/");
}

TEST_CASE("of a table of drafts those are reports that a person confirmed, changed or added") {
    const Scratch folder;
    const std::string table = folder.file("reports.drafts.csv",
                                          "draft_id,status,place\n1,confirmed,Taji\n2,draft,Balad\n3,"
                                          "rejected,Kirkuk\n4,Changed,Erbil\n5,,Qaim\n");
    const auto places = [&](bool with_drafts) {
        InputOptions options;
        options.with_drafts = with_drafts;
        ReportReader reader(table, options);
        std::string all;
        while (const Report* report = reader.next()) all += (*report)[Column::place] + " ";
        return all;
    };
    CHECK(places(false) == "Taji Erbil ");
    CHECK(places(true) == "Taji Balad Erbil Qaim ");
}
