// SPDX-License-Identifier: MIT
#include "cli/version_text.hpp"

#include <exception>

#include "build/versions.hpp"
#include "gazetteer/default_gazetteers.hpp"
#include "writer/picture/canvas.hpp"

namespace incidentmap {

std::string version_text() {
    std::string text;
    for (const auto& [name, number] : versions()) text += name + " " + number + "\n";
    const auto drawn_with = picture_versions();
    for (const auto& [name, number] : drawn_with) text += name + " " + number + "\n";
    if (drawn_with.empty()) text += "built without pictures (no Cairo and Pango)\n";
    for (const std::string& path : default_gazetteers()) {
        try {
            const Gazetteer gazetteer = Gazetteer::open(path);
            text += "gazetteer " + gazetteer.name() + " " + gazetteer.fingerprint().substr(0, 16) + "\n";
        } catch (const std::exception& error) {
            text += std::string("gazetteer: ") + error.what() + "\n";
        }
    }
    text.pop_back();
    return text;
}

}  // namespace incidentmap
