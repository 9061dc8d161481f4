// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/finding.hpp"

namespace incidentmap {

/// A publication.
struct Source {
    std::string source_id;
    std::string publisher;
    std::string title;
    std::string author;
    std::string published;
    std::string url;
    std::string archived_url;
    std::string archived_at;
    std::string language;
    std::string original_source;  ///< marks a reprint: the publisher or source it reprints

    friend bool operator==(const Source&, const Source&) = default;
};

/// `The Independent, 2019-12-30`; the id where neither publisher nor day is known.
std::string source_in_words(const Source& source);

/// The sources of a build, in the order in which they were first named.
class Sources {
  public:
    /// Adds the table's rows (columns by name, any order). A second row of one id is a finding and is left
    /// out. \throws Error where the table cannot be read or has no source_id.
    std::vector<Finding> read(const std::string& path, const std::string& sheet);

    /// Adds the source unless its id is known; gives the index either way.
    std::size_t add(Source source);

    /// The index of the source of that id.
    std::optional<std::size_t> find(const std::string& source_id) const;

    const std::vector<Source>& all() const { return m_sources; }

  private:
    std::vector<Source> m_sources;
    std::unordered_map<std::string, std::size_t> m_by_id;
};

}  // namespace incidentmap
