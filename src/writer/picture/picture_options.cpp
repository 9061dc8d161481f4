// SPDX-License-Identifier: MIT
#include "writer/picture/picture_options.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace incidentmap {

std::optional<PictureFormat> picture_format(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, PictureFormat>, 3> formats{
        {{"svg", PictureFormat::svg}, {"png", PictureFormat::png}, {"pdf", PictureFormat::pdf}}};
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const auto& format) { return format.first == name; });
    return found == formats.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace incidentmap
