// SPDX-License-Identifier: MIT
/// What no draft may ever be, over all texts: those of tests/prose and of data/extract.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "catch.hpp"
#include "geodesy/geodesic.hpp"
#include "prose/people.hpp"
#include "prose_tools.hpp"

using namespace incidentmap;
using prose_tools::basis_of;
using prose_tools::made_up_texts;
using prose_tools::read;
using prose_tools::slice;
using Column = ReportColumn;

namespace {

/// How near a place of the one is to a place of the other: of a list, one is told again.
double nearest_m(const Telling& a, const Telling& b) {
    double nearest = 1e9;
    for (const LonLat from : a.points) {
        for (const LonLat to : b.points) nearest = std::min(nearest, geodesic(from, to).distance_m);
    }
    return nearest;
}

/// Calls \p look with each draft of each text.
template <typename Look>
void for_each_draft(Look look) {
    std::size_t count = 0;
    for (const auto& [name, extracted] : made_up_texts()) {
        for (const DraftReport& draft : extracted.drafts) {
            INFO(name << ": " << draft.quote);
            look(extracted, draft);
            ++count;
        }
    }
    CHECK(count > 250);
}

}  // namespace

TEST_CASE("over all texts: what is brought together is of one day, and of points no farther than 20 km apart",
          "[texts]") {
    std::size_t together = 0;
    for_each_draft([&](const Extracted&, const DraftReport& draft) {
        REQUIRE(!draft.tellings.empty());
        for (const Telling& a : draft.tellings) {
            for (const Telling& b : draft.tellings) {
                if (a.date && b.date) CHECK(overlap(*a.date, *b.date));
                if (!a.points.empty() && !b.points.empty()) CHECK(nearest_m(a, b) <= 20'000);
            }
        }
        together += draft.tellings.size() > 1 ? 1 : 0;
    });
    CHECK(together > 50);
}

TEST_CASE("over all texts: a day that nobody stated is about a day, or says from what it was reached",
          "[texts]") {
    for_each_draft([](const Extracted& extracted, const DraftReport& draft) {
        const CellBasis* basis = basis_of(draft, Column::event_date);
        if (basis == nullptr) {
            CHECK(draft.date_basis == "not stated");
            return;
        }
        CHECK(!basis->rule.empty());
        if (draft.date_basis.starts_with("by publication")) {
            CHECK(draft[Column::event_date].ends_with("~"));
            CHECK(draft.confidence == Confidence::weak);
        } else {
            // The words of the day stand in the text.
            CHECK(!slice(extracted, basis->words).empty());
        }
        if (draft.confidence == Confidence::stated) CHECK(draft.date_basis.starts_with("stated"));
    });
}

TEST_CASE("over all texts: no place is a speaker's, a reference or an area about the place", "[texts]") {
    for_each_draft([](const Extracted&, const DraftReport& draft) {
        const CellBasis* basis = basis_of(draft, Column::place);
        if (basis == nullptr) return;
        for (const SetAside& aside : draft.set_aside) {
            const bool never = aside.why.starts_with("who ") || aside.why == "says where another place is" ||
                               aside.why == "says whose something is" ||
                               aside.why == "an area about the place";
            if (!never) continue;
            INFO(aside.words << ": " << aside.why);
            CHECK_FALSE((draft[Column::place] == aside.words && aside.at.meets(basis->words)));
        }
    });
}

TEST_CASE("over all texts: no place stands where somebody speaks for it: `Washington said`", "[texts]") {
    static constexpr std::array<std::string_view, 8> says{" said",  " says",   " warned",  " denied",
                                                          " vowed", " called", " accused", " condemned"};
    for_each_draft([&](const Extracted& extracted, const DraftReport& draft) {
        const CellBasis* basis = basis_of(draft, Column::place);
        if (basis == nullptr) return;
        const std::string behind = slice(extracted, {basis->words.end, basis->words.end + 12});
        for (const std::string_view word : says) CHECK_FALSE(behind.starts_with(word));
    });
}

TEST_CASE("over all texts: nothing that could or might be, was vowed or is remembered is an incident",
          "[texts]") {
    static constexpr std::array<std::string_view, 14> before{
        "could ",      "would ",      "might ",   "may ",  "vowed to ", "threatened to ", "plans to ",
        "planned to ", "capable of ", "did not ", "will ", "should ",   "pledged to ",    "ready to "};
    for_each_draft([&](const Extracted&, const DraftReport& draft) {
        CHECK(draft.quote.find("nniversary of") == std::string::npos);
        const std::size_t open = draft.why.find("“");
        const std::size_t close = draft.why.find("”");
        if (open != 0 || close == std::string::npos) return;
        const std::string trigger = draft.why.substr(3, close - 3);
        for (const std::string_view word : before)
            CHECK(draft.quote.find(std::string(word) + trigger) == std::string::npos);
    });
}

TEST_CASE("over all texts: no cell and no quote has capitals behind a title", "[texts]") {
    for_each_draft([](const Extracted&, const DraftReport& draft) {
        std::vector<std::string> all(draft.cells.begin(), draft.cells.end());
        all.push_back(draft.quote);
        for (const std::string& cell : all) {
            const std::vector<Token> tokens = tokens_of(cell);
            for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
                const auto title = people_word(tokens, i, PeopleSort::title);
                if (!title || !tokens[i].capital || i + *title + 1 >= tokens.size()) continue;
                const Token& name = tokens[i + *title];
                const Token& next = tokens[i + *title + 1];
                // A first and a last name, and no place called after somebody: `Prince Sultan Air Base`.
                const bool person = name.is_word() && name.capital && next.is_word() && next.capital &&
                                    name.stems.empty() &&
                                    !people_word(tokens, i + *title, PeopleSort::title) &&
                                    !people_word(tokens, i + *title, PeopleSort::organisation) &&
                                    country_of_word(name).empty();
                INFO(cell);
                CHECK_FALSE(person);
            }
        }
    });
}

TEST_CASE(
    "A later denial by somebody else stands beside the incident, with whose words it is, and changes no "
    "fact") {
    const auto only = [](const char* text) {
        const Extracted extracted = read(text);
        REQUIRE(extracted.drafts.size() == 1);
        return extracted.drafts[0];
    };
    const DraftReport plain = only("Rockets hit Camp Taji on Monday, killing two soldiers.");
    for (const auto& [denial, who] : std::initializer_list<std::pair<const char*, const char*>>{
             {"Kataib Hezbollah denied involvement on Tuesday.", "Kataib Hezbollah"},
             {"The M23 denied on Tuesday having fired them.", "M23"},
             {"Iran said it had nothing to do with the attack.", "Iran"},
             {"Russia denied that it had any part in it.", "Russia"}}) {
        INFO(denial);
        const DraftReport draft =
            only(("Rockets hit Camp Taji on Monday, killing two soldiers. " + std::string(denial)).c_str());
        CHECK(draft[Column::denied_by] == who);
        for (const Column fact : {Column::event_date, Column::place, Column::weapon, Column::killed})
            CHECK(draft[fact] == plain[fact]);
        const CellBasis* basis = basis_of(draft, Column::denied_by);
        REQUIRE(basis != nullptr);
        CHECK(!basis->words.empty());
    }
    CHECK(
        only("سقطت ثلاثة صواريخ على معسكر التاجي مساء الاثنين. ونفت كتائب حزب الله، الثلاثاء، صلتها بالهجوم.")
            [Column::denied_by] == "كتائب حزب الله");
    // A person is not named, and what is said of the site is no denial.
    CHECK(only("Rockets hit Camp Taji on Monday. The governor denied that there was any such site.")
              [Column::denied_by]
                  .empty());
}

TEST_CASE("A road, a visit and a launcher somewhere else make no launch place, in Arabic neither") {
    for (const char* text :
         {"A drone fired at a motorcycle on the road from Atmeh to Taftanaz on Sunday; one rider died.",
          "Rockets hit Camp Taji on Monday. Troops came from Kirkuk.",
          "أصيب ثلاثة جنود في هجوم على معسكر التاجي مساء الاثنين خلال عودتهم من كركوك.",
          "سقطت ثلاثة صواريخ على معسكر التاجي مساء الاثنين، ووصل وفد من كركوك.",
          "وصلت طائرة من الرياض لحظة سقوط صواريخ على مطار عدن مساء الاثنين."}) {
        for (const DraftReport& draft : read(text).drafts) {
            INFO(text);
            CHECK(draft[Column::launch_place].empty());
        }
    }
    const Extracted found =
        read("سقط صاروخ على منطقة التاجي مساء الاثنين، وعثرت القوات على منصة الإطلاق في كركوك.");
    REQUIRE(found.drafts.size() == 1);
    CHECK(found.drafts[0][Column::place].find("كركوك") == std::string::npos);
    CHECK(found.drafts[0][Column::launch_place].find("التاجي") == std::string::npos);
}

TEST_CASE("A village that no gazetteer has is drawn as the area that the text states, and keeps its words") {
    const Extracted extracted =
        read("Gunmen attacked the village of Zaongobar in Kirkuk province on Monday, killing two people.");
    REQUIRE(extracted.drafts.size() == 1);
    const DraftReport& draft = extracted.drafts[0];
    CHECK(draft[Column::place] == "Kirkuk province");
    CHECK(draft[Column::place_words].find("Zaongobar") != std::string::npos);
    CHECK(draft.confidence != Confidence::stated);
    CHECK(std::any_of(draft.set_aside.begin(), draft.set_aside.end(),
                      [](const SetAside& aside) { return aside.words == "Zaongobar"; }));
}
