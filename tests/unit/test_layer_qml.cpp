// SPDX-License-Identifier: MIT
/// The styles in which QGIS opens the layers.
#include <cstdlib>
#include <set>
#include <string>

#include "catch.hpp"
#include "geopackage_tools.hpp"
#include "layer/incident_style.hpp"
#include "scratch.hpp"
#include "writer/qgis/layer_qml.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

std::string qml_of(LayerId layer, const std::vector<std::string>& extra = {}) {
    return layer_qml(layer, columns_with_extra(layer, extra));
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST_CASE("each layer's style is well-formed XML, also with hostile columns of the input's own") {
    if (!has_program("python3")) {
        WARN("skipped: no python3");
        return;
    }
    const Scratch folder;
    for (LayerId layer : all_layers) {
        const std::string file =
            folder.file("style.qml", qml_of(layer, {"<script>alert(1)</script>", "a \"b\" & 'c'", "Hewlêr"}));
        const auto read =
            run_program("python3 -c 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])' '" + file + "'");
        INFO(layer_schema(layer).name << ": " << read.output);
        CHECK(read.exit_code == 0);
    }
}

TEST_CASE("every attack has a symbol, whatever its type, and no two types share colour and shape") {
    const std::string qml = qml_of(LayerId::attacks);
    CHECK(count_of(qml, "<category ") == incident_styles().size());
    CHECK_THAT(qml,
               Contains("value=\"\" label=\"Attack of another type, or not stated\""));  // all other values
    CHECK_THAT(qml, Contains("type=\"pointDisplacement\""));
    std::set<std::pair<std::uint32_t, Symbol>> looks;
    for (const IncidentStyle& style : incident_styles()) looks.insert({style.rgb, style.symbol});
    CHECK(looks.size() == incident_styles().size());
    CHECK(incident_style("Air/drone strike").symbol == Symbol::diamond);
    CHECK(incident_style("something new").sub_event_type.empty());
}

TEST_CASE("what nobody has confirmed is hollow in every layer of incidents") {
    for (LayerId layer : {LayerId::attacks, LayerId::other_incidents, LayerId::launch_sites})
        CHECK_THAT(qml_of(layer), Contains("CASE WHEN &quot;draft&quot; IS NOT NULL THEN"));
    CHECK_THAT(qml_of(LayerId::attack_areas), Contains("label=\"A draft that nobody has confirmed\""));
}

TEST_CASE("columns have their titles with units, and dated layers their time") {
    const std::string attacks = qml_of(LayerId::attacks, {"My own"});
    CHECK_THAT(attacks, Contains("<alias field=\"distance_km\" name=\"Distance from launch (km)\"/>"));
    CHECK_THAT(attacks, Contains("name=\"My own\""));
    for (LayerId layer : {LayerId::attacks, LayerId::attack_areas, LayerId::other_incidents,
                          LayerId::launch_sites, LayerId::launch_to_target, LayerId::uncertainty})
        CHECK_THAT(qml_of(layer),
                   Contains("<temporal enabled=\"1\" mode=\"2\" limitMode=\"0\" startField=\"time_from\""));
    CHECK_THAT(qml_of(LayerId::bases), Contains("<temporal enabled=\"0\""));
}

TEST_CASE("a launch line and a launch place say what they are and according to whom") {
    CHECK_THAT(qml_of(LayerId::launch_to_target),
               Contains("label=\"Straight line between reported places, not a flight path\"") &&
                   Contains("name=\"use_custom_dash\" value=\"1\"") &&
                   Contains("launch_decided_by&quot; IS NOT NULL"));
    CHECK_THAT(qml_of(LayerId::launch_sites), Contains("Reported launch place (according to "));
}

TEST_CASE("a map tip holds the data as text, never as markup") {
    for (LayerId layer : all_layers) {
        const std::string qml = qml_of(layer);
        const auto begin = qml.find("<mapTip");
        if (begin == std::string::npos) continue;
        const std::string tip = qml.substr(begin, qml.find("</mapTip>") - begin);
        CHECK(count_of(tip, "[%") > 0);
        CHECK(count_of(tip, "&amp;amp;") >= count_of(tip, "[%"));
    }
}

TEST_CASE("incidents at one place stand around it or are counted, and many are counted first") {
    const auto columns = columns_with_extra(LayerId::attacks, {});
    const auto few = layer_styles(LayerId::attacks, columns, 20);
    REQUIRE(few.size() == 2);
    CHECK_THAT(few[0].qml, Contains("type=\"pointDisplacement\""));
    CHECK(few[1].name == "Cluster");
    CHECK_THAT(few[1].qml, Contains("type=\"pointCluster\"") && Contains("@cluster_size"));
    const auto many = layer_styles(LayerId::attacks, columns, 20'000);
    CHECK(many[0].name == "Cluster");
    CHECK(many[0].qml == layer_qml(LayerId::attacks, columns, 20'000));
    CHECK(layer_styles(LayerId::bases, columns_with_extra(LayerId::bases, {}), 20'000).size() == 1);
}

TEST_CASE("labels of twenty incidents show from afar, those of twenty thousand from near") {
    const auto columns = columns_with_extra(LayerId::attacks, {});
    CHECK_THAT(layer_qml(LayerId::attacks, columns, 20), Contains("scaleMax=\"12000000\""));
    CHECK_THAT(layer_qml(LayerId::attacks, columns, 20'000), Contains("scaleMax=\"130000\""));
}

TEST_CASE(
    "forms have tabs, closed lists their words, days a calendar, and what the program made is read-only") {
    const std::string qml = qml_of(LayerId::attacks, {"My own"});
    for (const char* tab :
         {"What", "Where", "How sure", "Launch", "Sources", "The input's own", "For programs"})
        CHECK_THAT(qml, Contains("<attributeEditorContainer name=\"" + std::string(tab) + "\""));
    CHECK_THAT(qml,
               Contains("<field name=\"status\" configurationFlags=\"None\"><editWidget type=\"ValueMap\""));
    CHECK_THAT(qml, Contains("name=\"1: The exact place\" value=\"1\""));
    CHECK_THAT(
        qml,
        Contains("<field name=\"date_start\" configurationFlags=\"None\"><editWidget type=\"DateTime\""));
    CHECK_THAT(qml, Contains("<field name=\"match_score\" editable=\"0\"/>"));
    CHECK_THAT(qml, !Contains("<field name=\"notes\" editable"));
    CHECK_THAT(qml, !Contains("<field name=\"My own\" editable"));
    CHECK_THAT(qml, Contains("name=\"time_from\" hidden=\"1\""));
}

TEST_CASE("every column of every layer stands on one tab") {
    for (LayerId layer : all_layers) {
        const std::string qml = qml_of(layer);
        for (const LayerColumn& column : layer_schema(layer).columns) {
            INFO(layer_schema(layer).name << "." << column.name);
            CHECK(count_of(qml, "<attributeEditorField name=\"" + column.name + "\"") ==
                  (column.name == "record" ? 0 : 1));
        }
    }
}

TEST_CASE("no column of ours is taken for one of the input's own") {
    for (LayerId layer : all_layers) {
        INFO(layer_schema(layer).name);
        CHECK(count_of(qml_of(layer), "The input&apos;s own") + count_of(qml_of(layer), "The input's own") ==
              0);
    }
}

TEST_CASE("an action opens an address of the web only, and starts no program") {
    const std::string qml = qml_of(LayerId::sources);
    CHECK(count_of(qml, "<actionsetting ") == 2);
    CHECK(count_of(qml, " type=\"5\" name=\"Open ") == 2);
    CHECK(count_of(qml, "regexp_match(") >= 2);
}
