// SPDX-License-Identifier: MIT
#include "table/workbook.hpp"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <string_view>

namespace incidentmap {
namespace {

constexpr std::size_t largest_part = 16 * 1024 * 1024;  ///< of the small parts; a sheet is read in pieces

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, CloseFile>;

struct DestroyXml {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
using Xml = std::unique_ptr<CPLXMLNode, DestroyXml>;

File open_part(const std::string& path, const std::string& part) {
    return File(VSIFOpenL(("/vsizip/{" + path + "}/" + part).c_str(), "rb"));
}

Xml read_xml(const std::string& path, const std::string& part) {
    const File file = open_part(path, part);
    if (!file) return nullptr;
    std::string text(largest_part, '\0');
    text.resize(VSIFReadL(text.data(), 1, text.size(), file.get()));
    Xml xml(CPLParseXMLString(text.c_str()));
    if (xml) CPLStripXMLNamespace(xml.get(), nullptr, TRUE);
    return xml;
}

/// The children of that name below an element of the whole text.
std::vector<const CPLXMLNode*> children(const CPLXMLNode* root, const char* element, std::string_view name) {
    std::vector<const CPLXMLNode*> found;
    const CPLXMLNode* parent = CPLSearchXMLNode(const_cast<CPLXMLNode*>(root), element);
    for (const CPLXMLNode* child = parent == nullptr ? nullptr : parent->psChild; child != nullptr;
         child = child->psNext) {
        if (child->eType == CXT_Element && name == child->pszValue) found.push_back(child);
    }
    return found;
}

std::string attribute(const CPLXMLNode* node, const char* name) {
    return CPLGetXMLValue(const_cast<CPLXMLNode*>(node), name, "");
}

/// `B2` is row 2, column 2.
std::pair<std::int64_t, std::int64_t> cell_at(std::string_view reference) {
    std::int64_t row = 0;
    std::int64_t column = 0;
    for (const char c : reference) {
        if (c >= 'A' && c <= 'Z' && column < 100'000) column = column * 26 + (c - 'A' + 1);
        if (c >= '0' && c <= '9' && row < 100'000'000) row = row * 10 + (c - '0');
    }
    return {row, column};
}

/// The value of an attribute of a tag; empty where it has none of that name.
std::string_view value_of(std::string_view tag, std::string_view name) {
    const std::string opening = " " + std::string(name) + "=\"";
    const std::size_t at = tag.find(opening);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = tag.substr(at + opening.size());
    return rest.substr(0, rest.find('"'));
}

/// The text of all runs `<t>…</t>` one behind the other. \param count how many they are
std::string text_of_runs(std::string_view cell, std::size_t& count) {
    std::string text;
    for (std::size_t at = cell.find("<t"); at != std::string_view::npos; at = cell.find("<t", at + 1)) {
        if (at + 2 >= cell.size() || (cell[at + 2] != '>' && cell[at + 2] != ' ')) continue;
        const std::size_t from = cell.find('>', at);
        const std::size_t to = cell.find("</t>", at);
        if (from == std::string_view::npos || to == std::string_view::npos || to < from) continue;
        const std::string escaped(cell.substr(from + 1, to - from - 1));
        char* plain = CPLUnescapeString(escaped.c_str(), nullptr, CPLES_XML);
        text += plain;
        CPLFree(plain);
        ++count;
    }
    return text;
}

void take_merged(std::string_view tag, std::vector<MergedCells>& merged) {
    constexpr std::size_t most = 100'000;
    const std::string_view range = value_of(tag, "ref");
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos || merged.size() >= most) return;
    const auto [first_row, first_column] = cell_at(range.substr(0, colon));
    const auto [last_row, last_column] = cell_at(range.substr(colon + 1));
    merged.push_back({first_row, last_row, first_column, last_column});
}

/// \param element from its tag on. False where its end is not read yet
bool take_rich(std::string_view tag, std::string_view element, std::vector<RichCell>& rich) {
    constexpr std::size_t most = 1'000'000;
    if (value_of(tag, "t") != "inlineStr" || tag.ends_with('/')) return true;
    const std::size_t end = element.find("</c>");
    if (end == std::string_view::npos) return false;
    std::size_t runs = 0;
    const std::string text = text_of_runs(element.substr(0, end), runs);
    if (runs < 2 || rich.size() >= most) return true;
    const auto [row, column] = cell_at(value_of(tag, "r"));
    rich.push_back({row, column, text});
    return true;
}

}  // namespace

const WorkbookSheet* Workbook::sheet(const std::string& name) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const WorkbookSheet& s) { return s.name == name; });
    return found == sheets.end() ? nullptr : &*found;
}

Workbook read_workbook(const std::string& path) {
    Workbook workbook;
    const Xml xml = read_xml(path, "xl/workbook.xml");
    if (!xml) return workbook;
    const CPLXMLNode* properties = CPLSearchXMLNode(xml.get(), "=workbookPr");
    if (properties == nullptr) properties = CPLSearchXMLNode(xml.get(), "workbookPr");
    const std::string since_1904 = properties == nullptr ? "" : attribute(properties, "date1904");
    workbook.counts_from_1904 = since_1904 == "1" || since_1904 == "true";
    std::map<std::string, std::string> parts;
    if (const Xml relations = read_xml(path, "xl/_rels/workbook.xml.rels")) {
        for (const CPLXMLNode* relation : children(relations.get(), "=Relationships", "Relationship")) {
            const std::string target = attribute(relation, "Target");
            parts[attribute(relation, "Id")] = target.starts_with("/") ? target.substr(1) : "xl/" + target;
        }
    }
    for (const CPLXMLNode* sheet : children(xml.get(), "=sheets", "sheet")) {
        const std::string state = attribute(sheet, "state");
        workbook.sheets.push_back({attribute(sheet, "name"), state == "hidden" || state == "veryHidden",
                                   parts[attribute(sheet, "id")]});
    }
    return workbook;
}

SheetCells read_sheet_cells(const std::string& path, const std::string& part) {
    constexpr std::string_view merge = "<mergeCell ";
    constexpr std::string_view cell = "<c ";
    constexpr std::size_t largest_element = 8 * 1024 * 1024;  ///< a larger one is passed over
    SheetCells cells;
    const File file = part.empty() ? File{} : open_part(path, part);
    if (!file) return cells;
    std::string buffer;
    std::string piece(1 << 20, '\0');
    while (const std::size_t got = VSIFReadL(piece.data(), 1, piece.size(), file.get())) {
        buffer.append(piece, 0, got);
        std::size_t at = buffer.find('<');
        for (; at != std::string::npos; at = buffer.find('<', at + 1)) {
            const std::string_view element = std::string_view(buffer).substr(at);
            if (element.size() < merge.size()) break;
            const bool is_merge = element.starts_with(merge);
            if (!is_merge && !element.starts_with(cell)) continue;
            const std::size_t end = element.find('>');
            const std::string_view tag = element.substr(0, end);
            const bool is_whole =
                end != std::string_view::npos && (is_merge || take_rich(tag, element, cells.rich));
            if (is_whole && is_merge) take_merged(tag, cells.merged);
            if (!is_whole && element.size() < largest_element) break;
        }
        // What may be the beginning of one stays for the next piece.
        buffer.erase(0, at == std::string::npos ? buffer.size() : at);
    }
    return cells;
}

std::string days_since_1904(const std::string& cell) {
    constexpr int days_between = 1462;
    int y = 0;
    unsigned m = 0;
    unsigned d = 0;
    int read = 0;
    if (cell.size() < 10 || std::sscanf(cell.c_str(), "%4d/%2u/%2u%n", &y, &m, &d, &read) != 3 || read != 10)
        return cell;
    const std::chrono::year_month_day date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
    if (!date.ok()) return cell;
    const std::chrono::year_month_day later{std::chrono::sys_days{date} + std::chrono::days{days_between}};
    std::array<char, 40> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "%04d/%02u/%02u", static_cast<int>(later.year()),
                      static_cast<unsigned>(later.month()), static_cast<unsigned>(later.day()));
    return std::string(buffer.data(), static_cast<std::size_t>(std::clamp(length, 0, 39))) + cell.substr(10);
}

}  // namespace incidentmap
