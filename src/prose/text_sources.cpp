// SPDX-License-Identifier: MIT
#include "prose/text_sources.hpp"

#include <algorithm>
#include <filesystem>

#include "core/error.hpp"
#include "core/text.hpp"
#include "table/csv.hpp"

namespace incidentmap {

TextSources TextSources::read(const std::string& path) {
    CsvReader reader(path, 1);
    const auto index_of = [&](std::string_view name) {
        const auto found =
            std::find_if(reader.columns().begin(), reader.columns().end(),
                         [&](const std::string& column) { return lower_ascii(trimmed(column)) == name; });
        return static_cast<std::size_t>(found - reader.columns().begin());
    };
    const std::size_t file = index_of("text_file");
    if (file == reader.columns().size())
        throw Error{path +
                    " has no column text_file, which says of which text a source is; its columns are " +
                    joined(reader.columns(), ", ")};
    TextSources sources;
    while (const Row* row = reader.next()) {
        const auto cell = [&](std::string_view name) {
            const std::size_t at = index_of(name);
            return at < row->cells.size() ? row->cells[at] : std::string();
        };
        Source source;
        source.source_id = cell("source_id");
        source.publisher = cell("publisher");
        source.title = cell("title");
        source.published = cell("published");
        source.url = cell("url");
        const std::string name = std::filesystem::path(cell("text_file")).filename().string();
        if (!name.empty()) sources.m_by_file.emplace(name, source);
    }
    return sources;
}

const Source* TextSources::of(const std::string& text_file) const {
    const auto found = m_by_file.find(text_file);
    return found == m_by_file.end() ? nullptr : &found->second;
}

}  // namespace incidentmap
