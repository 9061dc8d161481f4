// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incidentmap {

/// The bytes of the character at the beginning of \p text where XML cannot have it, in whatever form
/// (XML 1.0, section 2.2): a control character, U+FFFE or U+FFFF; else 0.
std::size_t no_xml_at(std::string_view text);

/// The text as XML and HTML have it, inside elements and quoted attributes: `<` is `&lt;`, and so on. What
/// XML cannot have is U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace incidentmap
