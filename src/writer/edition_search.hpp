// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "locate/withheld.hpp"

namespace incidentmap {

/// A finished draft, and the name that it is to have.
struct DraftFile {
    std::string name;
    std::filesystem::path path;
};

/// Looks through drafts for what an edition withholds: in texts, tables and geometries, whatever they are
/// packed in (GeoPackage, zip, the blocks of a page, the streams of a PDF), and in the files' own names.
/// \return sentences, at most twenty: `incidents.gpkg, reports.notes: the name 'taji'`; empty: nothing is
/// told. \throws Error where a draft cannot be read
std::vector<std::string> told_in(const std::vector<DraftFile>& drafts, const Withheld& withheld);

/// The same, and of texts that people give for all files: titles, notes. \throws Error, with what is told and
/// what would mend it, where something is
void refuse_told(const std::vector<DraftFile>& drafts, const std::vector<std::string>& texts,
                 const Withheld& withheld);

}  // namespace incidentmap
