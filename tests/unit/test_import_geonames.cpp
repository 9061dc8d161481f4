// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/geonames_features.hpp"
#include "gazetteer/import/import.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geopackage/database.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// A line of a dump.
std::string line(const std::string& id, const std::string& name, const std::string& alternates,
                 const std::string& code, const std::string& admin1 = "11", const std::string& people = "0",
                 const std::string& position = "36.1\t44.2") {
    const std::string ascii = name == "Arbīl" ? "Arbil" : name;
    return id + '\t' + name + '\t' + ascii + '\t' + alternates + '\t' + position + "\tP\t" + code +
           "\tIQ\t\t" + admin1 + "\t\t\t\t" + people + "\t\t100\tAsia/Baghdad\t2020-01-0" + id.substr(0, 1) +
           "\n";
}

const std::string admin1 =
    "IQ.11\tMuḩāfaz̧at Arbīl\tMuhafazat Arbil\t95445\nIQ.07\tBaghdad\tBaghdad\t98180\nIQ.99\tLost\tLost\t5\n";
const std::string countries =
    "# a comment\n#ISO\tISO3\n"
    "IQ\tIRQ\t368\tIZ\tIraq\tBaghdad\t437072\t29671605\tAS\t.iq\tIQD\tDinar\t964\t#####\t^(\\d{5})$\tar-IQ,"
    "ku,hy\t99237\tSY,IR\t\n"
    "XX\tXXX\t999\tXX\tNone\tNowhere\t1\t1\tAS\t.xx\tX\tX\t1\t\t\t\t77\t\t\n"
    "CS\tSCG\t891\tYI\tSerbia and Montenegro\tBelgrade\t102350\t1\tEU\t.cs\tRSD\tDinar\t381\t\t\t\t\t\t\n";

struct Made {
    ImportResult result;
    Gazetteer gazetteer;
};

Made make(const Scratch& folder, const std::vector<std::string>& files) {
    const std::string out = folder.path("out.gpkg");
    ImportResult result = import_gazetteer(ImportFormat::geonames, files, out);
    return {std::move(result), Gazetteer::open(out)};
}

std::int64_t count_of(const ImportResult& result, std::string_view code) {
    const auto found = std::find_if(result.finding_counts.begin(), result.finding_counts.end(),
                                    [code](const FindingCount& count) { return count.code == code; });
    return found == result.finding_counts.end() ? 0 : found->count;
}

}  // namespace

TEST_CASE("GeoNames: a place has its kind, province, names and size") {
    const Scratch folder;
    const Made made = make(
        folder,
        {folder.file("IQ.txt", line("1", "Arbīl", "Erbil,Hewlêr,أربيل,EBL,Erbil,https://a.b/c,ai er bi le",
                                    "PPLA", "11", "932800") +
                                   line("2", "Shaqlawah", "", "PPL", "11", "20000") +
                                   line("3", "Small", "", "PPL")),
         folder.file("admin1Codes.txt", admin1)});
    const auto erbil = made.gazetteer.place("geonames:1");
    REQUIRE(erbil);
    CHECK(erbil->kind == "city");
    CHECK(erbil->country == "IQ");
    CHECK(erbil->admin1 == "Arbīl");
    CHECK(erbil->population == 932800);
    CHECK(erbil->extent_m == Approx(9586).margin(5));
    CHECK(erbil->accuracy_m == 1000);
    CHECK(erbil->point == LonLat{.lon = 44.2, .lat = 36.1});
    CHECK(erbil->source_id == "geonames");
    CHECK(made.gazetteer.place("geonames:2")->kind == "town");
    CHECK(made.gazetteer.place("geonames:3")->kind == "village");
    CHECK(made.gazetteer.place("geonames:3")->extent_m == 1000);

    const std::vector<Name> names = made.gazetteer.names_of("geonames:1");
    std::vector<std::string> texts;
    for (const Name& name : names) texts.push_back(name.sort + ' ' + name.script + ' ' + name.text);
    CHECK(texts == std::vector<std::string>{"preferred Latn Arbīl", "alternate Latn Erbil",
                                            "alternate Latn Hewlêr", "alternate Arab أربيل",
                                            "code Latn EBL"});
    const GazetteerInfo info = made.gazetteer.info();
    REQUIRE(info.sources.size() == 1);
    CHECK(info.sources[0].date == "2020-01-03");
    CHECK_THAT(info.sources[0].attribution, Contains("GeoNames"));
    check_valid(folder.path("out.gpkg"));
}

TEST_CASE("GeoNames: a province or country without a row of its own stands at its seat, and says so") {
    const Scratch folder;
    const Made made =
        make(folder, {folder.file("countryInfo.txt", countries), folder.file("admin1Codes.txt", admin1),
                      folder.file("IQ.txt", line("1", "Small seat", "", "PPLA", "11", "10", "36\t44") +
                                                line("2", "Great seat", "", "PPLA", "11", "20", "35\t43") +
                                                line("3", "Baghdad", "", "PPLC", "07", "500", "33\t44"))});
    const auto province = made.gazetteer.place("geonames:95445");
    REQUIRE(province);
    CHECK(province->kind == "province");
    CHECK(province->name == "Muḩāfaz̧at Arbīl");
    CHECK(province->admin1 == "Arbīl");
    CHECK(province->point == LonLat{.lon = 43, .lat = 35});
    CHECK(province->extent_m == 100'000);
    CHECK(made.gazetteer.by_normal_form("arbil").at(0).without_kind_words);
    CHECK(made.gazetteer.place("geonames:98180")->point.lat == 33);

    const auto country = made.gazetteer.place("geonames:99237");
    REQUIRE(country);
    CHECK(country->kind == "country");
    CHECK(country->point == LonLat{.lon = 44, .lat = 33});
    CHECK(country->extent_m == Approx(1'119'000).epsilon(0.01));
    CHECK(made.gazetteer.by_normal_form("iq").at(0).form == MatchForm::code);
    CHECK(made.gazetteer.by_normal_form("irq").at(0).place.id == "geonames:99237");
    CHECK_FALSE(made.gazetteer.place("geonames:77"));
    CHECK(count_of(made.result, "province-without-point") == 1);
    CHECK(count_of(made.result, "country-without-point") == 1);

    Database file = Database::open_read_only(folder.path("out.gpkg"));
    Statement notes = file.prepare("SELECT notes FROM places WHERE place_id = 'geonames:95445'");
    REQUIRE(notes.step());
    CHECK(notes.text(0) == "The point is that of its seat, Great seat (geonames:2).");
}

TEST_CASE(
    "GeoNames: a dump's own provinces and countries come before seats and name the provinces of places") {
    const Scratch folder;
    const std::string province = line("95445", "Muhafazat Arbil", "", "ADM1", "11", "0", "36.5\t44.5");
    const Made made = make(
        folder,
        {folder.file("IQ.txt", line("1", "Arbīl", "", "PPLA") + province +
                                   line("99237", "Republic of Iraq", "Iraq", "PCLI", "00", "0", "33\t44")),
         folder.file("countryInfo.txt", countries), folder.file("admin1Codes.txt", admin1)});
    CHECK(made.gazetteer.place("geonames:95445")->point.lat == 36.5);
    CHECK(made.gazetteer.place("geonames:1")->admin1 == "Arbīl");
    CHECK(made.gazetteer.place("geonames:99237")->name == "Republic of Iraq");
    CHECK(made.gazetteer.by_normal_form("iq").at(0).place.id == "geonames:99237");

    const Made alone = make(folder, {folder.path("IQ.txt")});
    CHECK(alone.gazetteer.place("geonames:1")->admin1 == "Arbil");
}

TEST_CASE("GeoNames: damaged lines are told and counted, the others are read") {
    const Scratch folder;
    const std::string good = line("1", "Good", "", "PPL");
    const Made made = make(
        folder,
        {folder.file(
            "IQ.txt",
            "\xEF\xBB\xBF" + good + "too\tfew\n" + good + "x1\t" + good.substr(2) + line("2", "", "", "PPL") +
                line("3", "North", "", "PPL", "11", "0", "95\t44") +
                line("4", "NaN", "", "PPL", "11", "0", "nan\t44") + line("5", "Bad \xFF byte", "", "PPL") +
                line("6", std::string(70'000, 'a'), "", "PPL") + line("7", "Well", "", "WLL") + "\r\n" +
                line("8", "Last", "", "PPL").substr(0, line("8", "Last", "", "PPL").size() - 1) + "\r\n")});
    CHECK(made.result.places == 3);
    CHECK(count_of(made.result, "columns-not-19") == 1);
    CHECK(count_of(made.result, "place-twice") == 1);
    CHECK(count_of(made.result, "id-not-a-number") == 1);
    CHECK(count_of(made.result, "place-without-name") == 1);
    CHECK(count_of(made.result, "position-out-of-range") == 2);
    CHECK(count_of(made.result, "line-too-long") == 1);
    CHECK(count_of(made.result, "not-utf8") == 1);
    CHECK(count_of(made.result, "feature-not-used") == 1);
    CHECK(made.result.bad_rows == 7);
    CHECK(made.gazetteer.place("geonames:5")->name == "Bad \uFFFD byte");
    CHECK(made.gazetteer.place("geonames:8"));
    const auto few = std::find_if(made.result.findings.begin(), made.result.findings.end(),
                                  [](const Finding& finding) { return finding.code == "columns-not-19"; });
    REQUIRE(few != made.result.findings.end());
    CHECK(few->row == 2);
}

TEST_CASE("GeoNames: gzipped dumps are read; damaged and swollen ones are refused") {
    const Scratch folder;
    std::string dump;
    for (int i = 0; i < 2000; ++i)
        dump +=
            line(std::to_string(100'000 + i * 7919 % 90'000), "Place " + std::to_string(i * 7919), "", "PPL");
    const std::string path = folder.file("IQ.txt", dump);
    REQUIRE(run_program("gzip -k '" + path + "'").exit_code == 0);
    const std::string packed = path + ".gz";
    CHECK(make(folder, {packed}).result.places == 2000);
    CHECK_FALSE(std::filesystem::exists(packed + ".properties"));

    const std::string bytes = bytes_of(packed);
    const std::string out = folder.path("cut.gpkg");
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::geonames,
                                       {folder.file("cut.txt.gz", bytes.substr(0, bytes.size() / 2))}, out),
                      Contains("damaged or cut off"));
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::geonames, {folder.file("plain.txt.gz", dump)}, out),
                      Contains("gzipped"));
    const std::string swollen = folder.file("swollen.txt", dump + std::string(60'000'000, '\n'));
    REQUIRE(run_program("gzip '" + swollen + "'").exit_code == 0);
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::geonames, {swollen + ".gz"}, out),
                      Contains("200 times"));
    CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("GeoNames: a province may have its name in ASCII only; one without any is told") {
    const Scratch folder;
    const Made made =
        make(folder,
             {folder.file("admin1Codes.txt", "IQ.11\t\tArbil\t95445\nIQ.12\t\t\t6\nIQ.13\tNo id\tNo id\t\n"),
              folder.file("IQ.txt", line("1", "Seat", "", "PPLA"))});
    CHECK(made.gazetteer.place("geonames:95445")->name == "Arbil");
    CHECK(made.gazetteer.place("geonames:1")->admin1 == "Arbil");
    CHECK(count_of(made.result, "admin-code-damaged") == 2);
}

TEST_CASE("GeoNames: files that are none of its are refused") {
    const Scratch folder;
    const std::string out = folder.path("out.gpkg");
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::geonames, {folder.file("a.txt", "hello\n")}, out),
                      Contains("19 columns"));
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::geonames, {folder.file("b.txt", "")}, out),
                      Contains("is empty"));
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::geonames, {folder.file("c.txt", admin1)}, out),
                      Contains("no dump of places"));
    CHECK_THROWS_AS(import_gazetteer(ImportFormat::geonames, {folder.path("none.txt")}, out), Error);
    CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("GeoNames: every feature code's kind is one of the kinds") {
    for (const char* code :
         {"PPL", "PPLC", "ADM1", "AIRB", "AIRP", "MILB", "DAM", "OILF", "PSTB", "RNGA", "PPLX", "PCLI"}) {
        const GeonamesFeature* feature = geonames_feature(code);
        REQUIRE(feature != nullptr);
        CHECK(feature->code == code);
        CHECK_FALSE(kind_group(feature->kind).empty());
    }
    CHECK(geonames_feature("PPLH")->former);
    CHECK(geonames_feature("WLL") == nullptr);
    CHECK(geonames_feature("") == nullptr);
    CHECK(geonames_kind(*geonames_feature("PPLA"), 0) == "city");
    CHECK(geonames_kind(*geonames_feature("PPLA3"), 60'000) == "city");
    CHECK(geonames_kind(*geonames_feature("PPLX"), 60'000) == "quarter");
}

TEST_CASE("GeoNames: a real dump of a country is read whole and is looked up") {
    const char* folder_name = std::getenv("INCIDENTMAP_REAL_DATA");
    if (folder_name == nullptr) {
        WARN("skipped: INCIDENTMAP_REAL_DATA is not set");
        return;
    }
    const Scratch folder;
    const Made made = make(folder, {std::string(folder_name) + "/IQ_places_geonames_format.txt.gz"});
    CHECK(made.result.places == 22'764);
    CHECK(made.result.bad_rows == 0);
    const auto hits = made.gazetteer.by_normal_form(normal_form("شيخ امير"));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].place.id == "geonames:6860785");
    CHECK(Database::open_read_only(folder.path("out.gpkg")).integrity_problem() == "");
}
