// SPDX-License-Identifier: MIT
#include "table/json_line.hpp"

#include <cpl_error.h>
#include <cpl_json.h>

namespace incidentmap {

std::optional<std::vector<std::pair<std::string, std::string>>> members_of_json(std::string_view line) {
    CPLJSONDocument document;
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    if (!document.LoadMemory(std::string(line)) ||
        document.GetRoot().GetType() != CPLJSONObject::Type::Object)
        return std::nullopt;
    std::vector<std::pair<std::string, std::string>> members;
    for (const CPLJSONObject& member : document.GetRoot().GetChildren()) {
        const auto type = member.GetType();
        const bool is_nothing = type == CPLJSONObject::Type::Null || type == CPLJSONObject::Type::Unknown;
        members.emplace_back(member.GetName(), is_nothing ? std::string() : member.ToString());
    }
    return members;
}

}  // namespace incidentmap
