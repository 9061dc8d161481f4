// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "stored/build_facts.hpp"

namespace incidentmap {

/// A text of the note: our own words, which may hold Markdown, or data, which is text whatever it holds.
struct MethodsText {
    std::string text;
    bool is_data = false;
};

struct MethodsSection {
    std::string title;
    std::vector<std::string> paragraphs;  ///< our own words
    std::vector<std::string> head;        ///< of the table; empty: there is none
    std::vector<std::vector<MethodsText>> rows;
    std::vector<std::string> notes;  ///< our own words, below the table
};

/// How a map was made, for those who read it: what was read, by which rules places were found and distances
/// measured, how many of what came out, what it cannot show, and how to cite it. Every figure comes from the
/// file.
struct MethodsNote {
    MethodsText title;
    std::string build_id;
    std::vector<MethodsSection> sections;
    MethodsText cite_as;
    std::vector<MethodsText> attributions;  ///< that the sources of the gazetteers ask for
};

/// The note of a build that is written. \throws Error where the file is damaged
MethodsNote methods_of(BuildFile& build, const BuildFacts& facts);

/// As Markdown (CommonMark with tables). Data holds no markup: no HTML, link, heading or line of a table.
std::string to_markdown(const MethodsNote& note);

}  // namespace incidentmap
