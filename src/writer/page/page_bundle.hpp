// SPDX-License-Identifier: MIT
/// The front end as script/page bundled it from web/: the build of the library puts the committed files of
/// bundle/ into these texts.
#pragma once

#include <string_view>

namespace incidentmap::page_bundle {

/// The page without its data; what stands for them is `{{name}}`.
extern const std::string_view html;
extern const std::string_view style;
extern const std::string_view script;

/// The same of the page on which drafts are reviewed.
extern const std::string_view review_html;
extern const std::string_view review_style;
extern const std::string_view review_script;

}  // namespace incidentmap::page_bundle
