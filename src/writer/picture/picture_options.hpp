// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geodesy/antimeridian.hpp"

namespace incidentmap {

enum class PictureFormat { svg, png, pdf };

/// `svg`, `png` or `pdf` of that name; nothing for another.
std::optional<PictureFormat> picture_format(std::string_view name);

/// What a picture is to be.
struct PictureOptions {
    PictureFormat format = PictureFormat::svg;
    double width = 800;  ///< pixels of 1/96 inch
    double height = 600;
    double scale = 1;            ///< PNG only: dots a pixel
    std::string date;            ///< a PDF's date, `2020-07-27T00:00:00Z`; empty: none
    std::optional<Box> frame{};  ///< what the map is to show; none: what is on it
    bool by_month = false;       ///< a small map a month, on one sheet
};

}  // namespace incidentmap
