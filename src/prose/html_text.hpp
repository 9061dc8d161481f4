// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// Whether a text is HTML: by its file's ending, or because it begins as such.
bool is_html(std::string_view file, std::string_view text);

/// The words of an HTML page as plain text, a paragraph a line: what stands in `article` or `main` where the
/// page has one; without scripts, navigation, forms, asides, captions and footers. Spans of drafts count in
/// it. Ill-formed HTML is read as browsers do, as far as it goes. \throws Error where nothing can be read
std::string html_text(std::string_view html);

}  // namespace incidentmap
