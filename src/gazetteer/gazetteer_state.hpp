// SPDX-License-Identifier: MIT
/// What an open gazetteer holds; for the gazetteer's own sources.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/typo_index.hpp"
#include "geopackage/database.hpp"

namespace incidentmap {

struct Gazetteer::State {
    /// \param name as people are told it
    /// \throws Error as Gazetteer::open
    State(const std::filesystem::path& path, std::string name);

    /// The place and the name of the row at which by_form or by_name stands.
    NameHit hit(const Statement& row, MatchForm form);
    Place place(const Statement& row);

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
    Statement phonetic_key_names;  ///< normal, place, name, text

    TypoIndex typos;
    Statement name_text;  ///< of a name by its number: text, phonetic key and number of the place
};

}  // namespace incidentmap
