// SPDX-License-Identifier: MIT
/// Kinds of sentences that drafts are made from: where days, places, parts and tolls come from.
#include <string>
#include <vector>

#include "catch.hpp"
#include "prose_tools.hpp"

using namespace incidentmap;
using prose_tools::read;
using Column = ReportColumn;

namespace {

/// The draft at a place of the list, with one cell of it.
std::string cell(const Extracted& extracted, std::size_t at, Column column) {
    REQUIRE(extracted.drafts.size() > at);
    return extracted.drafts[at][column];
}

std::string place(const std::string& text) { return cell(read(text), 0, Column::place); }

}  // namespace

TEST_CASE("a day that belongs to another verb is not the incident's") {
    const Extracted other = read(
        "Workers on Thursday ended their search at a market in Kirkuk where a missile killed nine people the "
        "previous day.");
    CHECK(cell(other, 0, Column::event_date) == "2021-03-03");
    const Extracted aside =
        read("In Kirkuk, where protesters marched on Monday, rockets struck the station on Wednesday.");
    CHECK(cell(aside, 0, Column::event_date) == "2021-03-03");
    CHECK(cell(read("About seven mortar rounds landed in Kirkuk before dawn on Tuesday, an official said."),
               0, Column::event_date) == "2021-03-02");
}

TEST_CASE("days are counted in words, and stand in headings and at the head of entries") {
    const Extracted counted =
        read("Rockets hit Camp Taji on Tuesday. Eight days earlier a drone struck Balad Air Base.");
    CHECK(cell(counted, 1, Column::event_date) == "2021-02-22");
    const Extracted headed = read(
        "Incidents of the week\n\n1 March\n\nTwo rockets fell on Balad Air Base.\n\n3 March\n\nA drone "
        "struck "
        "Erbil airport.");
    CHECK(cell(headed, 0, Column::event_date) == "2021-03-01");
    CHECK(cell(headed, 1, Column::event_date) == "2021-03-03");
    const Extracted entries = read(
        "A week of attacks\n\n1 March – Drones strike Erbil airport.\n\n2 March – Shelling goes on. A rocket "
        "lands "
        "on Camp Taji.");
    CHECK(cell(entries, 0, Column::event_date) == "2021-03-01");
    CHECK(cell(entries, 1, Column::event_date) == "2021-03-02");
}

TEST_CASE("days in numbers alone have the order that all of the text can be read in, and else none") {
    const Extracted by_number = read(
        "Field note\n\n27/02/2021 – Kirkuk: a car bomb killed two.\n\n02/03/2021 – Two rockets hit Camp "
        "Taji.");
    CHECK(cell(by_number, 0, Column::event_date) == "2021-02-27");
    CHECK(cell(by_number, 1, Column::event_date) == "2021-03-02");
    CHECK(cell(read("Field note\n\n02/27/2021 – A drone struck Balad Air Base."), 0, Column::event_date) ==
          "2021-02-27");
    // The other order would be January: a note of March tells of its own weeks.
    CHECK(cell(read("Field note\n\n01/03: A drone struck Balad Air Base."), 0, Column::event_date) ==
          "2021-03-01");
    // 2 March or 3 February: nothing says which.
    const Extracted open = read("Field note\n\n02/03: Two rockets hit Camp Taji.");
    REQUIRE(open.drafts.size() == 1);
    CHECK(open.drafts[0].confidence == Confidence::weak);
}

TEST_CASE("`it came a day after` counts from the incident in view") {
    const Extracted both = read(
        "Rockets hit Camp Taji on Wednesday. It came a day after two missiles struck a depot in Kirkuk.");
    CHECK(cell(both, 1, Column::event_date) == "2021-03-02");
}

TEST_CASE("a town says where its site is") {
    CHECK(place("A bomb at Mosul's railway station killed two people on Monday.") == "Mosul");
    CHECK(place("In Basra, four rockets struck the perimeter of the airport on Monday.") == "Basra airport");
    CHECK(place("Gunmen attacked three towns on Monday, among them Hawija and Dibis.") == "Hawija | Dibis");
    const Extracted there =
        read("Rockets hit Camp Taji on Monday. In January two soldiers were killed there by a mortar shell.");
    CHECK(cell(there, 1, Column::place) == "Camp Taji");
}

TEST_CASE("what stands about a place decides between several of its name") {
    const Extracted village = read(
        "Rockets were fired from Sheikh Amir village, in Nineveh province, at Erbil airport "
        "on Monday.");
    CHECK(cell(village, 0, Column::launch_place) == "Sheikh Amir village");
    CHECK(cell(village, 0, Column::launch_admin1) == "Nineveh");
    const Extracted unknown = read("Rockets fell in Qarabatta, a hamlet of Kirkuk, on Monday.");
    CHECK(cell(unknown, 0, Column::place) == "Kirkuk");
}

TEST_CASE("a quarter that no gazetteer has is drawn at its town") {
    const Extracted of = read("A roadside bomb went off in the Umm al-Tabul area of Kirkuk on Tuesday.");
    CHECK(cell(of, 0, Column::place) == "Kirkuk");
    CHECK(of.drafts[0].set_aside.size() == 1);
    const Extracted before =
        read("Rockets hit Mosul on Monday. A shell fell in the Qarabatta district on Tuesday.");
    CHECK(cell(before, 1, Column::place) == "Mosul");
    CHECK(before.drafts[1].confidence == Confidence::inferred);
}

TEST_CASE("a country that is named is that country") {
    const Extracted syria = read(
        "Iran condemned the raid. Jets bombed a base in eastern Syria on Monday, Iran's news agency said.");
    CHECK(cell(syria, 0, Column::country) == "Syria");
    CHECK(cell(read("An Iranian general was killed on Monday when a drone struck a car in Baghdad."), 0,
               Column::country) == "Iraq");
}

TEST_CASE("an answer to an attack is another incident") {
    const Extracted both =
        read("The coalition responded to an attack on Camp Taji with strikes on Qaim on Monday.");
    CHECK(both.drafts.size() == 2);
    const Extracted placeless = read(
        "The coalition responded to an attack on Camp Taji with similar strikes on militia positions in "
        "February.");
    CHECK(cell(placeless, 1, Column::event_date) == "2021-02");
    CHECK(read("Rockets hit Camp Taji on Monday. It was the second attack on the base this week.")
              .drafts.size() == 1);
    CHECK(read("The group has carried out more than 40 attacks across Iraq in 2021.").drafts.empty());
}

TEST_CASE("a launcher that was found is a launch place, whether or not a gazetteer has it") {
    const auto launch = [](const std::string& words) {
        return cell(read("Five rockets were fired at Camp Taji on Monday. " + words), 0,
                    Column::launch_place);
    };
    CHECK(launch("The police found the launcher in the nearby Abu Azam area.") == "Abu Azam area");
    CHECK(launch("The police found it, a launcher, in the village of al-Bu Hassan.") == "al-Bu Hassan");
    CHECK(launch("Most came from the Rashidiya area.") == "Rashidiya area");
    CHECK(launch("The launch site was traced to Tarmiya.") == "Tarmiya");
    CHECK(launch("The launcher was found in a Kia lorry in Tarmiya.") == "Tarmiya");
    CHECK(launch("The police found a car in Tarmiya.").empty());
    CHECK(launch("No one fired from Tarmiya, the mayor said.").empty());
}

TEST_CASE("apostrophes within a name do not part it") {
    CHECK(place("Rockets fell in Saba’ al-Bour on Monday.") == "Saba’ al-Bour");
}

TEST_CASE("metonyms, parties, lorries and those who answer are no places") {
    for (const char* text : {"Ankara responded with artillery fire on Monday.",
                             "A grenade was thrown at an office of the Taqadum party on Monday.",
                             "Our colleagues in Baghdad tell us that rockets were fired on Monday."}) {
        INFO(text);
        for (const DraftReport& draft : read(text).drafts) CHECK(draft[Column::place].empty());
    }
}

TEST_CASE("no number of something else is a toll") {
    const Extracted nobody = read("Rockets hit Camp Taji on Monday. No one claimed responsibility.");
    CHECK(cell(nobody, 0, Column::killed).empty());
    CHECK(cell(read("Rockets hit Camp Taji on Monday, leaving five passers-by injured."), 0,
               Column::injured) == "5");
    CHECK(cell(read("Rockets hit Camp Taji on Monday. The ministry puts the death toll at 89."), 0,
               Column::killed) == "89");
    CHECK(
        cell(read("A barrage of 107 mm rockets hit Camp Taji on Monday."), 0, Column::weapon_count).empty());
}

TEST_CASE("Arabic: what is struck stands behind the verb, launchers are found, articles go back") {
    const Extracted struck = read("قصفت القوات مدينة الموصل بالمدفعية يوم الاثنين.");
    CHECK(cell(struck, 0, Column::place) == "مدينة الموصل");
    const Extracted launched = read(
        "أفاد مصدر أمني، الأربعاء، بسقوط ثلاثة صواريخ على قاعدة بلد الجوية دون وقوع إصابات. "
        "عثرت القوات الأمنية على منصة إطلاق الصواريخ في منطقة الطارمية.");
    REQUIRE(launched.drafts.size() == 1);
    CHECK(cell(launched, 0, Column::weapon_count) == "3");
    CHECK(cell(launched, 0, Column::launch_place) == "منطقة الطارمية");
}

TEST_CASE("lists: a place at the head of an entry, bars, and days that count from the entry") {
    const Extracted bullets = read(
        "Week in review\n\n• Mosul, Nineveh. On 1 March, a rocket hit the railway station.\n\n• No clashes "
        "were "
        "reported in Kirkuk.");
    REQUIRE(bullets.drafts.size() == 1);
    CHECK(cell(bullets, 0, Column::place) == "Mosul");
    const Extracted bars = read(
        "Incidents\n\n1 Mar | Mosul | A roadside bomb kills two policemen\n\n2 Mar | Kirkuk, Iraq | Mortar "
        "shell "
        "hits a house; 2 women injured");
    REQUIRE(bars.drafts.size() == 2);
    CHECK(cell(bars, 0, Column::place) == "Mosul");
    CHECK(cell(bars, 1, Column::place) == "Kirkuk");
    CHECK(cell(bars, 1, Column::event_date) == "2021-03-02");
    const Extracted live =
        read("Live\n\n2 March, 07:05 – A shell fell on Kirkuk last night, nobody was hurt.");
    CHECK(cell(live, 0, Column::event_date) == "2021-03-01");
    CHECK(place("Mosul: Gunmen opened fire on a checkpoint in Kirkuk on Monday.") == "Kirkuk");
}

TEST_CASE("what a text takes back is no incident") {
    CHECK(read("Rockets hit Camp Taji on Monday. The army later withdrew the report.").drafts.empty());
    CHECK(read("The army on Tuesday withdrew a statement that three rockets had landed on Camp Taji.")
              .drafts.empty());
    CHECK(read("Rockets hit Camp Taji on Monday. The army later sent a report.").drafts.size() == 1);
}

TEST_CASE("places that only say something else: hospitals, other incidents, banks of rivers, days") {
    CHECK(read("Rockets hit Camp Taji on Monday. Four wounded were taken to hospitals in Kirkuk.")
              .drafts.size() == 1);
    CHECK(place("The day before the raid on Kirkuk, rockets hit Camp Taji.") == "Camp Taji");
    CHECK(place("On Monday Iraq fired rockets at a base in Raqqa.") == "Raqqa");
    CHECK(place("Rockets hit the country's second city, Mosul, on Monday.") == "Mosul");
    const Extracted two = read("Rockets hit Balad on Monday. A shell fell in Dujail on Monday.");
    CHECK(two.drafts.size() == 2);
}

TEST_CASE("launched from one place at another; shelled from somewhere; north of a village") {
    const Extracted both = read("The Guards launched 11 ballistic missiles from Tabriz at Erbil on Monday.");
    CHECK(cell(both, 0, Column::launch_place) == "Tabriz");
    CHECK(cell(both, 0, Column::place) == "Erbil");
    CHECK(cell(read("Troops shelled Mosul from Bashiqa on Monday."), 0, Column::launch_place) == "Bashiqa");
    const Extracted quarter =
        read("Rockets were fired at Camp Taji from the Qarabatta area of Baghdad on Monday.");
    CHECK(cell(quarter, 0, Column::launch_place) == "Baghdad");
    CHECK(cell(quarter, 0, Column::launch_words).find("Qarabatta") != std::string::npos);
}

TEST_CASE("tolls: parts of a number, ages, who speaks, adverbs, and what is not two things") {
    const auto toll = [](const std::string& text) {
        const Extracted extracted = read(text);
        return cell(extracted, 0, Column::killed) + "/" + cell(extracted, 0, Column::injured);
    };
    CHECK(toll("A rocket hit Mosul on Monday; 18 people, six of them children, were hurt.") == "/18");
    CHECK(
        toll("At least ten people, a commander and a girl of five among them, were killed when a rocket hit "
             "Mosul on Monday.") == "at least 10/");
    CHECK(toll("A boy of ten died when a rocket hit Mosul on Monday.") == "1/");
    CHECK(toll("Gunmen attacked a church in Mosul on Monday and killed 26 men, a local official said.") ==
          "26/");
    CHECK(toll("A rocket hit Mosul on Monday. Sixteen were seriously wounded.") == "/16");
    CHECK(read("Mosul was struck by ballistic missiles and explosive drones on Monday and two houses were "
               "destroyed.")
              .drafts.size() == 1);
}

TEST_CASE("Arabic: duals, what came under attack, what was intercepted, and what was denied") {
    const Extracted dual = read("أعلنت الخلية، الثلاثاء، سقوط صاروخين داخل قاعدة بلد الجوية.");
    CHECK(cell(dual, 0, Column::weapon_count) == "2");
    const Extracted under = read("تعرض مطار أربيل الدولي، مساء الأربعاء، لهجوم بطائرة مسيرة.");
    CHECK(cell(under, 0, Column::place) == "مطار أربيل الدولي");
    CHECK(cell(under, 0, Column::weapon_count) == "1");
    CHECK(read("نفت الوزارة تعرض معسكر التاجي لقصف صاروخي.").drafts.empty());
    const Extracted together = read("وفي كركوك، قتل طفل بسقوط قذيفة على منزل مساء الاثنين.");
    CHECK(cell(together, 0, Column::place) == "كركوك");
}
