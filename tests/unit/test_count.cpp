// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/count.hpp"
#include "core/toll.hpp"
#include "table/csv.hpp"

using namespace incidentmap;

namespace {

Count read(std::string_view text) { return std::get<Count>(read_count(text)); }

}  // namespace

TEST_CASE("a plain number is its own low, best and high") {
    CHECK(read("3") == Count{3, 3, 3});
    CHECK(read("3,000") == Count{3000, 3000, 3000});
    CHECK(read("12.0") == Count{12, 12, 12});
    CHECK(read(" six ") == Count{6, 6, 6});
    CHECK(read("a dozen") == Count{12, 12, 12});
}

TEST_CASE("a bound claims no more than it says") {
    CHECK(read("30+") == Count{30, {}, {}});
    CHECK(read("at least 30") == Count{30, {}, {}});
    CHECK(read("At least six") == Count{6, {}, {}});
    CHECK(read("more than 40") == Count{41, {}, {}});
    CHECK(read("more than a dozen") == Count{13, {}, {}});
    CHECK(read("up to 20") == Count{{}, {}, 20});
    CHECK(read("fewer than 20") == Count{{}, {}, 19});
    CHECK(read("about 30") == Count{{}, 30, {}});
    CHECK(read("4-6") == Count{4, {}, 6});
    CHECK(read("4–6") == Count{4, {}, 6});
    CHECK(read("4 to 6") == Count{4, {}, 6});
    CHECK(read("dozens") == Count{24, {}, {}});
    CHECK(read("several") == Count{2, {}, {}});
}

TEST_CASE("not known is not zero, and a stated zero is") {
    for (const char* text : {"", " ", "-", "n/a", "?", "unknown", "Unknown"}) CHECK_FALSE(read(text).known());
    for (const char* text : {"0", "none", "No"}) CHECK(read(text) == Count{0, 0, 0});
}

TEST_CASE("what is no count is refused with the text") {
    for (const char* text :
         {"-3", "3.5", "many rockets", "15 wounded", "1.000", "3*", "between 3", "at least", "3 and 4", "6-4",
          "1,00", "99999999999999999999", "1e3", "+", "fewer than 0"}) {
        INFO(text);
        CHECK(std::holds_alternative<std::string>(read_count(text)));
    }
    CHECK(std::get<std::string>(read_count("3.5")).find("'3.5' is not a count") == 0);
}

TEST_CASE("a count is told in few characters") {
    CHECK(to_text(read("at least 30")) == "30+");
    CHECK(to_text(read("4-6")) == "4–6");
    CHECK(to_text(read("up to 20")) == "up to 20");
    CHECK(to_text(read("about 30")) == "about 30");
    CHECK(to_text(read("3")) == "3");
    CHECK(to_text(Count{}).empty());
}

TEST_CASE("Arabic and Persian digits are digits") {
    CHECK(std::get<Count>(read_count("٥")) == Count{5, 5, 5});
    CHECK(std::get<Count>(read_count("۱۲")) == Count{12, 12, 12});
    CHECK(std::get<Count>(read_count("٤-٦")) == Count{4, {}, 6});
}

TEST_CASE("a count is read in eight languages, and by each word of its table") {
    CHECK(read("au moins 30") == Count{30, {}, {}});
    CHECK(read("más de 30") == Count{31, {}, {}});
    CHECK(read("Близько 30") == Count{{}, 30, {}});
    CHECK(read("не менее 30") == Count{30, {}, {}});
    CHECK(read("على الأقل ٣٠") == Count{30, {}, {}});
    CHECK(read("between 4 and 6") == Count{4, {}, 6});
    CHECK(read("3 or 4") == Count{3, {}, 4});
    CHECK(read("1 000") == Count{1000, 1000, 1000});
    CHECK(read("c. 30") == Count{{}, 30, {}});
    CHECK(read("30 or more") == Count{30, {}, {}});
    CsvReader reader(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/core/tables/count_words.csv", 1);
    int count = 0;
    while (const Row* row = reader.next()) {
        const std::string& means = row->cells[0];
        const std::string& example = row->cells[4];
        INFO(row->number << ": " << example);
        const ReadCount alone = read_count(example);
        Count is;
        if (std::holds_alternative<Count>(alone)) {
            is = std::get<Count>(alone);
        } else {
            const auto toll = read_toll(example);
            REQUIRE(toll);
            is = means == "injured" ? *toll->injured : toll->killed ? *toll->killed : *toll->people;
        }
        CHECK(to_text(is) == row->cells[5]);
        ++count;
    }
    CHECK(count > 100);
}

TEST_CASE("a toll tells the killed from the injured, and is refused where it cannot") {
    const auto toll = read_toll("at least 3 dead and 15 injured");
    REQUIRE(toll);
    CHECK(*toll->killed == Count{3, {}, {}});
    CHECK(*toll->injured == Count{15, 15, 15});
    CHECK(*read_toll("3 soldiers killed, 2 civilians killed")->killed == Count{5, 5, 5});
    CHECK(*read_toll("killed: 1,200; wounded: 15")->killed == Count{1200, 1200, 1200});
    CHECK(*read_toll("3 KIA 15 WIA")->injured == Count{15, 15, 15});
    CHECK(*read_toll("3 (2 children) killed")->killed == Count{3, 3, 3});
    CHECK(*read_toll("3 قتلى و15 جريحا")->injured == Count{15, 15, 15});
    CHECK(*read_toll("none killed")->killed == Count{0, 0, 0});
    CHECK(*read_toll("3 civilians")->people == Count{3, 3, 3});
    CHECK(*read_toll("3 dead.5 injured")->injured == Count{5, 5, 5});
    CHECK_FALSE(read_toll("all.size() < 50 killed.x"));
    for (const char* text : {"", "killed", "3 killed, 2 civilians", "3 killed or injured", "many killed",
                             "3 killed and wounded", "about 3 killed, about 2 killed"}) {
        INFO(text);
        CHECK_FALSE(read_toll(text));
    }
}

TEST_CASE("that a number or a day is not known is said in eight languages, and is no wrong count") {
    CsvReader reader(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/core/tables/unknown_words.csv", 1);
    while (const Row* row = reader.next()) {
        INFO(row->cells[3]);
        CHECK(says_unknown(row->cells[3]) == (row->cells[0] == "unknown"));
        CHECK(says_nothing(row->cells[3]) == (row->cells[0] != "no figure"));
        CHECK(says_no_figure(row->cells[3]) == (row->cells[0] != "no name"));
    }
    for (const char* text : {"Non communiqué", "no se sabe", "Não se sabe", "НЕ ВІДОМО", "Нет данных",
                             "undisclosed", "not given", "غير محدد", "ND", "S/F"}) {
        INFO(text);
        CHECK_FALSE(read(text).known());
    }
    CHECK_FALSE(says_nothing("ND"));
    CHECK(read("none") == Count{0, 0, 0});
}

TEST_CASE("counts in more of people's words are read, and claim no more than they say") {
    CHECK(read("+50") == Count{50, {}, {}});
    CHECK(read("+ de 50") == Count{50, {}, {}});
    CHECK(read("half a dozen") == Count{6, 6, 6});
    CHECK(read("a couple") == Count{2, 2, 2});
    CHECK(read("une vingtaine") == Count{{}, 20, {}});
    CHECK(read("100s") == Count{200, {}, {}});
    CHECK(read("néant") == Count{0, 0, 0});
    for (const char* text : {"twenty-one", "twenty one", "vingt et un", "veintiuno", "vinte e um",
                             "двадцять один", "двадцать один", "واحد وعشرون", "yirmi bir"}) {
        INFO(text);
        CHECK(read(text) == Count{21, 21, 21});
    }
    CHECK(read("at least 5, possibly 8") == Count{5, {}, 8});
    CHECK(read("min 3 max 7") == Count{3, {}, 7});
    CHECK(read("3 confirmed, up to 10") == Count{3, {}, 10});
    CHECK(std::holds_alternative<std::string>(read_count("8, possibly 5")));
    CHECK(
        std::get<std::string>(read_count("7 (5-3)")) ==
        "has the best number 7, the low one 5 and the high one 3, which cannot all be; mend one, or leave it "
        "empty");
}

TEST_CASE("of a toll, those named of the killed are no more, and sums are made only where they are plain") {
    CHECK(*read_toll("3 morts dont un enfant")->killed == Count{3, 3, 3});
    CHECK(*read_toll("twelve killed incl. 4 children")->killed == Count{12, 12, 12});
    CHECK(*read_toll("12 killed, including 4 children, 5 injured")->killed == Count{12, 12, 12});
    CHECK(*read_toll("12 killed, including 4 children, 5 injured")->injured == Count{5, 5, 5});
    CHECK(*read_toll("une dizaine de morts")->killed == Count{{}, 10, {}});
    CHECK(*read_toll("dizaines de tués")->killed == Count{20, {}, {}});
    CHECK(*read_toll("44 SAF killed, 18 MILF killed, 5 civilians killed")->killed == Count{67, 67, 67});
    CHECK(*read_toll("3 killed in action")->killed == Count{3, 3, 3});
    CHECK(*read_toll("all 14 on board")->people == Count{14, 14, 14});
    CHECK(*read_toll("5 civilians, 2 soldiers")->people == Count{7, 7, 7});
    CHECK(*read_toll("no casualties")->killed == Count{0, 0, 0});
    CHECK(*read_toll("no casualties")->injured == Count{0, 0, 0});
    for (const char* text : {"3 killed including 2 children and 5 injured", "3 NOT killed",
                             "5 civilians, 2 houses", "44 SAF, 18 MILF"}) {
        INFO(text);
        CHECK_FALSE(read_toll(text));
    }
}
