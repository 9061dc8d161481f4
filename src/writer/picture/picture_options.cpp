// SPDX-License-Identifier: MIT
#include "writer/picture/picture_options.hpp"

namespace incidentmap {

std::optional<PictureFormat> picture_format(std::string_view name) {
    if (name == "svg") return PictureFormat::svg;
    if (name == "png") return PictureFormat::png;
    if (name == "pdf") return PictureFormat::pdf;
    return std::nullopt;
}

}  // namespace incidentmap
