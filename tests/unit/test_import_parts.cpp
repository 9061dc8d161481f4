// SPDX-License-Identifier: MIT
/// Several sources in one gazetteer.
#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/import.hpp"
#include "geopackage/database.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// A line of a dump.
std::string line(const std::string& id, const std::string& name, const std::string& alternates,
                 const std::string& code, const std::string& position, const std::string& admin1 = "11") {
    return id + '\t' + name + '\t' + name + '\t' + alternates + '\t' + position + "\tP\t" + code +
           "\tIQ\t\t" + admin1 + "\t\t\t\t0\t\t100\tAsia/Baghdad\t2020-01-01\n";
}

const std::string airports =
    "ident,type,name,latitude_deg,longitude_deg,iso_country,scheduled_service,iata_code,keywords\n";

std::string square(double west, double south, double size) {
    const auto at = [](double x, double y) {
        return "[" + std::to_string(x) + "," + std::to_string(y) + "]";
    };
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + at(west, south) + "," + at(west + size, south) + "," +
           at(west + size, south + size) + "," + at(west, south + size) + "," + at(west, south) + "]]}";
}

std::string feature(const std::string& properties, const std::string& geometry) {
    return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
}

std::string collection(const std::vector<std::string>& features) {
    std::string text;
    for (const std::string& one : features) text += (text.empty() ? "" : ",\n") + one;
    return "{\"type\":\"FeatureCollection\",\"features\":[" + text + "]}";
}

struct Made {
    ImportResult result;
    Gazetteer gazetteer;
};

Made make(const Scratch& folder, const std::vector<ImportPart>& parts) {
    const std::string out = folder.path("out.gpkg");
    ImportResult result = import_gazetteer(parts, out);
    return {std::move(result), Gazetteer::open(out)};
}

std::int64_t count_of(const ImportResult& result, std::string_view code) {
    const auto found = std::find_if(result.finding_counts.begin(), result.finding_counts.end(),
                                    [code](const FindingCount& count) { return count.code == code; });
    return found == result.finding_counts.end() ? 0 : found->count;
}

std::vector<std::string> names_of(const Gazetteer& gazetteer, const std::string& id) {
    std::vector<std::string> texts;
    for (const Name& name : gazetteer.names_of(id)) {
        std::string text = name.sort + (name.language.empty() ? "" : " " + name.language) + ' ' + name.text;
        if (name.from_year) text += " from " + std::to_string(*name.from_year);
        if (name.to_year) text += " to " + std::to_string(*name.to_year);
        texts.push_back(text);
    }
    return texts;
}

}  // namespace

TEST_CASE("an airfield of two sources is one place with two points, and the first source's entry stays") {
    const Scratch folder;
    const std::string dump = folder.file(
        "IQ.txt", line("1", "Erbil International Airport", "Hewlêr Airport", "AIRP", "36.2376\t43.9632"));
    const std::string table = folder.file(
        "airports.csv", airports +
                            "ORER,large_airport,Erbil International Airport,36.24,43.97,IQ,yes,EBL,Irbil\n"
                            "ORFA,small_airport,Erbil International Airport,36.9,43.97,IQ,no,,\n"
                            "IRER,small_airport,Erbil International Airport,36.24,43.97,IR,no,,\n");
    const Made made = make(folder, {{ImportFormat::geonames, {dump}}, {ImportFormat::ourairports, {table}}});
    CHECK(made.result.places == 3);
    CHECK(made.result.joined == 1);
    CHECK(made.result.points == 1);
    const auto place = made.gazetteer.place("geonames:1");
    REQUIRE(place);
    CHECK(place->point == LonLat{.lon = 43.9632, .lat = 36.2376});
    REQUIRE(place->other_points.size() == 1);
    CHECK(place->other_points[0].source_id == "ourairports");
    CHECK(place->other_points[0].point == LonLat{.lon = 43.97, .lat = 36.24});
    CHECK_FALSE(made.gazetteer.place("ourairports:ORER"));
    // 73 km away, or in another country, it is another place.
    CHECK(made.gazetteer.place("ourairports:ORFA"));
    CHECK(made.gazetteer.place("ourairports:IRER"));
    // What the other source adds is a name; what it repeats is not.
    CHECK(names_of(made.gazetteer, "geonames:1") ==
          std::vector<std::string>{"preferred Erbil International Airport", "alternate Hewlêr Airport",
                                   "code EBL", "code ORER", "alternate Irbil Airport"});
    check_valid(folder.path("out.gpkg"));
    Database file = Database::open_read_only(folder.path("out.gpkg"));
    Statement point = file.prepare("SELECT place_id, source_ref FROM points");
    REQUIRE(point.step());
    CHECK(point.text(0) == "geonames:1");
    CHECK(point.text(1) == "ourairports:ORER");

    const Made other = make(folder, {{ImportFormat::ourairports, {table}}, {ImportFormat::geonames, {dump}}});
    CHECK(other.gazetteer.place("ourairports:ORER")->other_points.size() == 1);
    CHECK_FALSE(other.gazetteer.place("geonames:1"));
}

TEST_CASE("two entries of one source stay two, and so do a camp and the airfield beside it") {
    const Scratch folder;
    const std::string dump = folder.file("IQ.txt", line("1", "Sheikh Amir", "", "PPL", "36.30\t43.40") +
                                                       line("2", "Sheikh Amir", "", "PPL", "36.31\t43.40") +
                                                       line("3", "Camp Taji", "", "INSM", "33.50\t44.25"));
    const std::string own = folder.file(
        "own.csv",
        "place_id,name,latitude,longitude,kind,country,source_id\n"
        "a,Qaryat Sheikh Amir,36.305,43.40,village,IQ,mine\nb,Sheikh Amir,36.304,43.40,village,IQ,mine\n"
        "c,Sheikh Amir,36.31,43.40,district,IQ,mine\nd,Taji Airfield,33.51,44.26,airfield,IQ,mine\n");
    const Made made = make(folder, {{ImportFormat::geonames, {dump}}, {ImportFormat::csv, {own}}});
    // Each of the two rows of one's own finds the nearer entry of GeoNames.
    CHECK(made.result.joined == 2);
    CHECK(made.gazetteer.place("geonames:1")->other_points.size() == 1);
    CHECK(made.gazetteer.place("geonames:2")->other_points.size() == 1);
    CHECK(made.gazetteer.place("c"));
    CHECK(made.gazetteer.place("d"));

    const Made twice = make(folder, {{ImportFormat::csv, {own}},
                                     {ImportFormat::csv,
                                      {folder.file("again.csv",
                                                   "place_id,name,latitude,longitude,kind,country,source_"
                                                   "id\ne,Sheikh Amir,36.305,43.4,village,IQ,mine\n")}}});
    CHECK(twice.result.joined == 0);
}

TEST_CASE("one id is one place, wherever two sources put it, and never twice of one source") {
    const Scratch folder;
    const std::string dump =
        folder.file("IQ.txt", line("1", "Sheikh Amir", "Old Name", "PPL", "36.30\t43.40"));
    const std::string own = folder.file("own.csv",
                                        "place_id,name,latitude,longitude,kind,country,source_id\n"
                                        "geonames:1,My Name,36.5,43.5,village,IQ,mine\n"
                                        "geonames:1,Again,36.5,43.5,village,IQ,mine\n");
    const Made made = make(folder, {{ImportFormat::csv, {own}}, {ImportFormat::geonames, {dump}}});
    CHECK(made.result.places == 1);
    CHECK(made.result.joined == 1);
    CHECK(made.result.bad_rows == 1);
    CHECK(made.gazetteer.place("geonames:1")->name == "My Name");
    CHECK(made.gazetteer.place("geonames:1")->other_points.size() == 1);
    CHECK(names_of(made.gazetteer, "geonames:1") ==
          std::vector<std::string>{"preferred My Name", "alternate Sheikh Amir", "alternate Old Name"});
}

TEST_CASE("how far apart two entries of one place may lie: 3 km and the extent of the larger") {
    const Scratch folder;
    // A village has an extent of 1 km. A minute of latitude is 1.852 km.
    const std::string dump =
        folder.file("IQ.txt", line("1", "Near", "", "PPL", "36\t43") + line("2", "Far", "", "PPL", "34\t43"));
    const std::string own = folder.file("own.csv",
                                        "place_id,name,latitude,longitude,kind,country\n"
                                        "a,Near,36.0355,43,village,IQ\nb,Far,34.0366,43,village,IQ\n");
    const Made made = make(folder, {{ImportFormat::geonames, {dump}}, {ImportFormat::csv, {own}}});
    CHECK_FALSE(made.gazetteer.place("a"));
    CHECK(made.gazetteer.place("b"));
}

TEST_CASE("GeoNames' alternate names bring languages and years of use, and links bring nothing") {
    const Scratch folder;
    const std::string dump =
        folder.file("IQ.txt", line("1", "Tikrit", "Saddam City,Tikrît,TKR", "PPL", "34.6\t43.7") +
                                  line("2", "Other", "Elsewhere", "PPL", "35\t44"));
    const std::string names =
        folder.file("alternateNamesV2.txt",
                    "1\t1\tku\tTikrît\t1\t\t\t\t\t\n2\t1\t\tSaddam "
                    "City\t\t\t\t1\t1979\t2003-04-09\n3\t1\tlink\thttps://a.b\t\t\t\t\t\t\n"
                    "4\t1\twkdt\tQ161187\t\t\t\t\t\t\n5\t1\tpost\t34001\t\t\t\t\t\t\n6\t1\tar\tتكريت\t\t1\t\t"
                    "\t\t\n7\t1\ten\tOld Tagrit\t\t\t1\t\tca. 1200\t332 BC\n"
                    "8\t1\ticao\tORTI\t\t\t\t\t\t\n9\t99\ten\tNobody'"
                    "s\t\t\t\t\t\t\n10\t1\ten\n11\tx\ten\tBad\t\t\t\t\t\t\n");
    for (const std::vector<ImportPart>& parts :
         {std::vector<ImportPart>{{ImportFormat::geonames, {dump}}, {ImportFormat::geonames_names, {names}}},
          std::vector<ImportPart>{{ImportFormat::geonames_names, {names}},
                                  {ImportFormat::geonames, {dump}}}}) {
        const Made made = make(folder, parts);
        CHECK(names_of(made.gazetteer, "geonames:1") ==
              std::vector<std::string>{"preferred Tikrit", "preferred ku Tikrît",
                                       "former Saddam City from 1979 to 2003", "alternate ar تكريت",
                                       "former en Old Tagrit from 1200 to -332", "code ORTI", "code TKR"});
        CHECK(names_of(made.gazetteer, "geonames:2") ==
              std::vector<std::string>{"preferred Other", "alternate Elsewhere"});
        CHECK(made.result.bad_rows == 2);
        CHECK(count_of(made.result, "columns-not-10") == 1);
    }
    CHECK_THROWS_WITH(
        make(folder, {{ImportFormat::geonames, {dump}}, {ImportFormat::geonames_names, {dump}}}),
        Contains("alternateNamesV2.txt"));
    CHECK_THROWS_WITH(make(folder, {{ImportFormat::geonames_names, {names}}}), Contains("no valid place"));
    const std::string foreign = folder.file("foreign.txt", "1\t77\ten\tX\t\t\t\t\t\t\n");
    CHECK(count_of(make(folder, {{ImportFormat::geonames, {dump}}, {ImportFormat::geonames_names, {foreign}}})
                       .result,
                   "names-of-other-places") == 1);
}

TEST_CASE(
    "places are told in which province they lie, and where their record says otherwise it is a finding") {
    //  43      44      45
    //  | West  | East  |    36..37
    const Scratch folder;
    const std::string provinces = folder.file(
        "provinces.geojson",
        collection(
            {feature(
                 R"("ADM1_EN":"West Governorate","ADM1_AR":"الغربية","ADM1_PCODE":"IQ01","ADM0_EN":"Iraq","ADM0_PCODE":"IQ")",
                 square(43, 36, 1)),
             feature(R"("ADM1_EN":"East","ADM1_PCODE":"IQ02","ADM0_PCODE":"IQ")", square(44, 36, 1))}));
    const std::string districts = folder.file(
        "districts.geojson",
        collection({feature(R"("ADM2_EN":"Corner","ADM2_PCODE":"IQ0101","ADM1_EN":"West","ADM0_PCODE":"IQ")",
                            square(43, 36, 0.5))}));
    const std::string own =
        folder.file("own.csv",
                    "place_id,name,latitude,longitude,kind,country,admin1\n"
                    "a,Lacks,36.2,43.2,village,,\nb,Wrong,36.7,43.5,village,IQ,East\n"
                    "c,Right,36.5,44.5,village,IQ,East\nd,Outside,38,44,village,IQ,Nowhere\n"
                    "e,At the border,36.5,44.005,village,IQ,West\nf,Abroad,36.7,44.7,village,IR,Fars\n");
    const Made made = make(folder, {{ImportFormat::csv, {own}},
                                    {ImportFormat::ogr, {districts}},
                                    {ImportFormat::ogr, {provinces}, {.kind = "province"}}});
    const auto in = [&](const char* id) {
        const Place place = made.gazetteer.place(id).value();
        return place.country + '/' + place.admin1 + '/' + place.admin2;
    };
    CHECK(in("a") == "IQ/West/Corner");
    CHECK(in("b") == "IQ/West/");
    CHECK(in("c") == "IQ/East/");
    CHECK(in("d") == "IQ/Nowhere/");
    CHECK(in("e") == "IQ/West/");
    CHECK(in("f") == "IR/East/");
    CHECK(count_of(made.result, "in-another-province") == 2);
    const auto finding = std::find_if(made.result.findings.begin(), made.result.findings.end(),
                                      [](const Finding& f) { return f.code == "in-another-province"; });
    REQUIRE(finding != made.result.findings.end());
    CHECK(finding->sentence == "Wrong is said to be in East and lies in West; West was taken");
    CHECK(finding->row == 3);

    const auto west = made.gazetteer.place("cod-ab:IQ01");
    REQUIRE(west);
    CHECK(west->kind == "province");
    CHECK(west->has_area);
    CHECK(west->admin1 == "West");
    CHECK(west->point.lon == Approx(43.5));
    CHECK(west->extent_m == Approx(71'400).epsilon(0.01));
    CHECK(names_of(made.gazetteer, "cod-ab:IQ01") ==
          std::vector<std::string>{"preferred en West Governorate", "alternate ar الغربية"});
    CHECK(in("cod-ab:IQ0101") == "IQ/West/");
    CHECK(made.gazetteer.area("cod-ab:IQ0101"));
    CHECK(made.gazetteer.info().area_count == 3);
    check_valid(folder.path("out.gpkg"));
}

TEST_CASE("a country's outline beats a record's country, which is a finding") {
    const Scratch folder;
    const std::string countries = folder.file(
        "countries.geojson", collection({feature(R"("NAME":"Iraq","ISO_A2":"IQ")", square(43, 33, 3))}));
    const std::string own = folder.file("own.csv",
                                        "place_id,name,latitude,longitude,kind,country,admin1\n"
                                        "a,Lacks,34,44,village,,\nb,Wrong,34,44.5,village,SY,Homs\n");
    const Made made =
        make(folder, {{ImportFormat::csv, {own}}, {ImportFormat::ogr, {countries}, {.kind = "country"}}});
    CHECK(made.gazetteer.place("a")->country == "IQ");
    CHECK(made.gazetteer.place("b")->country == "IQ");
    CHECK(made.gazetteer.place("b")->admin1 == "");
    CHECK(count_of(made.result, "in-another-country") == 1);
}

TEST_CASE("a province of a dump is joined with its outline, whichever way each spells it") {
    const Scratch folder;
    const std::string provinces = folder.file(
        "p.geojson", collection({feature(R"("ADM1_EN":"Ninewa","ADM1_PCODE":"IQ15","ADM0_PCODE":"IQ")",
                                         square(41.5, 35.5, 2))}));
    const std::string dump =
        folder.file("IQ.txt", line("92877", "Muḩāfaz̧at Nīnawá", "Nineveh", "ADM1", "36\t42", "15") +
                                  line("2", "Village", "", "PPL", "36\t42.5", "15"));
    const Made made = make(folder, {{ImportFormat::geonames, {dump}}, {ImportFormat::ogr, {provinces}}});
    CHECK(made.result.joined == 1);
    CHECK(made.gazetteer.place("geonames:2")->admin1 == "Ninewa");
    CHECK(count_of(made.result, "in-another-province") == 0);
    const std::vector<std::string> names = names_of(made.gazetteer, "cod-ab:IQ15");
    CHECK(std::find(names.begin(), names.end(), "alternate Nineveh") != names.end());
}

TEST_CASE("of files of the world the places of some countries are kept, and the others counted") {
    const Scratch folder;
    const std::string table = folder.file(
        "airports.csv", airports +
                            "ORER,large_airport,Erbil International Airport,36.24,43.97,IQ,yes,EBL,Irbil\n"
                            "OSDI,large_airport,Damascus International Airport,33.41,36.52,SY,yes,DAM,\n"
                            "LSGG,large_airport,Geneva Airport,46.24,6.11,CH,yes,GVA,Cointrin\n");
    const std::string out = folder.path("out.gpkg");
    ImportOptions options;
    options.only_countries = {"IQ", "SY"};
    const ImportResult result = import_gazetteer({{ImportFormat::ourairports, {table}}}, out, options);
    CHECK(result.places == 2);
    CHECK(result.elsewhere == 1);
    CHECK(result.bad_rows == 0);
    CHECK(result.findings.empty());
    const Gazetteer gazetteer = Gazetteer::open(out);
    CHECK(gazetteer.place("ourairports:ORER"));
    CHECK(gazetteer.place("ourairports:OSDI"));
    CHECK_FALSE(gazetteer.place("ourairports:LSGG"));
    check_valid(out);

    options.only_countries = {"YE"};
    CHECK_THROWS_WITH(
        import_gazetteer({{ImportFormat::ourairports, {table}}}, folder.path("none.gpkg"), options),
        Contains("no valid place in") && Contains("3 are of other countries than those asked for"));
    CHECK_FALSE(std::filesystem::exists(folder.path("none.gpkg")));
}

TEST_CASE("names of places that were left out for their country are no error") {
    const Scratch folder;
    const std::string dump = folder.file(
        "IQ.txt", line("1", "Erbil", "", "PPL", "36.19\t44.01") + line("2", "Taji", "", "PPL", "33.5\t44.2"));
    std::string abroad = line("3", "Geneva", "Genf", "PPL", "46.2\t6.14");
    abroad.replace(abroad.find("\tIQ\t"), 4, "\tCH\t");
    const std::string world = folder.file("world.txt", abroad);
    const std::string names = folder.file("alternateNamesV2.txt",
                                          "10\t1\tku\tHewlêr\t\t\t\t\t\t\n11\t3\tit\tGinevra\t\t\t\t\t\t\n");
    const std::string out = folder.path("out.gpkg");
    ImportOptions options;
    options.only_countries = {"IQ"};
    const ImportResult result = import_gazetteer(
        {{ImportFormat::geonames, {dump, world}}, {ImportFormat::geonames_names, {names}}}, out, options);
    CHECK(result.places == 2);
    CHECK(result.elsewhere == 1);
    CHECK(result.findings.empty());
    CHECK(names_of(Gazetteer::open(out), "geonames:1") ==
          std::vector<std::string>{"preferred Erbil", "alternate ku Hewlêr"});
}

TEST_CASE("progress is told in bytes of the file that is read, packed or not") {
    const Scratch folder;
    std::string text;
    for (int i = 1; i <= 60'000; ++i)
        text += line(std::to_string(i), "Place " + std::to_string(i), "", "PPL", "36.2\t43.9");
    const std::string plain = folder.file("IQ.txt", text);
    REQUIRE(run_program("gzip -k '" + plain + "'").exit_code == 0);
    for (const std::string& file : {plain, plain + ".gz"}) {
        INFO(file);
        std::vector<Progress> told;
        ImportOptions options;
        options.progress = [&](const Progress& progress) { told.push_back(progress); };
        import_gazetteer({{ImportFormat::geonames, {file}}}, folder.path("out.gpkg"), options);
        REQUIRE_FALSE(told.empty());
        for (std::size_t i = 0; i < told.size(); ++i) {
            CHECK(told[i].unit == ProgressUnit::bytes);
            CHECK(told[i].total == static_cast<std::int64_t>(text.size()));
            CHECK(told[i].done > (i == 0 ? 0 : told[i - 1].done - 1));
            CHECK(told[i].done <= *told[i].total);
        }
    }
}

TEST_CASE("a settlement that two sources spell in two ways is one place, within a province and close by") {
    const Scratch folder;
    const std::string provinces = folder.file(
        "adm1.geojson",
        collection(
            {feature(R"("ADM1_EN":"Ninewa","ADM1_PCODE":"IQ15","ADM0_PCODE":"IQ")", square(42, 36, 1.5)),
             feature(R"("ADM1_EN":"Erbil","ADM1_PCODE":"IQ11","ADM0_PCODE":"IQ")", square(43.5, 36, 1.5))}));
    const std::string dump =
        folder.file("IQ.txt", line("1", "Qaryat Shaykh Amīr", "", "PPL", "36.3190\t43.4700") +
                                  line("2", "Zummār", "", "PPL", "36.6460\t42.6100"));
    const std::string own = folder.file("own.csv",
                                        "place_id,name,latitude,longitude,country,kind\n"
                                        "near,Sheikh Ameer,36.3200,43.4750,IQ,village\n"
                                        "far,Sheik Amir,36.4500,43.4700,IQ,village\n"
                                        "other-province,Shekh Emir,36.3190,43.5010,IQ,village\n"
                                        "short,Zumar,36.6461,42.6101,IQ,village\n");
    const Made made = make(
        folder,
        {{ImportFormat::ogr, {provinces}}, {ImportFormat::geonames, {dump}}, {ImportFormat::csv, {own}}});
    // Close by and in the province: one place, with both points.
    CHECK_FALSE(made.gazetteer.place("near"));
    const auto place = made.gazetteer.place("geonames:1");
    REQUIRE(place);
    CHECK(place->other_points.size() == 1);
    // Too far, in another province, or with too few consonants to be sure: two.
    CHECK(made.gazetteer.place("far"));
    CHECK(made.gazetteer.place("other-province"));
    CHECK(made.gazetteer.place("short"));
}

TEST_CASE("nothing in a join or in finding provinces grows with the square of the places") {
    const Scratch folder;
    const auto seconds_for = [&](int count) {
        std::string dump;
        std::string own = "place_id,name,latitude,longitude,kind,country\n";
        for (int i = 0; i < count; ++i) {
            const std::string id = std::to_string(i + 1);
            const std::string at = std::to_string(30 + i % 100 * 0.05);
            const std::string lon = std::to_string(40 + i / 100 * 0.05);
            dump += line(id, "Same Name", "", "PPL", at + '\t' + lon);
            own += "o" + id + ",Same Name," + at + ',' + lon + ",village,IQ\n";
        }
        const auto start = std::chrono::steady_clock::now();
        const Made made = make(folder, {{ImportFormat::geonames, {folder.file("IQ.txt", dump)}},
                                        {ImportFormat::csv, {folder.file("own.csv", own)}}});
        CHECK(made.result.joined == count);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const double small = seconds_for(1'000);
    const double large = seconds_for(8'000);
    CHECK(large < 8 * 4 * small + 1);
}

TEST_CASE("a province's outlines and two real sources make one gazetteer") {
    const char* folder_name = std::getenv("INCIDENTMAP_REAL_DATA");
    if (folder_name == nullptr) {
        WARN("skipped: INCIDENTMAP_REAL_DATA is not set");
        return;
    }
    const Scratch folder;
    const std::string data = std::string(folder_name) + '/';
    const Made made =
        make(folder, {{ImportFormat::geonames, {data + "IQ_places_geonames_format.txt.gz"}},
                      {ImportFormat::ourairports, {data + "ourairports.csv.gz"}},
                      {ImportFormat::ogr, {data + "iraq_admin1.geojson.gz"}, {.kind = "province"}},
                      {ImportFormat::ogr, {data + "iraq_admin2.geojson.gz"}}});
    CHECK(made.result.areas == 18 + 101);
    CHECK(made.gazetteer.place("geonames:6860785")->admin1 == "Ninewa");
    CHECK(made.gazetteer.place("geonames:6860785")->admin2 == "Al-Hamdaniya");
    CHECK(made.gazetteer.place("ourairports:ORER")->admin1 == "Erbil");
    CHECK(made.gazetteer.place("ourairports:ORTI")->admin1 == "Baghdad");
}
