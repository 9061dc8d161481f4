// SPDX-License-Identifier: MIT
/// An open gazetteer's file and the look-ups that are prepared in it; for the gazetteer's own sources.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "gazetteer/gazetteer_info.hpp"
#include "gazetteer/look.hpp"
#include "gazetteer/name_hit.hpp"
#include "gazetteer/sounding_names.hpp"
#include "gazetteer/typo_index.hpp"
#include "geopackage/database.hpp"

namespace incidentmap {

/// How many columns of a row with a place and a name are of the place; then those of the name follow.
inline constexpr int place_columns = 13;

/// What would mend a file that is none of this program's gazetteers: the end of a sentence.
std::string remedy_for(const std::filesystem::path& path);

/// A name of which the columns begin at \p first.
Name read_name(const Statement& row, int first);

struct GazetteerFile {
    /// \param name as people are told it
    /// \throws Error as Gazetteer::open
    GazetteerFile(const std::filesystem::path& path, std::string name);

    /// The place and the name of the row at which by_form or by_name stands.
    NameHit hit(const Statement& row, MatchForm form);
    Place place(const Statement& row);

    /// What the table of the gazetteer and that of its sources say.
    GazetteerInfo summary();
    /// The same with kinds, countries and languages, which take a look at every place.
    GazetteerInfo info();
    std::int64_t places_in(const std::string& country);

    Database database;
    std::string name;
    std::string fingerprint;
    std::int64_t least_population = 0;

    Statement by_form;
    Statement by_name;  ///< one name by its number
    Statement by_place_id;
    Statement names_of;
    Statement points_of;
    Statement area_of;
    Statement settlement_in;

    Statement form_exactly;        ///< for alike: place, name
    Statement forms_between;       ///< form, place, name
    Statement phonetic_key_names;  ///< for alike: normal, place, name
    SoundingNames sounding_names;

    TypoIndex typos;
    Statement name_text;  ///< of a name by its number: text, phonetic key and number of the place

    /// What by_form gave for a form.
    struct RecentHits {
        std::string normal;
        std::vector<NameHit> hits;
    };
    static constexpr std::size_t most_recent_hits = 64;  ///< of one form
    std::array<RecentHits, 4> recent;
    std::size_t oldest = 0;  ///< of the recent ones
};

}  // namespace incidentmap
