// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "writer/picture/picture_options.hpp"

namespace CLI {
class App;
}

namespace incidentmap {

/// What the options of a command say of a picture that it may write instead of words.
struct PictureRequest {
    std::string format = "text";  ///< of -f: one of the command's own, or svg, png, pdf
    std::string size = "800x600";
    double scale = 1;
    std::string output;
};

/// Adds --size, --scale. The command adds -f and -o, which mean other things to it too.
void declare_picture_options(CLI::App& app, PictureRequest& request);

/// Size and scale that are asked for. \throws UsageError where the size is none
PictureOptions sized_picture(const PictureRequest& request);

/// What picture is asked for, by -f or by how the name of -o ends; none where words are.
/// \throws UsageError where the size is none, or -f and -o do not fit
std::optional<PictureOptions> picture_options(const PictureRequest& request);

/// Writes the picture to the file asked for, whole or not at all, or to standard output.
/// \throws UsageError where it would fill a terminal with a PNG or PDF
void write_picture(const PictureRequest& request, const PictureOptions& options, const std::string& bytes);

}  // namespace incidentmap
