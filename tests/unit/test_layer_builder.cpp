// SPDX-License-Identifier: MIT
#include <cmath>
#include <deque>
#include <map>
#include <numbers>
#include <set>

#include "catch.hpp"
#include "geodesy/area.hpp"
#include "geodesy/footprint.hpp"
#include "layer/layer_builder.hpp"
#include "layer_rows.hpp"
#include "layer_samples.hpp"

using namespace incidentmap;
using namespace samples;
using namespace layer_rows;

namespace {

bool fits(const Value& value, ColumnType type) {
    if (std::holds_alternative<std::monostate>(value)) return true;
    switch (type) {
        case ColumnType::integer:
            return std::holds_alternative<std::int64_t>(value);
        case ColumnType::real:
            return std::holds_alternative<double>(value);
        case ColumnType::date:
            return std::holds_alternative<std::string_view>(value) &&
                   std::get<std::string_view>(value).size() == 10;
        case ColumnType::datetime:
            return std::holds_alternative<std::string_view>(value) &&
                   std::get<std::string_view>(value).size() == 24;
        default:
            return std::holds_alternative<std::string_view>(value);
    }
}

bool fits(const Geometry& geometry, std::optional<GeometryType> type) {
    if (!type) return std::holds_alternative<std::monostate>(geometry);
    switch (*type) {
        case GeometryType::point:
            return std::holds_alternative<LonLat>(geometry);
        case GeometryType::multi_line:
            return std::holds_alternative<MultiLine>(geometry);
        case GeometryType::multi_polygon:
            return std::holds_alternative<MultiPolygon>(geometry);
    }
    return false;
}

}  // namespace

TEST_CASE("Every row has a value for each column of its layer, of the column's type, in every layer") {
    const Location base = named_place("Camp Taji", "military base", {44.26, 33.52}, 2000);
    Location launch = named_place("Rashidiya", "town", {44.35, 33.55}, 1500);
    launch.decided_by = "A person";
    const Location area = province();
    const Location unclear = ambiguous_place();
    auto asked = options();
    asked.place_details = [](const Location&) { return PlaceDetails{1500, 500, "A register"}; };
    asked.rings = RingOptions{{10, 20.5}, RingOptions::Around::bases, {}, ""};
    LayerBuilder layer_builder(asked);

    Incident incident = full_attack("a");
    incident.extra = {"first", "second"};
    incident.is_draft = true;
    incident.locations = {{&base, "Taji base"}, {&area, "Nineveh"}, {&unclear, "Sheikh Amir"}};
    incident.launches = {{&launch, "from Rashidiya", "Police", "Group A"}, {&unclear, "words", "", ""}};
    incident.measures = {measured(launch, base, 0, 0), measured(launch, area, 0, 1)};
    incident.disagreements = {{"a", "killed", "0", "Paper", "r1", "1", "Agency", "r2", "They differ."}};
    incident.findings = {
        {"some-code", Severity::warning, "in.csv", 3, "killed", "Odd.", "a", LonLat{44, 33}}};

    Report report;
    report.file = "in.csv";
    report.row = 3;
    report.is_draft = true;
    for (std::size_t i = 0; i < report_column_count; ++i) report.cells[i] = "cell " + std::to_string(i);
    report.extra = {"first", "second"};
    report.further_source_ids = "another source";
    report.event_date = incident.date;
    Sources sources;
    sources.add({report[ReportColumn::source_id], "Paper", "Title", "Author", "2020-07-28", "u", "v", "w",
                 "en", "x"});

    FeatureBatch laid;
    layer_builder.add_report(report, &base, laid);
    Incident other = incident;
    other.id = "b";
    other.is_attack = false;
    layer_builder.add(incident, laid);
    layer_builder.add(other, laid);
    layer_builder.finish(sources, [&]() -> FeatureBatch& { return laid; });
    add_answer_row(
        {"q-1", "Taji", "Iraq", "Baghdad", "Taji", "resolved", "Camp Taji", "t", "curated 0", "location 1"},
        laid);
    const DecisionRow decision{2,   "r1", "Taji",     "place", "",       "",
                               "t", "",   "A person", "2026",  "A film", "Paper, 2020"};
    add_decision_row({decision, base}, "in.decisions.csv", laid);
    add_build_row("build", "id", "1", laid);

    const std::set<LayerId> full{
        LayerId::attacks,       LayerId::bases,     LayerId::launch_sites, LayerId::launch_to_target,
        LayerId::uncertainty,   LayerId::incidents, LayerId::reports,      LayerId::sources,
        LayerId::disagreements, LayerId::findings,  LayerId::answers,      LayerId::decisions,
        LayerId::build};
    const std::set<std::string> may_be_null{"decided_by", "distance_reason", "admin2", "injured_best"};
    std::set<LayerId> met;
    std::map<LayerId, std::set<Value>> ids;
    for (const Feature& feature : features_of(laid)) {
        const LayerSchema& schema = layer_schema(feature.layer);
        met.insert(feature.layer);
        const auto columns = columns_with_extra(feature.layer, incident.extra);
        INFO(schema.name);
        REQUIRE(feature.values.size() == columns.size());
        CHECK(fits(feature.geometry, schema.geometry));
        if (schema.has_id) CHECK(ids[feature.layer].insert(feature.values[0]).second);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            INFO(columns[i].name);
            CHECK(fits(feature.values[i], columns[i].type));
            // What was filled in above is not lost on the way.
            if (may_be_null.count(columns[i].name) == 0 && full.count(feature.layer) == 1) {
                CHECK(feature.values[i] != null);
            }
        }
    }
    CHECK(met.size() == layer_count);

    const auto& counts = layer_builder.counts();
    CHECK(counts.incidents == 2);
    CHECK(counts.by_status[0] == 2);
    for (LayerId layer : all_layers) {
        if (layer == LayerId::answers || layer == LayerId::decisions || layer == LayerId::build) continue;
        CHECK(counts.by_layer[index_of(layer)] == static_cast<std::int64_t>(of_layer(laid, layer).size()));
    }
}

TEST_CASE("An attack's row says what, when, where, how sure and from where") {
    const Location base = named_place("Camp Taji", "military base", {44.2612345678, 33.52}, 2000.4);
    const Location launch = named_place("Rashidiya", "town", {44.35, 33.55}, 1500);
    Incident incident = full_attack("IRQ1");
    incident.locations = {{&base, "Taji base"}};
    incident.launches = {{&launch, "from Rashidiya", "Police", "Group A"}};
    incident.measures = {measured(launch, base, 0, 0)};
    LayerBuilder layer_builder(options());
    const auto laid = laid_out(layer_builder, incident);

    const auto attacks = of_layer(laid, LayerId::attacks);
    REQUIRE(attacks.size() == 1);
    const Feature& attack = attacks[0];
    CHECK(attack.geometry == Geometry{LonLat{44.2612345678, 33.52}});
    const std::vector<std::pair<const char*, Value>> expected{
        {"feature_id", text("IRQ1:1")},
        {"incident_id", text("IRQ1")},
        {"location_no", whole(1)},
        {"location_count", whole(1)},
        {"status", text("resolved")},
        {"event_date", text("2020-07-27/2020-07-28")},
        {"date_start", text("2020-07-27")},
        {"date_end", text("2020-07-28")},
        {"time_from", text("2020-07-27T00:00:00.000Z")},
        {"time_until", text("2020-07-29T00:00:00.000Z")},
        {"time_precision", whole(2)},
        {"weapon_count", whole(30)},
        {"weapon_count_text", text("30+")},
        {"killed_low", whole(0)},
        {"killed_best", whole(0)},
        {"killed_high", whole(0)},
        {"injured_low", whole(4)},
        {"injured_best", null},
        {"injured_high", whole(6)},
        {"location", text("Camp Taji")},
        {"place_words", text("Taji base")},
        {"country", text("Iraq")},
        {"country_code", text("IQ")},
        {"admin1", text("Baghdad")},
        {"admin2", null},
        {"latitude", 33.52},
        {"longitude", 44.261235},
        {"uncertainty_m", 2001.0},
        {"method", text("place_name")},
        {"because", text("The name is the same. The report says Baghdad, as here.")},
        {"match_score", 0.95},
        {"launch_location", text("Rashidiya")},
        {"launch_said_by", text("Police")},
        {"launch_disputed_by", text("Group A")},
        {"report_count", whole(2)},
        {"notes", text("a note")}};
    for (const auto& [column, value] : expected) {
        INFO(column);
        CHECK(value_of(attack, column) == value);
    }
    const double km = std::get<double>(value_of(attack, "distance_km"));
    CHECK(km == Approx(8.91).epsilon(0.01));
    CHECK(std::get<double>(value_of(attack, "distance_km_min")) == Approx(km - 3.5).margin(0.02));
    CHECK(std::get<double>(value_of(attack, "distance_km_max")) == Approx(km + 3.5).margin(0.02));
    CHECK(km == std::round(km * 1000) / 1000);

    const auto lines = of_layer(laid, LayerId::launch_to_target);
    REQUIRE(lines.size() == 1);
    CHECK(value_of(lines[0], "feature_id") == text("IRQ1:L1-1"));
    CHECK(value_of(lines[0], "distance_km") == value_of(attack, "distance_km"));
    CHECK(std::get<MultiLine>(lines[0].geometry).lines.front().front() == launch.likely);
    const auto sites = of_layer(laid, LayerId::launch_sites);
    REQUIRE(sites.size() == 1);
    CHECK(value_of(sites[0], "place_words") == text("from Rashidiya"));
}

TEST_CASE("Counts and casualties stand on the first place only, wherever that ends") {
    const Location unclear = ambiguous_place();
    const Location base = named_place("Camp Taji", "military base", {44.26, 33.52}, 2000);
    Incident incident = full_attack("a");
    incident.locations = {{&unclear, "Sheikh Amir"}, {&base, "Taji"}};
    LayerBuilder layer_builder(options());
    const auto laid = laid_out(layer_builder, incident);
    REQUIRE(laid.size() == 3);
    CHECK(laid[0].layer == LayerId::not_mapped);
    CHECK(value_of(laid[0], "killed_low") == whole(0));
    CHECK(value_of(laid[0], "report_count") == whole(2));
    CHECK(laid[1].layer == LayerId::attacks);
    for (const char* column : {"killed_low", "injured_high", "weapon_count", "weapon_count_text",
                               "report_count", "finding_count", "disagreement_count"}) {
        INFO(column);
        CHECK(value_of(laid[1], column) == null);
    }
    CHECK(value_of(laid[1], "location_no") == whole(2));
}

TEST_CASE("What is not on the map is listed with its candidates and what would mend it") {
    const Location unclear = ambiguous_place();
    Location unknown;
    unknown.query = "Nowhere";
    unknown.reasons = {"No place has that name."};
    unknown.remedy = "Give coordinates.";
    unknown.alternatives = {{"Nowshera", "geonames:3", "town", "PK", "", "", {71.98, 34.01}, 0.3, ""}};
    Incident incident = full_attack("a");
    incident.locations = {{&unclear, "Sheikh Amir village"}, {&unknown, ""}};
    incident.launches = {{&unknown, "from nowhere", "", ""}};
    LayerBuilder layer_builder(options());
    const auto laid = laid_out(layer_builder, incident);
    REQUIRE(laid.size() == 4);
    CHECK(value_of(laid[0], "candidate_count") == whole(2));
    CHECK(value_of(laid[0], "candidates") ==
          text("Qaryat Shaykh Amir, Nineveh, Iraq (36.3, 43.3; geonames:1) | "
               "Shaykh Amir, Wasit, Iraq (32.5, 45.8; geonames:2)"));
    CHECK(value_of(laid[0], "remedy") == text("Name the province."));
    CHECK(value_of(laid[0], "place") == text("Sheikh Amir"));
    CHECK(value_of(laid[0], "place_words") == text("Sheikh Amir village"));
    CHECK(value_of(laid[1], "candidate_count") == whole(0));
    CHECK(value_of(laid[1], "candidates") == text("Nowshera (34.01, 71.98; geonames:3)"));
    CHECK(value_of(laid[2], "role") == text("launch_place"));
    CHECK(value_of(laid[2], "feature_id") == text("a:L1"));
    CHECK(value_of(laid[2], "location_no") == null);
    CHECK(value_of(laid[2], "killed_low") == null);
    for (const Feature& feature : features_of(laid)) {
        if (feature.layer != LayerId::incidents) CHECK(feature.layer == LayerId::not_mapped);
    }
}

TEST_CASE("A place known only as an area is drawn as that area, and a coarse launch place not at all") {
    const Location area = province();
    Incident incident = full_attack("a");
    incident.status = Status::coarse;
    incident.locations = {{&area, ""}};
    incident.launches = {{&area, "from Nineveh", "Police", ""}};
    incident.measures = {
        {0, 0, std::make_shared<const Measure>(Measure{std::nullopt, "", "Both are too wide."})}};
    LayerBuilder layer_builder(options());
    const auto laid = laid_out(layer_builder, incident);
    REQUIRE(laid.size() == 2);
    CHECK(laid[0].layer == LayerId::attack_areas);
    CHECK(std::get<MultiPolygon>(laid[0].geometry) == outline(area.footprint));
    CHECK(value_of(laid[0], "launch_location") == text("Nineveh"));
    CHECK(value_of(laid[0], "distance_km") == null);
    CHECK(value_of(laid[0], "place_words") == null);
    CHECK(layer_builder.counts().by_status[static_cast<std::size_t>(Status::coarse)] == 1);
}

TEST_CASE("Distance rings stand about what was asked for") {
    const Location base = named_place("Camp Taji", "air base", {44.26, 33.52}, 2000);
    const Location launch = named_place("Rashidiya", "town", {44.35, 33.55}, 1500);
    Incident incident = full_attack("a");
    incident.locations = {{&base, ""}};
    incident.launches = {{&launch, "", "", ""}};
    std::deque<FeatureBatch> batches;  // what the rings below are views of
    const auto rings = [&](RingOptions::Around around, const Location* locality) {
        auto asked = options();
        asked.rings = RingOptions{{20, 7.5}, around, {}, "as typed"};
        if (locality != nullptr) asked.rings->locality = *locality;
        LayerBuilder layer_builder(asked);
        laid_out(layer_builder, incident);
        return of_layer(batches.emplace_back(finished(layer_builder)), LayerId::range_rings);
    };
    const auto about_bases = rings(RingOptions::Around::bases, nullptr);
    REQUIRE(about_bases.size() == 2);
    CHECK(value_of(about_bases[0], "label") == text("20 km from Camp Taji"));
    CHECK(value_of(about_bases[1], "label") == text("7.5 km from Camp Taji"));
    CHECK(area_km2(std::get<MultiPolygon>(about_bases[0].geometry)) ==
          Approx(400 * std::numbers::pi).epsilon(0.002));
    CHECK(value_of(about_bases[0], "incident_count") == whole(1));
    const auto about_launches = rings(RingOptions::Around::launch_sites, nullptr);
    REQUIRE(about_launches.size() == 2);
    CHECK(value_of(about_launches[0], "location") == text("Rashidiya"));
    CHECK(value_of(about_launches[0], "around") == text("launch_sites"));
    const auto about_locality = rings(RingOptions::Around::locality, &launch);
    REQUIRE(about_locality.size() == 2);
    CHECK(value_of(about_locality[0], "around") == text("as typed"));
    CHECK(value_of(about_locality[0], "incident_count") == null);
    const Location nowhere;
    CHECK(rings(RingOptions::Around::locality, &nowhere).empty());
}

TEST_CASE("Sources are told with their reports and incidents, the incidents counted once") {
    LayerBuilder layer_builder(options());
    Sources sources;
    for (const char* id : {"s1", "s2", "unused"}) {
        Source source;
        source.source_id = id;
        sources.add(source);
    }
    FeatureBatch rows;
    const auto report = [&](std::size_t source, const char* incident) {
        Report row;
        row.source = source;
        row[ReportColumn::incident_id] = incident;
        layer_builder.add_report(row, nullptr, rows);
    };
    report(0, "a");
    report(1, "a");
    report(0, "b");
    report(0, "a");
    report(Report::no_source, "a");
    const FeatureBatch last = finished(layer_builder, sources);
    const auto laid = of_layer(last, LayerId::sources);
    REQUIRE(laid.size() == 3);
    CHECK(value_of(laid[0], "report_count") == whole(3));
    CHECK(value_of(laid[0], "incident_count") == whole(2));
    CHECK(value_of(laid[1], "report_count") == whole(1));
    CHECK(value_of(laid[2], "report_count") == whole(0));
    CHECK(value_of(laid[2], "incident_count") == whole(0));
}

TEST_CASE("A date without an end in four digits has no time for the slider, and no date has none at all") {
    const Location base = named_place("Camp Taji", "military base", {44.26, 33.52}, 2000);
    Incident incident = full_attack("a");
    incident.locations = {{&base, ""}};
    incident.date = EventDate{Day{std::chrono::year{9999} / 12 / 31}, Day{std::chrono::year{9999} / 12 / 31},
                              DatePrecision::day, false};
    LayerBuilder layer_builder(options());
    CHECK(value_of(laid_out(layer_builder, incident)[0], "time_until") == null);
    incident.date.reset();
    const auto laid = laid_out(layer_builder, incident);
    for (const char* column :
         {"event_date", "date_start", "date_end", "time_from", "time_until", "time_precision"}) {
        CHECK(value_of(laid[0], column) == null);
    }
}

TEST_CASE("An area on the ellipsoid") {
    // A degree by a degree at the equator and at 60 N: areas by GeographicLib's Planimeter, edges densified.
    const auto square = [](double lat) {
        return MultiPolygon{{Polygon{{{0, lat}, {1, lat}, {1, lat + 1}, {0, lat + 1}, {0, lat}}, {}}}};
    };
    CHECK(area_km2(square(0)) == Approx(12308.78).epsilon(0.0001));
    const MultiPolygon world{{Polygon{{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}, {-180, -90}}, {}}}};
    CHECK(area_km2(world) == Approx(510065621.7).epsilon(1e-7));
    MultiPolygon with_hole = square(10);
    with_hole.polygons[0].holes.push_back({{0.2, 10.2}, {0.2, 10.4}, {0.4, 10.4}, {0.4, 10.2}, {0.2, 10.2}});
    CHECK(area_km2(with_hole) < area_km2(square(10)));
    CHECK(area_km2(with_hole) > 0.95 * area_km2(square(10)));
    CHECK(area_km2(outline(Circle{{20, 70}, 5000})) == Approx(25 * std::numbers::pi).epsilon(0.002));
    CHECK(area_km2({}) == 0);
}
