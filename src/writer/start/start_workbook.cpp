// SPDX-License-Identifier: MIT
#include "writer/start/start_workbook.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/xml_text.hpp"
#include "gazetteer/country.hpp"
#include "writer/start/start_columns.hpp"
#include "writer/start/zip_text.hpp"

namespace incidentmap {
namespace {

// ECMA-376, Office Open XML, part 1, section 18 (SpreadsheetML).
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_relations = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr int last_row = 5000;  ///< so far down the drop-downs reach

/// The styles of cells, by their place in styles.xml.
enum class Style { plain = 0, text = 1, header = 2, wrapped = 3 };

std::string letters(std::size_t column) {
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

std::string cell(std::size_t column, std::size_t row, std::string_view text, Style style) {
    const std::string at = letters(column) + std::to_string(row);
    const std::string styled = "<c r=\"" + at + "\" s=\"" + std::to_string(static_cast<int>(style)) + "\"";
    if (text.empty()) return styled + "/>";
    return styled + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_text(text) + "</t></is></c>";
}

std::string row_of(std::size_t number, const std::vector<std::string>& texts, Style style) {
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < texts.size(); ++i) row += cell(i, number, texts[i], style);
    return row + "</row>";
}

std::string name_of_column(const StartColumn& column) {
    return std::string(report_columns()[static_cast<std::size_t>(column.column)].name);
}

std::vector<std::string> country_names() {
    std::vector<std::string> names;
    for (char first = 'A'; first <= 'Z'; ++first) {
        for (char second = 'A'; second <= 'Z'; ++second) {
            std::string name = country_name(std::string{first, second});
            if (!name.empty()) names.push_back(std::move(name));
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::string sheet(std::string_view before_data, const std::string& data, std::string_view after_data) {
    return std::string(declaration) + "<worksheet xmlns=\"" + std::string(main_space) + "\">" +
           std::string(before_data) + "<sheetData>" + data + "</sheetData>" + std::string(after_data) +
           "</worksheet>";
}

constexpr std::string_view frozen_header =
    "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
    "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";

std::string list_range(StartList list) {
    const auto range = [](std::string_view column, std::size_t rows) {
        const std::string letter(column);
        return "lists!$" + letter + "$1:$" + letter + "$" + std::to_string(rows);
    };
    if (list == StartList::event_types) return range("A", event_types().size());
    if (list == StartList::sub_event_types) return range("B", sub_event_types().size());
    return range("C", country_names().size());
}

/// What belongs into the cells of a column, told beside the cell; a drop-down where there is a list, in which
/// other words may stand too.
std::string validation(std::size_t index, const StartColumn& column) {
    const std::string cells = letters(index) + "2:" + letters(index) + std::to_string(last_row);
    const bool has_list = column.list != StartList::none;
    return std::string("<dataValidation ") + (has_list ? "type=\"list\" errorStyle=\"information\" " : "") +
           "allowBlank=\"1\" showInputMessage=\"1\" promptTitle=\"" + xml_text(name_of_column(column)) +
           "\" prompt=\"" + xml_text(column.explanation) + "\" sqref=\"" + cells + "\"" +
           (has_list ? "><formula1>" + list_range(column.list) + "</formula1></dataValidation>" : "/>");
}

std::string reports_sheet() {
    std::vector<std::string> names;
    std::vector<std::string> example;
    std::string widths = "<cols>";
    std::string validations;
    for (std::size_t i = 0; i < start_columns().size(); ++i) {
        const StartColumn& column = start_columns()[i];
        names.push_back(name_of_column(column));
        example.emplace_back(column.example);
        const std::string number = std::to_string(i + 1);
        // Texts are kept as they are typed: no date or number is made of them.
        widths += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" +
                  std::to_string(column.width) + "\" style=\"1\" customWidth=\"1\"/>";
        validations += validation(i, column);
    }
    return sheet(std::string(frozen_header) + widths + "</cols>",
                 row_of(1, names, Style::header) + row_of(2, example, Style::text),
                 "<dataValidations count=\"" + std::to_string(names.size()) + "\">" + validations +
                     "</dataValidations>");
}

std::string columns_sheet() {
    std::string rows = row_of(1, {"name", "what belongs there", "example"}, Style::header);
    std::size_t number = 1;
    for (const StartColumn& column : start_columns()) {
        rows += row_of(++number,
                       {name_of_column(column), std::string(column.explanation), std::string(column.example)},
                       Style::wrapped);
    }
    ++number;
    rows += row_of(++number, {"", "Further columns that are read where you add them:", ""}, Style::wrapped);
    for (std::size_t i = 0; i < report_column_count; ++i) {
        const bool is_there = std::any_of(
            start_columns().begin(), start_columns().end(),
            [&](const StartColumn& column) { return static_cast<std::size_t>(column.column) == i; });
        const ReportColumnInfo& info = report_columns()[i];
        if (!is_there)
            rows +=
                row_of(++number, {std::string(info.name), std::string(info.description), ""}, Style::wrapped);
    }
    rows += row_of(++number, {"", "All other columns are kept as they are, beside the map's own.", ""},
                   Style::wrapped);
    return sheet(
        std::string(frozen_header) +
            "<cols><col min=\"1\" max=\"1\" width=\"26\" customWidth=\"1\"/><col min=\"2\" max=\"2\" "
            "width=\"90\" customWidth=\"1\"/><col min=\"3\" max=\"3\" width=\"34\" "
            "customWidth=\"1\"/></cols>",
        rows, "");
}

std::string lists_sheet() {
    const std::vector<std::string> countries = country_names();
    std::string rows;
    for (std::size_t i = 0; i < std::max(countries.size(), sub_event_types().size()); ++i) {
        const auto at = [&](const auto& list) {
            return i < list.size() ? std::string(list[i]) : std::string{};
        };
        rows += row_of(i + 1, {at(event_types()), at(sub_event_types()), at(countries)}, Style::plain);
    }
    return sheet("", rows, "");
}

std::string styles() {
    return std::string(declaration) + "<styleSheet xmlns=\"" + std::string(main_space) +
           "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz "
           "val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill "
           "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders "
           "count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs "
           "count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs "
           "count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf "
           "numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf "
           "numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/><xf "
           "numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
           "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs></styleSheet>";
}

constexpr std::string_view sheet_names[] = {"reports", "columns", "lists"};

std::string workbook() {
    std::string sheets;
    for (std::size_t i = 0; i < std::size(sheet_names); ++i) {
        const std::string number = std::to_string(i + 1);
        sheets += "<sheet name=\"" + std::string(sheet_names[i]) + "\" sheetId=\"" + number + "\"" +
                  (sheet_names[i] == "lists" ? " state=\"hidden\"" : "") + " r:id=\"rId" + number + "\"/>";
    }
    return std::string(declaration) + "<workbook xmlns=\"" + std::string(main_space) + "\" xmlns:r=\"" +
           std::string(relations) + "\"><sheets>" + sheets + "</sheets></workbook>";
}

std::string relationship(const std::string& id, std::string_view type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + std::string(relations) + "/" + std::string(type) +
           "\" Target=\"" + target + "\"/>";
}

std::string relationships(const std::string& all) {
    return std::string(declaration) + "<Relationships xmlns=\"" + std::string(package_relations) + "\">" +
           all + "</Relationships>";
}

std::string content_types() {
    const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const auto part = [&](const std::string& name, const std::string& kind) {
        return "<Override PartName=\"/xl/" + name + "\" ContentType=\"" + type + kind + "+xml\"/>";
    };
    return std::string(declaration) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
           "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
           part("workbook.xml", "sheet.main") + part("worksheets/sheet1.xml", "worksheet") +
           part("worksheets/sheet2.xml", "worksheet") + part("worksheets/sheet3.xml", "worksheet") +
           part("styles.xml", "styles") + "</Types>";
}

}  // namespace

std::string start_workbook() {
    const ZipEntry entries[] = {
        {"[Content_Types].xml", content_types()},
        {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml", workbook()},
        {"xl/_rels/workbook.xml.rels",
         relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                       relationship("rId2", "worksheet", "worksheets/sheet2.xml") +
                       relationship("rId3", "worksheet", "worksheets/sheet3.xml") +
                       relationship("rId4", "styles", "styles.xml"))},
        {"xl/styles.xml", styles()},
        {"xl/worksheets/sheet1.xml", reports_sheet()},
        {"xl/worksheets/sheet2.xml", columns_sheet()},
        {"xl/worksheets/sheet3.xml", lists_sheet()},
    };
    return zip_of(entries);
}

std::string start_readme() {
    return "# Reports and their map\n"
           "\n"
           "`reports.xlsx` is the table: one row is what one source says of one incident. Its first row is a "
           "made-up\n"
           "example; write over it. A cell tells what belongs there when you choose it, and the sheet "
           "`columns` "
           "has the\n"
           "same to read. Only `place` (or `latitude` and `longitude`) is required: what a report does not "
           "say is "
           "an\n"
           "empty cell.\n"
           "\n"
           "What does not add up, row by row:\n"
           "\n"
           "    incidentmap check reports.xlsx\n"
           "\n"
           "The map, as `map/reports.gpkg` and `map/reports.qgz` for QGIS:\n"
           "\n"
           "    incidentmap build reports.xlsx -o map\n"
           "\n"
           "Places in doubt are listed in `reports.decisions.csv` beside the table: decide there, and build "
           "again.\n"
           "Correct the table and build again as often as you like.\n";
}

}  // namespace incidentmap
