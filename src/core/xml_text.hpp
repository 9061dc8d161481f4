// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// The text as XML and HTML have it, inside elements and quoted attributes: `<` is `&lt;`, and so on. A
/// control character, which XML cannot have, is U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace incidentmap
