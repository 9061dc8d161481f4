// SPDX-License-Identifier: MIT
#include "build/dependencies.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "build/duplicate_reports.hpp"
#include "gazetteer/default_gazetteers.hpp"

namespace incidentmap {

Dependencies dependencies_of(const BuildRequest& request, const std::vector<std::string>& lasting,
                             const Inputs& inputs, const DecisionTable* decisions,
                             const BuildSummary& summary) {
    Dependencies found;
    for (const WrittenFile& file : summary.written.files) found.outputs.push_back(file.path);
    for (const MapSummary& map : summary.maps) {
        for (const WrittenFile& file : map.written.files) found.outputs.push_back(file.path);
    }
    std::vector<std::string> inputs_read = lasting;
    inputs_read.insert(inputs_read.end(), inputs.source_tables().begin(), inputs.source_tables().end());
    if (decisions != nullptr) inputs_read.push_back(decisions->path().string());
    const auto same = request.use_decisions ? duplicates_path(lasting, request.same) : std::nullopt;
    if (same) inputs_read.push_back(same->string());
    for (const std::string& path : {request.weapon_ranges, request.boundaries}) {
        if (!path.empty()) inputs_read.push_back(path);
    }
    for (const std::string& path : asked_gazetteers(request.gazetteers)) inputs_read.push_back(path);
    for (std::string& path : inputs_read) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored)) found.inputs.push_back(std::move(path));
    }
    return found;
}

}  // namespace incidentmap
