// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"

namespace incidentmap {

/// The folder of the user's own gazetteers: `$XDG_DATA_HOME/incidentmap/gazetteers`, or `~/.local/share/…`
/// where that is not set or not absolute, as the XDG Base Directory Specification has it. Empty where there
/// is no home either.
std::filesystem::path user_gazetteer_folder();

/// The paths of the `.gpkg` files in the user's folder, in the order of their names.
std::vector<std::string> user_gazetteers();

/// The paths of the gazetteers that come with the program, `curated` before `world`: in the folder
/// `gazetteer` beside the executable (a build), or in `../share/incidentmap/gazetteer` of it (an
/// installation); never by the working folder.
std::vector<std::string> builtin_gazetteers();

/// Those that are used where none is named: the user's, then those that come with the program.
std::vector<std::string> default_gazetteers();

/// The paths of the gazetteers of `-g`, in their order; `builtin` stands for those that come with the
/// program, `user` for the user's, and no `-g` at all for the default ones.
std::vector<std::string> asked_gazetteers(const std::vector<std::string>& asked);

/// Opens them. \throws Error where one cannot be opened, or there is none.
std::vector<Gazetteer> open_gazetteers(const std::vector<std::string>& asked);

/// `gazetteer curated 0123456789abcdef: 953 places, 8,000 names`
std::string in_words(const Gazetteer& gazetteer);

/// What `-g` takes, for help.
inline constexpr const char* gazetteer_help =
    "A gazetteer (.gpkg, or a .csv of places); may be repeated, the first counts most. builtin: those that "
    "come with "
    "the program; user: those in your data folder. Without it, user and builtin";

}  // namespace incidentmap
