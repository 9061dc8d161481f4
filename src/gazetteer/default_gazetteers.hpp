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

/// The folder of the program that runs, without any link: from `/proc/self/exe`, or where there is no `/proc`
/// from what the system says of how it was started. Empty where neither tells.
std::filesystem::path program_folder();

/// The paths of the gazetteers that come with the program, `curated` before `world`, from the first of these
/// that has any: the folder that INCIDENTMAP_GAZETTEERS names (all of its `.gpkg` files then, in the order of
/// their names); `gazetteer` beside the program (a build), or `../share/incidentmap/gazetteer` of it (an
/// installation); \p installed_in; the data folder that the program was configured with. Never by the working
/// folder. \throws Error where INCIDENTMAP_GAZETTEERS names a folder without a gazetteer
std::vector<std::string> builtin_gazetteers(const std::filesystem::path& installed_in = {});

/// What makes the gazetteer of the world, where the program came with its tables alone and it is not made
/// yet; empty otherwise, and where INCIDENTMAP_GAZETTEERS names a folder.
std::filesystem::path setup_to_run();

/// Those that are used where none is named: the user's, then those that come with the program.
std::vector<std::string> default_gazetteers();

/// The paths of the gazetteers of `-g`, in their order; `builtin` stands for those that come with the
/// program (found as builtin_gazetteers() finds them), `user` for the user's, and no `-g` at all for the
/// default ones.
std::vector<std::string> asked_gazetteers(const std::vector<std::string>& asked,
                                          const std::filesystem::path& installed_in = {});

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
