// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "gazetteer/gazetteer.hpp"

namespace incidentmap {

/// A place that a map names.
struct NamedPlace {
    std::string_view place_id;
    std::string_view name;     ///< as people who read English write it
    std::string_view country;  ///< ISO 3166-1 alpha-2; empty where none is known or settled
    bool is_country = false;
};

/// What readers of a language call places.
class ShownNames {
  public:
    /// \param language `ar`, `fr`, `uk`, `es`; empty: English
    ShownNames(std::string_view language, std::span<const Gazetteer> gazetteers);
    ~ShownNames();
    ShownNames(const ShownNames&) = delete;
    ShownNames& operator=(const ShownNames&) = delete;

    /// Of a country, what ICU calls it. Else a name that a gazetteer has in the language; what ICU calls a
    /// town after which a time zone is named; of names without a language, one that its letters tell to be
    /// Arabic or Ukrainian, where that is spoken, and that reads like the English name: former names and
    /// those of neighbours' languages do not. Where none of these is known, the English name.
    std::string of(const NamedPlace& place) const;

  private:
    struct Words;
    std::unique_ptr<Words> m_words;  ///< null: in English all places have their names
};

}  // namespace incidentmap
