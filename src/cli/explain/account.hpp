// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/colours.hpp"
#include "stored/explanation.hpp"

namespace incidentmap {

/// One thing that is told.
struct AccountLine {
    std::string label;  ///< may be empty
    std::string text;
    bool is_quote = false;  ///< the report's own words
    bool is_link = false;   ///< an address of a publication
};

struct AccountBlock {
    std::string heading;  ///< may be empty
    std::vector<AccountLine> lines;
};

/// Every section is there, and says so where there is nothing to tell.
struct AccountSection {
    std::string title;
    std::string note;  ///< how to read it, or that there is nothing
    std::vector<AccountBlock> blocks;
};

/// An explanation in words, in the order in which it is read: what is told, who says it, where it is put and
/// why, what was set aside, who decided, how sure it is, how far, who claims and who denies, what does not
/// agree, what to check, and what all this was made from.
struct Account {
    std::string title;
    std::string summary;
    std::vector<AccountSection> sections;
};

Account account_of(const Explanation& explanation);

/// For a terminal or a text file: lines of at most 100 columns where words allow it, no control characters.
std::string to_text(const Account& account, const Colours& colours = {});

/// One page that needs nothing else: no script, no picture, nothing from any network; its policy allows its
/// own style alone. Every text is escaped; only http and https addresses become links.
std::string to_html(const Account& account);

}  // namespace incidentmap
