// SPDX-License-Identifier: MIT
#include "writer/qgis/layer_form.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/xml_text.hpp"
#include "layer/column_table.hpp"
#include "writer/qgis/qgis_text.hpp"

namespace incidentmap {
namespace {

using Columns = std::vector<LayerColumn>;
using Names = std::vector<std::string_view>;

/// Ours by its name; nothing for one of the input's own.
const ColumnRow* row_of(const LayerColumn& column) {
    const auto known = ColumnId::named(column.name);
    return known ? &known->row() : nullptr;
}

/// Columns that programs need and people do not; they stay in the file.
bool is_technical(const LayerColumn& column) {
    const ColumnRow* row = row_of(column);
    return row != nullptr && (row->tab == FormTab::for_programs || row->tab == FormTab::nowhere);
}

bool is_editable(LayerId layer, const LayerColumn& column) {
    if (!layer_schema(layer).geometry) return false;
    const ColumnRow* row = row_of(column);
    return row == nullptr || row->edited_by == EditedBy::people;
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

bool is_long(const LayerColumn& column) {
    const ColumnRow* row = row_of(column);
    return row != nullptr && row->field == FormField::several_lines;
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
    } else if (is_long(column)) {
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
    const auto on = [&](FormTab tab) {
        Names names;
        for (const LayerColumn& column : columns) {
            const ColumnRow* row = row_of(column);
            if (row != nullptr && row->tab == tab) names.push_back(column.name);
        }
        return names;
    };
    Names own;
    for (const LayerColumn& column : columns) {
        if (row_of(column) == nullptr) own.push_back(column.name);
    }
    std::string xml = tab_xml("What", on(FormTab::what)) + tab_xml("Where", on(FormTab::where)) +
                      tab_xml("How sure", on(FormTab::how_sure)) + tab_xml("Launch", on(FormTab::launch)) +
                      tab_xml("Sources", on(FormTab::sources));
    for (const LayerRelation& relation : relations) {
        if (relation.parent == layer) xml += related_tab(relation);
    }
    xml += tab_xml("The input's own", own) + tab_xml("For programs", on(FormTab::for_programs));
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
               (is_technical(column) ? "1" : "0") + "\" width=\"-1\"/>";
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
