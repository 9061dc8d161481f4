// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "report/source.hpp"

namespace incidentmap {

/// The sources of texts, by the names of the texts' files.
class TextSources {
  public:
    /// Reads a table of sources (CSV) with a column `text_file`. \throws Error where it cannot be read or has
    /// no such column
    static TextSources read(const std::string& path);

    /// The source of a text; null where the table has none.
    const Source* of(const std::string& text_file) const;

  private:
    std::map<std::string, Source> m_by_file;
};

}  // namespace incidentmap
