// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap::qgis_text {

// What a style says, as expressions of QGIS 3.22 and later, which QGIS evaluates for each feature. They name
// columns of the layers; what the data hold is never evaluated and never markup.

/// `about 2020-09-30`, `2020-07-24 to 2020-07-27`, `undated`
std::string date();

/// `30+ rockets`, `3 × mortar`, `rockets, number not reported`. On places after the first, which have no
/// counts, the weapon alone; null where no weapon is reported.
std::string weapon();

/// Whose word the launch place is: who is named for it, or the sources. Never null.
std::string launch_sayer();

/// An expression's value as a text of an HTML page; null stays null.
std::string html(const std::string& expression);

/// For a tip: the expression's value, as it is. It must be made of html().
std::string shown(const std::string& html_expression);

/// For a tip: a line with the words before the value, which is text; nothing where the value is null.
std::string line(const std::string& words, const std::string& expression);

/// For a tip: a line as `Attributed to X, according to Y`, for each of the parts that \p who has.
std::string attributed(const std::string& words, const std::string& who, const std::string& by);

/// For a tip: the sources' names, each a link where its address is one of the web.
std::string source_links();

/// The address itself where it is one of the web, else an empty text: no file of the machine, and no program,
/// is opened because a table names it.
std::string web_address(const std::string& expression);

}  // namespace incidentmap::qgis_text
