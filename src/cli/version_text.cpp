// SPDX-License-Identifier: MIT
#include "cli/version_text.hpp"

#include <exception>

#include "build/versions.hpp"
#include "core/json_object.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
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

std::string version_json() {
    std::string out;
    JsonObject object(out);
    object.text("incidentmap", version());
    std::string libraries;
    JsonObject list(libraries);
    auto named = versions();
    const auto drawn_with = picture_versions();
    named.insert(named.end(), drawn_with.begin(), drawn_with.end());
    for (const auto& [name, number] : named) {
        if (name != "incidentmap") list.text(name, number);
    }
    list.end();
    object.member("libraries") += libraries;
    append_array(object.member("gazetteers"), default_gazetteers(),
                 [](std::string& to, const std::string& path) {
                     JsonObject entry(to);
                     try {
                         const Gazetteer gazetteer = Gazetteer::open(path);
                         entry.text("name", gazetteer.name());
                         entry.text("fingerprint", gazetteer.fingerprint());
                     } catch (const std::exception& error) {
                         entry.text("error", as_utf8(error.what()).text);
                     }
                     entry.text("path", as_utf8(path).text);
                     entry.end();
                 });
    object.end();
    return out;
}

}  // namespace incidentmap
