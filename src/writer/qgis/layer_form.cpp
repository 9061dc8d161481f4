// SPDX-License-Identifier: MIT
#include "writer/qgis/layer_form.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "core/xml_text.hpp"
#include "writer/qgis/qgis_text.hpp"

namespace incidentmap {
namespace {

using Columns = std::vector<LayerColumn>;
using Names = std::vector<std::string_view>;

/// A tab of a form and the columns on it, in no order; they keep that of their layer.
struct Tab {
    std::string_view title;
    Names columns;
};

/// A column stands on the first tab that names it; one that none names is the input's own.
const std::vector<Tab>& tabs() {
    static const std::vector<Tab> all{
        {"What",
         {"incident_id",
          "event_date",
          "date_start",
          "date_end",
          "event_type",
          "sub_event_type",
          "weapon",
          "weapon_count",
          "weapon_count_text",
          "killed_low",
          "killed_best",
          "killed_high",
          "injured_low",
          "injured_best",
          "injured_high",
          "killed",
          "injured",
          "damage",
          "attributed_to",
          "attributed_by",
          "claimed_by",
          "denied_by",
          "notes",
          "kind",
          "incident_count",
          "incident_ids",
          "label",
          "radius_km",
          "around",
          "event_date_text",
          "field",
          "sentence",
          "severity",
          "code",
          "publisher",
          "title",
          "author",
          "published",
          "language",
          "original_source",
          "section",
          "name",
          "value",
          "words",
          "decision",
          "decided_on",
          "decided_why",
          "decided_source",
          "role"}},
        {"Where", {"location",         "place",           "place_id",      "place_words",
                   "place_said_to_be", "country",         "country_code",  "admin1",
                   "admin2",           "latitude",        "longitude",     "extent_m",
                   "area_km2",         "stated_country",  "stated_admin1", "stated_admin2",
                   "coordinates_from", "coordinates_by",  "candidates",    "candidate_count",
                   "remedy",           "gazetteer_source"}},
        {"How sure",
         {"status", "geo_precision", "where_prec", "uncertainty_m", "accuracy_m", "method", "because",
          "match_score", "decided_by", "time_precision", "date_precision", "coordinates_uncertainty_m",
          "disagreement_count", "finding_count", "gazetteers"}},
        {"Launch",
         {"launch_place",
          "launch_location",
          "launch_place_id",
          "launch_words",
          "launch_country",
          "launch_admin1",
          "launch_latitude",
          "launch_longitude",
          "launch_said_to_be",
          "launch_said_by",
          "launch_disputed_by",
          "launch_uncertainty_m",
          "launch_decided_by",
          "distance_km",
          "distance_km_min",
          "distance_km_max",
          "distance_text",
          "distance_reason",
          "azimuth_deg",
          "azimuth_deg_start",
          "azimuth_deg_end",
          "back_azimuth_deg",
          "compass"}},
        {"Sources",
         {"report_count", "source_names", "source_urls", "source_id", "url", "archived_url", "archived_at",
          "report_id", "report_id_a", "source_a", "value_a", "report_id_b", "source_b", "value_b",
          "input_file", "input_row", "input_column"}},
    };
    return all;
}

/// Columns that programs need and people do not; they stay in the file.
bool is_technical(std::string_view name) {
    constexpr std::array<std::string_view, 11> technical{
        "time_from",  "time_until", "feature_id",  "location_no",     "location_count", "record",
        "finding_id", "answer_id",  "decision_id", "disagreement_id", "incident_key"};
    return std::find(technical.begin(), technical.end(), name) != technical.end();
}

bool is_named_by_a_tab(std::string_view name) {
    return std::any_of(tabs().begin(), tabs().end(), [&](const Tab& tab) {
        return std::find(tab.columns.begin(), tab.columns.end(), name) != tab.columns.end();
    });
}

/// What a report said may be corrected; what the program works out from it would be wrong by hand.
bool is_editable(LayerId layer, const LayerColumn& column) {
    if (!layer_schema(layer).geometry) return false;
    constexpr std::array<std::string_view, 15> said{
        "event_type",     "sub_event_type",     "weapon",      "damage",       "attributed_to",
        "attributed_by",  "claimed_by",         "denied_by",   "notes",        "label",
        "launch_said_by", "launch_disputed_by", "place_words", "launch_words", "location"};
    const bool is_of_input = !is_technical(column.name) && !is_named_by_a_tab(column.name);
    return is_of_input || std::find(said.begin(), said.end(), column.name) != said.end();
}

std::string option(std::string_view type, std::string_view name, std::string_view value) {
    return "<Option type=\"" + std::string(type) + "\" name=\"" + xml_text(name) + "\" value=\"" +
           xml_text(value) + "\"/>";
}

std::string value_map(const Domain& domain, bool is_number) {
    std::string list;
    for (const Domain::Entry& entry : domain.entries) {
        // A code of a scheme stays to be seen beside its words.
        const std::string words = is_number ? entry.value + ": " + entry.label : entry.label;
        list += "<Option type=\"Map\">" + option("QString", words, entry.value) + "</Option>";
    }
    return "<Option type=\"List\" name=\"map\">" + list + "</Option>";
}

std::string day_widget(bool has_time) {
    const std::string_view form = has_time ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-dd";
    return option("bool", "allow_null", "true") + option("bool", "calendar_popup", "true") +
           option("QString", "display_format", has_time ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd") +
           option("QString", "field_format", form) + option("bool", "field_iso_format", "false");
}

bool is_long(std::string_view name) {
    constexpr std::array<std::string_view, 14> long_ones{
        "because", "notes",        "damage",      "sentence",     "candidates",
        "remedy",  "source_names", "source_urls", "incident_ids", "distance_reason",
        "value",   "decided_why",  "place_words", "launch_words"};
    return std::find(long_ones.begin(), long_ones.end(), name) != long_ones.end();
}

/// QGIS takes a column that a relation leads by for a choice among the parent's rows, and asks for more.
bool leads_to_another_table(std::string_view name) { return name == "incident_id" || name == "source_id"; }

/// The row of another table that the column names: by its words, with a button that opens it.
std::string reference(const LayerRelation& relation) {
    return option("QString", "Relation", relation.id()) + option("bool", "AllowNULL", "true") +
           option("bool", "ReadOnly", "true") + option("bool", "ShowForm", "false") +
           option("bool", "ShowOpenFormButton", "true") + option("bool", "MapIdentification", "false") +
           option("bool", "OrderByValue", "false");
}

std::string widget(const LayerColumn& column, LayerId layer, const std::vector<LayerRelation>& relations) {
    std::string type = "TextEdit";
    std::string config;
    const auto named = std::find_if(relations.begin(), relations.end(), [&](const LayerRelation& relation) {
        return relation.child == layer && relation.parent == LayerId::sources &&
               relation.column == column.name;
    });
    const auto domains = layer_domains();
    const auto domain = std::find_if(domains.begin(), domains.end(),
                                     [&](const Domain& d) { return d.name == column.domain; });
    if (named != relations.end()) {
        type = "RelationReference";
        config = reference(*named);
    } else if (domain != domains.end()) {
        type = "ValueMap";
        config = value_map(*domain, column.type == ColumnType::integer);
    } else if (column.type == ColumnType::date || column.type == ColumnType::datetime) {
        type = "DateTime";
        config = day_widget(column.type == ColumnType::datetime);
    } else if (is_long(column.name)) {
        // Text is shown as text, whatever stands in it.
        config = option("bool", "IsMultiline", "true") + option("bool", "UseHtml", "false");
    } else if (!leads_to_another_table(column.name)) {
        return {};  // as QGIS does it of its own accord
    }
    return "<field name=\"" + xml_text(column.name) + "\" configurationFlags=\"None\"><editWidget type=\"" +
           type + "\"><config><Option type=\"Map\">" + config + "</Option></config></editWidget></field>";
}

std::string widgets(const Columns& columns, LayerId layer, const std::vector<LayerRelation>& relations) {
    std::string xml =
        "<fieldConfiguration><field name=\"fid\" configurationFlags=\"None\"><editWidget "
        "type=\"Hidden\"><config/>"
        "</editWidget></field>";
    for (const LayerColumn& column : columns) xml += widget(column, layer, relations);
    return xml + "</fieldConfiguration>";
}

std::string aliases(const Columns& columns) {
    std::string xml = "<aliases>";
    for (const LayerColumn& column : columns) {
        const std::string& title = column.title.empty() ? column.name : column.title;  // of the input's own
        const std::string unit = column.unit.empty() ? "" : " (" + column.unit + ")";
        xml += "<alias field=\"" + xml_text(column.name) + "\" name=\"" + xml_text(title + unit) + "\"/>";
    }
    return xml + "</aliases>";
}

std::string tab_xml(std::string_view title, const Names& names) {
    if (names.empty()) return {};
    std::string fields;
    for (std::string_view name : names)
        fields += "<attributeEditorField name=\"" + xml_text(name) + "\" showLabel=\"1\"/>";
    return "<attributeEditorContainer name=\"" + std::string(title) +
           "\" groupBox=\"0\" columnCount=\"1\" showLabel=\"1\" visibilityExpressionEnabled=\"0\" "
           "visibilityExpression=\"\">" +
           fields + "</attributeEditorContainer>";
}

/// The rows of another table that belong to the one in the form; they are looked at there, not changed.
std::string related_tab(const LayerRelation& relation) {
    std::string title = layer_schema(relation.child).name;
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    return "<attributeEditorContainer name=\"" + title +
           "\" groupBox=\"0\" columnCount=\"1\" showLabel=\"1\" visibilityExpressionEnabled=\"0\" "
           "visibilityExpression=\"\"><attributeEditorRelation name=\"" +
           relation.id() + "\" relation=\"" + relation.id() + "\" label=\"" + xml_text(relation.title) +
           "\" showLabel=\"1\" forceSuppressFormPopup=\"1\" nmRelationId=\"\" "
           "relationWidgetTypeId=\"relation_editor\"><editor_configuration type=\"Map\">" +
           option("QString", "buttons", "NoButton") + option("bool", "show_first_feature", "true") +
           "</editor_configuration></attributeEditorRelation></attributeEditorContainer>";
}

std::string form(const Columns& columns, LayerId layer, const std::vector<LayerRelation>& relations) {
    std::string xml;
    Names technical;
    Names own;
    for (const LayerColumn& column : columns) {
        if (is_technical(column.name)) {
            if (column.name != "record") technical.push_back(column.name);
        } else if (!is_named_by_a_tab(column.name)) {
            own.push_back(column.name);
        }
    }
    for (const Tab& tab : tabs()) {
        Names here;
        for (const LayerColumn& column : columns) {
            if (std::find(tab.columns.begin(), tab.columns.end(), column.name) != tab.columns.end())
                here.push_back(column.name);
        }
        xml += tab_xml(tab.title, here);
    }
    for (const LayerRelation& relation : relations) {
        if (relation.parent == layer) xml += related_tab(relation);
    }
    xml += tab_xml("The input's own", own) + tab_xml("For programs", technical);
    return "<editorlayout>tablayout</editorlayout><attributeEditorForm>" + xml + "</attributeEditorForm>";
}

/// QGIS takes what is not named for editable.
std::string editable(LayerId layer, const Columns& columns) {
    std::string xml = "<editable><field name=\"fid\" editable=\"0\"/>";
    for (const LayerColumn& column : columns) {
        if (!is_editable(layer, column))
            xml += "<field name=\"" + xml_text(column.name) + "\" editable=\"0\"/>";
    }
    return xml + "</editable>";
}

std::string table_columns(const Columns& columns, const std::string& sort) {
    std::string xml =
        "<attributetableconfig actionWidgetStyle=\"dropDown\" sortExpression=\"" + xml_text(sort) +
        "\" sortOrder=\"0\"><columns><column type=\"field\" name=\"fid\" hidden=\"1\" width=\"-1\"/>";
    for (const LayerColumn& column : columns)
        xml += "<column type=\"field\" name=\"" + xml_text(column.name) + "\" hidden=\"" +
               (is_technical(column.name) ? "1" : "0") + "\" width=\"-1\"/>";
    return xml + "<column type=\"actions\" hidden=\"1\" width=\"-1\"/></columns></attributetableconfig>";
}

/// An action of QGIS's type for addresses, which starts no program of its own. What it opens is an address of
/// the web or nothing: QGIS would open a file of that name too.
std::string action(std::string_view id, std::string_view title, const std::string& address) {
    constexpr std::string_view opens_an_address = "5";
    return "<actionsetting id=\"{" + std::string(id) + "}\" type=\"" + std::string(opens_an_address) +
           "\" name=\"" + xml_text(title) + "\" shortTitle=\"" + xml_text(title) +
           "\" icon=\"\" capture=\"0\" isEnabledOnlyWhenEditable=\"0\" notificationMessage=\"\" action=\"" +
           xml_text("[% " + qgis_text::web_address(address) + " %]") +
           "\"><actionScope id=\"Canvas\"/><actionScope id=\"Feature\"/><actionScope "
           "id=\"Field\"/></actionsetting>";
}

std::string actions(const Columns& columns) {
    const auto has = [&](std::string_view name) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const LayerColumn& c) { return c.name == name; });
    };
    std::string xml;
    if (has("url")) xml += action("5d0c9a52-6d0b-4a7e-8b7e-6f7d5a3c1e01", "Open the source", "\"url\"");
    if (has("archived_url"))
        xml += action("5d0c9a52-6d0b-4a7e-8b7e-6f7d5a3c1e02", "Open the archived copy", "\"archived_url\"");
    if (has("source_urls"))
        xml += action("5d0c9a52-6d0b-4a7e-8b7e-6f7d5a3c1e03", "Open the first source",
                      "array_first(array_filter(string_to_array(\"source_urls\", ' | '), @element <> ''))");
    return "<attributeactions>" + xml + "</attributeactions>";
}

}  // namespace

std::string layer_form(LayerId layer, const Columns& columns, const std::string& sort,
                       const std::vector<LayerRelation>& relations) {
    return widgets(columns, layer, relations) + aliases(columns) + actions(columns) +
           table_columns(columns, sort) + form(columns, layer, relations) + editable(layer, columns);
}

}  // namespace incidentmap
