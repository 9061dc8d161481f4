// SPDX-License-Identifier: MIT
#include "table/json_table.hpp"

#include <cpl_json.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "table/encoding.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t largest_file = std::size_t{2} << 30U;

std::string whole_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error{"cannot open " + path};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    std::string text = std::move(bytes).str();
    if (text.size() > largest_file)
        throw Error{path + " is larger than 2 GiB; make it CSV, which is read row by row"};
    if (const std::string encoding = encoding_of(text); encoding.starts_with("UTF-16")) {
        text = Decoder(encoding).decode(
            std::string_view(text).substr(text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ? 2
                                                                                                       : 0),
            true);
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

std::string text_of(const CPLJSONObject& value) {
    switch (value.GetType()) {
        case CPLJSONObject::Type::Unknown:
        case CPLJSONObject::Type::Null:
            return {};
        case CPLJSONObject::Type::Array: {
            std::vector<std::string> parts;
            const CPLJSONArray items = value.ToArray();
            for (int i = 0; i < items.Size(); ++i) {
                if (std::string part = text_of(items[i]); !part.empty()) parts.push_back(std::move(part));
            }
            return joined(parts, " | ");
        }
        case CPLJSONObject::Type::Object:
            return value.Format(CPLJSONObject::PrettyFormat::Plain);
        default:
            return value.ToString();
    }
}

using Members = std::vector<std::pair<std::string, std::string>>;

void add_members(const CPLJSONObject& object, const std::string& prefix, int depth, Members& members) {
    constexpr int deepest = 3;
    for (const CPLJSONObject& child : object.GetChildren()) {
        const std::string name = prefix + child.GetName();
        if (child.GetType() == CPLJSONObject::Type::Object && depth < deepest) {
            add_members(child, name + ".", depth + 1, members);
        } else {
            members.emplace_back(name, text_of(child));
        }
    }
}

/// The coordinates of a Point, or of a MultiPoint of one; nothing for any other.
std::optional<std::pair<std::string, std::string>> point_of(const CPLJSONObject& geometry) {
    CPLJSONArray numbers = geometry.GetArray("coordinates");
    if (geometry.GetString("type") == "MultiPoint" && numbers.Size() == 1)
        numbers = numbers[0].ToArray();
    else if (geometry.GetString("type") != "Point")
        return std::nullopt;
    if (numbers.Size() < 2) return std::nullopt;
    return std::pair{numbers[0].ToString(), numbers[1].ToString()};
}

bool has_position(const Members& members) {
    return std::any_of(members.begin(), members.end(), [](const auto& member) {
        const std::string name = lower_ascii(member.first);
        return (name == "latitude" || name == "lat") && !member.second.empty();
    });
}

/// The array itself, or the only array of objects that an object holds; empty where it is none.
CPLJSONArray records_of(const CPLJSONObject& root) {
    if (root.GetType() == CPLJSONObject::Type::Array) return root.ToArray();
    std::vector<CPLJSONArray> arrays;
    for (const CPLJSONObject& member : root.GetChildren()) {
        if (member.GetType() != CPLJSONObject::Type::Array) continue;
        CPLJSONArray array = member.ToArray();
        if (array.Size() > 0 && array[0].GetType() == CPLJSONObject::Type::Object) arrays.push_back(array);
    }
    return arrays.size() == 1 ? arrays.front() : CPLJSONArray{};
}

}  // namespace

bool JsonTable::holds_records(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string start(4096, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string::npos) return false;
    if (start[first] == '[') return true;
    // GeoJSON names its type or its features near the beginning, TopoJSON its objects.
    return start[first] == '{' && start.find("\"Feature") == std::string::npos &&
           start.find("\"features\"") == std::string::npos &&
           start.find("\"Topology\"") == std::string::npos &&
           start.find("\"coordinates\"") == std::string::npos;
}

void JsonTable::add_text(const std::string& text, std::int64_t number) {
    CPLJSONDocument document;
    const bool is_record = document.LoadMemory(text) && document.GetRoot().IsValid() &&
                           document.GetRoot().GetType() == CPLJSONObject::Type::Object;
    if (!is_record) {
        m_notes.push_back("line " + std::to_string(number) + " is no JSON record and was left out: '" +
                          shortened(text, 60) + "'");
        return;
    }
    add(document.GetRoot(), number);
}

JsonTable::JsonTable(const std::string& path, bool lines) {
    const std::string text = whole_file(path);
    if (!lines) {
        CPLJSONDocument document;
        if (!document.LoadMemory(text)) throw Error{path + " is no JSON that can be read"};
        const CPLJSONArray records = records_of(document.GetRoot());
        for (int i = 0; i < records.Size(); ++i) {
            if (records[i].GetType() == CPLJSONObject::Type::Object) add(records[i], i + 1);
        }
    } else {
        std::int64_t number = 0;
        for (std::size_t at = 0; at < text.size(); ++number) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            std::string line(trimmed(std::string_view(text).substr(at, end - at)));
            if (line.starts_with('\x1E')) line.erase(0, 1);  // RFC 8142
            if (!line.empty()) add_text(line, number + 1);
            at = end + 1;
        }
    }
    if (m_rows.empty()) throw Error{path + " holds no record: an array of objects, or an object a line"};
    for (Row& row : m_rows) row.cells.resize(m_columns.size());
}

const Row* JsonTable::next() { return m_at < m_rows.size() ? &m_rows[m_at++] : nullptr; }

void JsonTable::add(const CPLJSONObject& record, std::int64_t number) {
    Members members;
    Row row;
    row.number = number;
    const bool is_feature = record.GetString("type") == "Feature";
    add_members(is_feature ? record.GetObj("properties") : record, "", 0, members);
    if (is_feature && !has_position(members)) {
        if (const auto point = point_of(record.GetObj("geometry"))) {
            members.emplace_back("longitude", point->first);
            members.emplace_back("latitude", point->second);
        } else if (record.GetObj("geometry").GetType() == CPLJSONObject::Type::Object) {
            row.problems.push_back({"geometry-not-a-point", "",
                                    "the row's geometry is a " + record.GetObj("geometry").GetString("type") +
                                        ", not a point, and was not used; the place's name is used instead"});
        }
    }
    row.cells.resize(m_columns.size());
    for (auto& [name, cell] : members) {
        const auto [known, is_new] = m_index.try_emplace(name, m_columns.size());
        if (is_new) m_columns.push_back(name);
        if (row.cells.size() < m_columns.size()) row.cells.resize(m_columns.size());
        row.cells[known->second] = as_utf8(cell).text;
    }
    m_rows.push_back(std::move(row));
}

}  // namespace incidentmap
