// SPDX-License-Identifier: MIT
#include "writer/qgis/signed_style.hpp"

#include "core/hash.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view before = "<!-- incidentmap ";
constexpr std::string_view after = " -->\n";

std::string signature_of(std::string_view qml) {
    return std::string(before) + short_hex(hash128(qml)) + std::string(after);
}

}  // namespace

std::string signed_style(const std::string& qml) { return qml + signature_of(qml); }

bool is_own_style(std::string_view qml) {
    const auto begin = qml.rfind(before);
    return begin != std::string_view::npos && qml.substr(begin) == signature_of(qml.substr(0, begin));
}

}  // namespace incidentmap
