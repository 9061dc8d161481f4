// SPDX-License-Identifier: MIT
#include "report/source.hpp"

#include <array>
#include <filesystem>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "table/table.hpp"

namespace incidentmap {
namespace {

constexpr std::array<std::pair<std::string_view, std::string Source::*>, 10> source_columns{{
    {"source_id", &Source::source_id},
    {"publisher", &Source::publisher},
    {"title", &Source::title},
    {"author", &Source::author},
    {"published", &Source::published},
    {"url", &Source::url},
    {"archived_url", &Source::archived_url},
    {"archived_at", &Source::archived_at},
    {"language", &Source::language},
    {"original_source", &Source::original_source},
}};

/// `example.org` of `https://www.example.org/news/1`; empty where it is no address of a page.
std::string host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos || !url.starts_with("http")) return {};
    std::string_view host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#:"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return std::string(host);
}

}  // namespace

std::string source_in_words(const Source& source) {
    std::string who = source.publisher;
    if (who.empty()) who = host_of(source.url);
    if (who.empty()) who = source.source_id;
    return source.published.empty() ? who : who + ", " + source.published;
}

std::size_t Sources::add(Source source) {
    const auto [at, is_new] = m_by_id.try_emplace(source.source_id, m_sources.size());
    if (is_new) m_sources.push_back(std::move(source));
    return at->second;
}

std::optional<std::size_t> Sources::find(const std::string& source_id) const {
    const auto found = m_by_id.find(source_id);
    return found == m_by_id.end() ? std::nullopt : std::optional{found->second};
}

std::vector<Finding> Sources::read(const std::string& path, const std::string& sheet) {
    Table table = Table::open(path, {sheet, 1});
    const std::string name = std::filesystem::path(path).filename().string();
    std::vector<std::string Source::*> members;
    bool has_id = false;
    for (const std::string& column : table.columns()) {
        members.push_back(nullptr);
        for (const auto& [known, member] : source_columns) {
            if (lower_ascii(column) == known) members.back() = member;
        }
        has_id = has_id || members.back() == &Source::source_id;
    }
    if (!has_id) {
        throw Error{name + " has no column source_id; it has '" + joined(table.columns(), "', '") + "'"};
    }
    std::vector<Finding> findings;
    while (const Row* row = table.next()) {
        Source source;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (members[i] != nullptr) source.*members[i] = std::string(trimmed(row->cells[i]));
        }
        const auto tell = [&](std::string code, std::string sentence) {
            findings.push_back({std::move(code),
                                Severity::warning,
                                name,
                                row->number,
                                "source_id",
                                std::move(sentence),
                                {},
                                {}});
        };
        if (source.source_id.empty()) {
            tell("source-without-id", "the source has no source_id and was left out; give it one");
        } else if (const auto known = find(source.source_id); !known) {
            add(std::move(source));
        } else if (m_sources[*known] != source) {
            tell("source-twice",
                 "source_id '" + source.source_id + "' stands twice, and differs; the first is used");
        }
    }
    return findings;
}

}  // namespace incidentmap
