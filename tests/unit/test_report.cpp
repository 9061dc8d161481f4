// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "catch.hpp"
#include "core/error.hpp"
#include "report/column_use.hpp"
#include "report/country_cells.hpp"
#include "report/event_kind.hpp"
#include "report/given_position.hpp"
#include "report/reader.hpp"
#include "report/report.hpp"
#include "report/source.hpp"
#include "report_tools.hpp"
#include "scratch.hpp"
#include "table/csv.hpp"

using namespace report_tools;

TEST_CASE("0, 0 is no position, and the place is the one that is named") {
    for (const char* zeros : {"0,0", "0.0,0.000", "0°,0°"}) {
        INFO(zeros);
        const Report report = report_of(std::string("place,latitude,longitude\nKyiv,") + zeros + "\n");
        CHECK(!report.position);
        CHECK(report.places == std::vector<std::string>{"Kyiv"});
        CHECK(report.findings.size() == 1);
    }
    CHECK(report_of("place,latitude,longitude\nRiver mouth,0,9.35\n").position);
}

TEST_CASE("columns are known by name or synonym, in any order, case and writing") {
    const ColumnMap map =
        map_columns("r.csv", {"Date", "Town", "GOVERNORATE", "Wounded", "Remarks", "My own"}, {});
    CHECK(map.read_as[0] == Column::event_date);
    CHECK(map.read_as[1] == Column::place);
    CHECK(map.read_as[2] == Column::admin1);
    CHECK(map.read_as[3] == Column::injured);
    CHECK(map.read_as[4] == Column::notes);
    CHECK(map.read_as[5] == std::nullopt);
    CHECK(to_text(map) ==
          "event_date ← Date, place ← Town, admin1 ← GOVERNORATE, injured ← Wounded, notes ← Remarks; "
          "not recognised, kept as they are: My own (name one with --map, as in --map place=COLUMN)");
    CHECK(to_text(map_columns("r.csv", {"place", "event_date", "Publish"}, {})) ==
          "2 columns under their own names; how coarse each row is published, with --public: Publish");
}

TEST_CASE("a column's own name goes before a synonym, and --map before both") {
    CHECK(map_columns("r.csv", {"town", "place"}, {}).read_as[1] == Column::place);
    CHECK(map_columns("r.csv", {"town", "place"}, {}).read_as[0] == std::nullopt);
    CHECK(map_columns("r.csv", {"place", "Where to"}, {{"place", "Where to"}}).read_as[1] == Column::place);
    CHECK_THROWS_AS(map_columns("r.csv", {"place"}, {{"plaice", "place"}}), UsageError);
    CHECK_THROWS_WITH(map_columns("r.csv", {"place"}, {{"place", "Town"}}),
                      Catch::Matchers::Contains("it has 'place'"));
}

TEST_CASE("no synonym is claimed by two columns") {
    for (const ReportColumnInfo& info : report_columns()) {
        INFO(info.name);
        // A title is a source's where something else of a source stands beside it.
        const std::string of_source = info.name == "publisher" ? "url" : "publisher";
        const ColumnMap map =
            map_columns("r.csv", {"place", "latitude", "longitude", of_source, std::string(info.name)}, {});
        CHECK(map.index_of(static_cast<Column>(&info - report_columns().data())).has_value());
    }
}

TEST_CASE("a table with neither place nor position is one error that lists what was found") {
    CHECK_THROWS_WITH(
        map_columns("r.csv", {"foo", "bar"}, {}),
        Catch::Matchers::Contains("It has 'foo', 'bar'") && Catch::Matchers::Contains("--map place=COLUMN"));
}

TEST_CASE("a row's cells are read, and a wrong one harms no other") {
    const Report report = report_of("place,date,killed,injured,weapon_count\nTaji | Qaim,soon,3,many,30+\n");
    CHECK(report.places == std::vector<std::string>{"Taji", "Qaim"});
    CHECK(report.killed == Count{3, 3, 3});
    CHECK(report.weapon_count == Count{30, {}, {}});
    CHECK_FALSE(report.injured.known());
    CHECK_FALSE(report.event_date);
    CHECK(codes(report) == Codes{"count-not-read", "date-not-read"});
    CHECK(to_line(report.findings[1]) ==
          "reports.csv:2: date 'soon' is not understood; write it as 2020-07-27, 2020-07 or 2020");
}

TEST_CASE("the report's words are looked up where it has no place") {
    CHECK(report_of("place,place_words\n,near Taji\n").places == std::vector<std::string>{"near Taji"});
    CHECK(report_of("place,place_words\nTaji,near Taji\n").places == std::vector<std::string>{"Taji"});
}

TEST_CASE("a position out of range is told with its swap, and the name is used instead") {
    const Report report = report_of("place,latitude,longitude\nTaji,133.5,33.4\n");
    CHECK_FALSE(report.position);
    CHECK(codes(report) == Codes{"latitude-out-of-range"});
    CHECK(report.findings[0].sentence ==
          "latitude '133.5' is out of range (-90 to 90); the place's name is used instead. "
          "Swapping latitude and longitude would make it valid");
    CHECK(codes(report_of("place,latitude,longitude\nTaji,95.2,190\n")) == Codes{"latitude-out-of-range"});
    CHECK(codes(report_of("place,latitude,longitude\nTaji,somewhere,44\n")) == Codes{"coordinate-not-read"});
    CHECK(codes(report_of("place,latitude,longitude\nTaji,nan,44\n")) == Codes{"coordinate-missing"});
    CHECK(codes(report_of("place,latitude,longitude\nTaji,33.5,\n")) == Codes{"coordinate-missing"});
}

TEST_CASE("a position without a stated uncertainty has what its decimals claim, and says so") {
    const Report report = report_of("latitude,longitude\n33.52,44.26\n");
    REQUIRE(report.position);
    CHECK(report.position->position == LonLat{44.26, 33.52});
    CHECK(report.position->uncertainty_m == Approx(725).margin(10));
    CHECK(codes(report) == Codes{"uncertainty-not-stated"});
    const Report stated = report_of("latitude,longitude,uncertainty_m\n33.52,44.26,3000\n");
    CHECK(stated.position->uncertainty_m == 3000);
    CHECK(stated.findings.empty());
}

TEST_CASE(
    "a stated uncertainty is a length with or without its unit, and never less where it cannot be read") {
    const auto metres = [](const std::string& text) {
        const Report report =
            report_of("latitude,longitude,uncertainty_m\n33.5240,44.2570,\"" + text + "\"\n");
        return report.position.value().uncertainty_m;
    };
    CHECK(metres("5,000") == 5000);
    CHECK(metres("500 m") == 500);
    CHECK(metres("0.5 km") == 500);
    CHECK(metres("0,5 km") == 500);
    CHECK(metres("±250") == 250);
    CHECK(metres("2 mi") == Approx(3218.688));
    CHECK(metres("12,500.5") == 12500.5);
    CHECK(metres("roughly") == 5000);
}

TEST_CASE("degrees are read in any writing, in two columns or in one") {
    const auto is_there = [](const std::string& csv) {
        const Report report = report_of(csv);
        REQUIRE(report.position);
        CHECK(report.position->position.lat == Approx(33.3406).margin(0.0002));
        CHECK(report.position->position.lon == Approx(44.4009).margin(0.0002));
    };
    for (const char* pair : {"33.3406N,44.4009E", "33.3406°,44.4009°", "\"33°20'26\"\"N\",\"44°24'03\"\"E\"",
                             "33 20 26 N,44 24 3 E", "٣٣.٣٤٠٦,٤٤.٤٠٠٩", "\"33,3406\",\"44,4009\"",
                             "\"33.3406, 44.4009\",", "33.3406,44.400900000000003"}) {
        INFO(pair);
        is_there("latitude,longitude\n" + std::string(pair) + "\n");
    }
    is_there("date,coordinates\n2020-07-27,\"33.3406, 44.4009\"\n");
    const Report south = report_of("latitude,longitude\n−33.3406,44.4009\n");
    CHECK(south.position.value().position.lat == Approx(-33.3406));
}

TEST_CASE("digits that a computer added claim nothing") {
    const Report report = report_of("latitude,longitude\n33.299999999999997,44.399999999999999\n");
    CHECK(report.position.value().uncertainty_m > 7000);
    CHECK(report_of("latitude,longitude\n3.3E+01,44.4\n").position.value().uncertainty_m > 5000);
}

TEST_CASE("a time with a zone is the local day of its place") {
    const auto day = [](const std::string& row) {
        const Report report = report_of("date,place,country,latitude,longitude\n" + row + "\n");
        return to_edtf(report.event_date.value());
    };
    CHECK(day("2020-07-27T22:30:00Z,Taji,Iraq,,") == "2020-07-28");
    CHECK(day("2020-07-27T12:00:00Z,Taji,Iraq,,") == "2020-07-27");
    CHECK(day("2020-07-27T23:30:00-05:00,Taji,Iraq,,") == "2020-07-28");
    CHECK(day("2020-07-27T22:30:00,Taji,Iraq,,") == "2020-07-27");
    CHECK(day("2020-07-27T10:00:00Z,,,15.5,32.5") == "2020-07-27");
    CHECK(day("2020-07-27T22:30:00Z,Taji,,,") == "2020-07-27/2020-07-28");
}

TEST_CASE("words that say that nothing is known name no place") {
    for (const char* word : {"None", "NA", "nan", "-", "various", "unspecified", "unknown"}) {
        INFO(word);
        CHECK(report_of("place,country\n" + std::string(word) + ",\n").places.empty());
        CHECK(report_of("place,country\nKharkiv," + std::string(word) + "\n")[Column::country].empty());
    }
    CHECK(report_of("place,killed\nTaji,none\n").killed == Count{0, 0, 0});
    for (const char* none : {"S/F", "Não se sabe", "sin fecha", "не відомо", "Без дати", "undated"}) {
        INFO(none);
        CHECK(codes(report_of(std::string("place,date\nTaji,") + none + "\n")).empty());
    }
}

TEST_CASE("NA as a country is Namibia among two-letter codes, and else says that nothing is known") {
    const auto countries = [](const std::string& csv,
                              const std::map<std::string, std::string>& assumed = {}) {
        const Scratch scratch;
        InputOptions input;
        input.assumed = assumed;
        ReportReader reader(scratch.file("reports.csv", csv), input);
        std::vector<Report> reports;
        CountryCells cells;
        while (const Report* row = reader.next()) cells.see(reports.emplace_back(*row));
        std::vector<std::string> found;
        for (Report& report : reports) {
            cells.read(report);
            found.push_back(report[Column::country]);
        }
        return found;
    };
    using Found = std::vector<std::string>;
    CHECK(countries("place,country\nOutapi,NA\nAden,YE\nGoma,CD\nX,\n") == Found{"Namibia", "YE", "CD", ""});
    CHECK(countries("place,country\nOutapi,NA\nAden,Yemen\nGoma,CD\n") == Found{"", "Yemen", "CD"});
    CHECK(countries("place,country\nKharkiv,NA\nAden,NA\n") == Found{"", ""});
    CHECK(countries("place,country\nKharkiv,NAM\nAden,n/a\nGoma,nan\n") == Found{"NAM", "", ""});
    CHECK(countries("place,country\nAden,NA\nMokha,NA\n", {{"country", "Yemen"}}) == Found{"Yemen", "Yemen"});
}

TEST_CASE("several places of one cell are several") {
    using Places = std::vector<std::string>;
    CHECK(report_of("place\nMosul & Erbil\n").places == Places{"Mosul", "Erbil"});
    CHECK(report_of("place\nTikrit and Baiji\n").places == Places{"Tikrit", "Baiji"});
    CHECK(report_of("place\n\"Omdurman\n(Dar es Salaam)\"\n").places == Places{"Omdurman (Dar es Salaam)"});
    CHECK(report_of("place\nbetween Tikrit and Baiji\n").places == Places{"between Tikrit and Baiji"});
    CHECK(report_of("place\nSistan and Baluchestan\n").places == Places{"Sistan and Baluchestan"});
    CHECK(report_of("place\nthe road from Tikrit and Baiji\n").places.size() == 1);
}

TEST_CASE("where no place is named, the smallest area that is stated is looked up") {
    using Places = std::vector<std::string>;
    CHECK(report_of("place,admin1,country\n,Lower Juba,Somalia\n").places == Places{"Lower Juba province"});
    CHECK(report_of("place,admin1,country\n,Donetsk oblast,Ukraine\n").places == Places{"Donetsk oblast"});
    CHECK(report_of("place,admin1,country\n,,Somalia\n").places == Places{"Somalia"});
}

TEST_CASE("a row without place and position is kept and says what it lacks") {
    CHECK(codes(report_of("place,notes\n,x\n")) == Codes{"no-place"});
}

TEST_CASE("ids made from content are the same in every run and differ among identical rows") {
    const auto ids_of_a_run = [] {
        const Scratch scratch;
        ReportReader reader(scratch.file("r.csv", "place\nTaji\nTaji\nQaim\n"), {});
        IdMaker ids;
        std::vector<std::string> out;
        while (const Report* row = reader.next()) {
            Report report = *row;
            ids.fill_ids(report);
            out.push_back(report[Column::incident_id]);
        }
        return out;
    };
    const auto first = ids_of_a_run();
    CHECK(first == ids_of_a_run());
    CHECK(first[1] == first[0] + "-2");
    CHECK(first[2] != first[0]);
}

TEST_CASE("an incident keeps the id that its report's id gives when a cell is corrected") {
    const auto id_of = [](const std::string& csv) {
        Report report = report_of(csv);
        IdMaker().fill_ids(report);
        return report[Column::incident_id];
    };
    CHECK(id_of("No.,place,killed\nE1,Mosul,3\n") == id_of("No.,place,killed\nE1,Mosul,4\n"));
    CHECK(id_of("id,place\nE1,Mosul\n") != id_of("id,place\nE2,Mosul\n"));
}

TEST_CASE("columns are known in eight languages, and a column's kind decides which of several is the place") {
    using Names = std::vector<std::string>;
    const auto place_of = [](const Names& names) {
        return map_columns("r.csv", names, {}).name_of(Column::place);
    };
    CHECK(place_of({"id", "target", "city"}) == "city");
    CHECK(place_of({"Area", "Target"}) == "Area");
    CHECK(place_of({"target", "country"}) == "target");
    CHECK(place_of({"Location", "City"}) == "Location");
    const auto is = [](const Names& names, Column column, const std::string& name) {
        INFO(name);
        CHECK(map_columns("r.csv", names, {}).name_of(column) == name);
    };
    is({"fecha", "municipio", "departamento", "muertos"}, Column::killed, "muertos");
    is({"fecha", "municipio", "departamento", "muertos"}, Column::place, "municipio");
    is({"ciudad", "municipio"}, Column::admin2, "municipio");
    is({"date", "lieu", "région", "blessés"}, Column::injured, "blessés");
    is({"дата", "місто", "область", "загинули"}, Column::admin1, "область");
    is({"التاريخ", "المكان", "المحافظة", "القتلى"}, Column::killed, "القتلى");
    is({"tarih", "yer", "ölü"}, Column::event_date, "tarih");
    is({"place", "Reported Date"}, Column::event_date, "Reported Date");
    is({"place", "Number Dead"}, Column::killed, "Number Dead");
    is({"place", "Deaths Civilians"}, Column::killed, "Deaths Civilians");
    is({"place", "Deaths Civilians", "Deaths Soldiers"}, Column::killed, "killed");
    is({"place", "Deaths Civilians", "Deaths Soldiers", "Deaths"}, Column::killed, "Deaths");
    is({"place", "Women injured", "Children injured", "Men killed"}, Column::injured, "injured");
    is({"place", "Women injured", "Children injured", "Men killed"}, Column::killed, "Men killed");
    is({"place", "Number Dead", "Dead source"}, Column::killed, "Number Dead");
    is({"place", "Date of the attack"}, Column::event_date, "Date of the attack");
    is({"place", "Date added"}, Column::event_date, "event_date");
    is({"Town/City", "country\u200b", "killed\u00a0"}, Column::killed, "killed\u00a0");
    is({"place", "date", "title"}, Column::notes, "title");
    is({"place", "date", "title", "publisher"}, Column::title, "title");
}

TEST_CASE("a header of alternatives is what its parts are, and an ending in brackets is passed over") {
    using Names = std::vector<std::string>;
    const auto is = [](const Names& names, Column column, const std::string& name) {
        INFO(name);
        CHECK(map_columns("r.csv", names, {}).name_of(column) == name);
    };
    for (const char* village : {"Village(s)", "Village/Location", "Village or town", "Vereda / Corregimiento",
                                "Pueblo o vereda", "Village ou ville", "Село або місто", "Город или село",
                                "قرية أو مدينة", "Köy veya kasaba", "Lieu(x)"}) {
        is({"date", "Township", village}, Column::place, village);
        is({"date", "Township", village}, Column::admin2, "Township");
        is({"date", "Municipio", village}, Column::place, village);
        is({"date", "Municipio", village}, Column::admin2, "Municipio");
    }
    is({"Localidade", "Posto Administrativo", "Distrito", "Província"}, Column::admin2, "Distrito");
    is({"Localidade", "Posto Administrativo", "Distrito", "Província"}, Column::place, "Localidade");
    is({"Posto Administrativo", "Distrito"}, Column::place, "Posto Administrativo");
    is({"Mpio", "Depto"}, Column::place, "Mpio");
    for (const char* id : {"№ з/п", "№ п/п", "№", "Ref", "Réf.", "Cód.", "N° d'ordre", "Sıra"})
        is({id, "place"}, Column::report_id, id);
    is({"place", "Suspected group"}, Column::attributed_to, "Suspected group");
    // Parts that are different columns choose none, and two columns of one are read as such.
    is({"place", "Date / Weapon"}, Column::weapon, "weapon");
    CHECK(map_columns("r.csv", {"place", "Killed / Injured"}, {}).is_joined(1));
}

TEST_CASE("several sources in a cell are several, parted by a semicolon too") {
    const auto cell = [](const std::string& csv, Column column) { return report_of(csv)[column]; };
    CHECK(cell("place,Sources\nTaji,AFP; Radio Dabanga;SUNA\n", Column::publisher) ==
          "AFP | Radio Dabanga | SUNA");
    CHECK(cell("place,publisher\nTaji,AFP | Reuters; London\n", Column::publisher) ==
          "AFP | Reuters; London");
    CHECK(cell("place,url\nTaji,https://a.example/1; https://b.example/2\n", Column::url) ==
          "https://a.example/1 | https://b.example/2");
    CHECK(cell("place,url\nTaji,https://a.example/1;page=2\n", Column::url) == "https://a.example/1;page=2");
}

TEST_CASE("columns that each count some of the dead are named, with what would make one the count of all") {
    const ColumnMap map =
        map_columns("r.csv", {"place", "Deaths Civilians", "Deaths Soldiers", "Deaths notes"}, {});
    CHECK(to_text(map).find(
              "not read as killed, as each counts some of the people: Deaths Civilians, Deaths Soldiers "
              "(name that of all with --map killed=COLUMN)") != std::string::npos);
    CHECK(map_columns("r.csv", {"place", "Deaths Civilians", "Deaths Soldiers"},
                      {{"killed", "Deaths Civilians"}})
              .name_of(Column::killed) == "Deaths Civilians");
}

TEST_CASE("year, month and day, a first and a last day, least and greatest numbers are one column together") {
    const auto date_of = [](const std::string& csv) { return to_edtf(report_of(csv).event_date.value()); };
    CHECK(date_of("place,Year,Month,Day\nTaji,1997,1,14\n") == "1997-01-14");
    CHECK(date_of("place,Day,Month,Year\nTaji,,2,1997\n") == "1997-02");
    CHECK(date_of("place,iyear,imonth,iday\nTaji,2012,0,0\n") == "2012");
    CHECK(date_of("place,year,month\nTaji,2012.0,July\n") == "2012-07");
    CHECK(date_of("place,date_start,date_end\nTaji,2014-06-14 00:00:00.000,2014-06-15 00:00:00.000\n") ==
          "2014-06-14/2014-06-15");
    CHECK(date_of("place,start_date\nTaji,2014-06-14\n") == "2014-06-14");
    CHECK(report_of("place,best,low,high\nTaji,2,1,4\n").killed == Count{1, 2, 4});
    CHECK(report_of("place,best,low,high\nTaji,0,0,15\n").killed == Count{0, 0, 15});
    CHECK(report_of("place,killed min,killed max\nTaji,0,3\n").killed == Count{0, {}, 3});
}

TEST_CASE("rows of tags and of totals are no reports") {
    const Scratch scratch;
    ReportReader reader(
        scratch.file("r.csv", "date,place,killed\n#date,#loc+name,#affected\n2020-07-27,Taji,3\nTotal,,3\n"),
        {});
    int count = 0;
    while (reader.next() != nullptr) ++count;
    CHECK(count == 1);
    CHECK(reader.survey().told(reader.columns(), DateOrder::unstated).size() == 2);
}

TEST_CASE("a total and a remark are known in eight languages, wherever an id stands before them") {
    const auto read = [](const std::string& row) {
        const Scratch scratch;
        ReportReader reader(scratch.file("r.csv", "no,date,area,place,killed\n1,2020-07-27,,Taji,3\n" + row),
                            {});
        int count = 0;
        while (reader.next() != nullptr) ++count;
        return count;
    };
    CsvReader words(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/report/tables/total_words.csv", 1);
    while (const Row* row = words.next()) {
        INFO(row->cells[4]);
        CHECK(read("19," + row->cells[4] + ",,,536\n") == 1);
        CHECK(read(row->cells[4] + ",,,,536\n") == 1);
        CHECK(read("19,2020-07-28,,Total oil field,536\n") == 2);
    }
    CHECK(read(",,* ND: not said,,\n") == 1);
    CHECK(read(",,,Somme,3\n") == 2);
    CHECK(read(",,,Totality Camp,3\n") == 2);
    CHECK(read("2,2020-07-28,,Разом,3\n") == 2);
}

TEST_CASE("the dates of a column show which number is the day") {
    const Scratch scratch;
    const auto order = [&](const std::string& dates) {
        ReportReader reader(scratch.file("r.csv", "place,date\n" + dates), {});
        while (reader.next() != nullptr) {
        }
        return reader.survey().order_shown();
    };
    CHECK(order("a,8/1/1966\nb,8/25/1966\n") == DateOrder::month_first);
    CHECK(order("a,8/1/1966\nb,25/8/1966\n") == DateOrder::day_first);
    CHECK(order("a,8/25/1966\nb,25/8/1966\n") == DateOrder::unstated);
    CHECK(order("a,8/1/1966\n") == DateOrder::unstated);
}

TEST_CASE("a column whose values are of a kind may be ours, and is offered") {
    const auto offered = [](const std::string& header, const std::vector<std::string>& cells) {
        ColumnValues values;
        for (const std::string& cell : cells) values.see(cell);
        ColumnMap map{{std::nullopt}, {header}};
        const auto use = likely_use(header, values, map);
        return use ? std::string(name_of(use->column)) : std::string{};
    };
    CHECK(offered("X", {"2020-07-27", "28 July 2020", ""}) == "event_date");
    CHECK(offered("X", {"33.3406, 44.4009", "33.1, 44.2"}) == "latitude");
    CHECK(offered("X", {"https://example.org/1"}) == "url");
    CHECK(offered("X", {"Sudan", "Burkina Faso"}) == "country");
    CHECK(offered("X", {"airstrike", "clash"}) == "event_type");
    CHECK(offered("Nbre tués", {"1", "2"}) == "killed");
    CHECK(offered("X", {"1", "2"}) == "");
    CHECK(offered("X", {"Djibo", "Dori"}) == "place");
    CHECK(offered("X", {"n/a", "-"}) == "");
}

TEST_CASE("sources are known by id, and what is twice or has no id is told") {
    const Scratch scratch;
    Sources sources;
    const auto findings = sources.read(
        scratch.file("sources.csv", "source_id,publisher,url\ns1,A,http://a\ns1,B,http://b\n,C,\ns2,D,\n"),
        "");
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].code == "source-twice");
    CHECK(findings[1].code == "source-without-id");
    CHECK(sources.all().at(sources.find("s1").value()).publisher == "A");
    CHECK(sources.all().at(sources.find("s2").value()).publisher == "D");
    CHECK(!sources.find("s3"));
}

TEST_CASE("what happened is known by the words of eight languages, and each row's example is") {
    CsvReader rows(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/report/tables/event_words.csv", 1);
    while (const Row* row = rows.next()) {
        INFO(row->number << ": " << row->cells[5]);
        const auto kind = event_kind(row->cells[5]);
        REQUIRE(kind);
        CHECK(kind->sub_type == row->cells[0]);
        CHECK(kind->type == row->cells[1]);
    }
    CHECK(event_kind("Bombing/Explosion")->sub_type == "Remote explosive/landmine/IED");
    CHECK(event_kind("Russian airstrike on a market")->sub_type == "Air/drone strike");
    CHECK(event_kind("Battles")->type == "Battles");
    const auto types = [](std::initializer_list<const char*> words, std::string_view type) {
        for (const char* word : words) {
            INFO(word);
            const auto kind = event_kind(word);
            CHECK((kind && kind->type == type));
        }
    };
    types({"Exécutions", "ejecuciones", "execuções", "розстріли", "إعدامات", "attaque", "Ataque", "attack"},
          "Violence against civilians");
    types({"embuscade de convoi", "Emboscada", "ambush", "засідка", "pusu"}, "Battles");
    types({"артобстріл", "балістика", "дрони", "масована атака", "артобстрел"}, "Explosions/Remote violence");
    types({"motim", "motín", "émeutes", "riots", "бунт", "شغب"}, "Riots");
    types({"acidente", "Accident", "дтп", "trafik kazası"}, "Other");
    CHECK_FALSE(is_attack("Other"));
    // What was attacked decides, and is not known here.
    CHECK_FALSE(event_kind("attaque de nuit"));
    CHECK_FALSE(event_kind("Hijacked"));
    CHECK(is_attack("Hijacked"));
    CHECK_FALSE(is_attack("Strategic developments"));
}
