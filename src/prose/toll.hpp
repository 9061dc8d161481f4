// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>

#include "prose/token.hpp"

namespace incidentmap {

/// A number of people as a report's cell has it, and the tokens that it rests on.
struct TollCount {
    std::string text;  ///< `3`, `at least 25`, `dozens`; `0` where the text says none
    Span at;
};

/// What a piece of a sentence says of people killed and injured. What it does not say is nothing; 0 only
/// where it says so.
struct Toll {
    std::optional<TollCount> killed;
    std::optional<TollCount> injured;
    Span at;  ///< from the first to the last of its words

    bool known() const { return killed || injured; }
};

/// Reads `killing two Americans and one Briton`, `nine people were killed and 23 wounded`, `no casualties`.
Toll toll_in(std::span<const Token> tokens, Span clause);

/// A number that stands at a token, with `at least` and the like before it, and where it ends: `at least
/// six`, `dozens of`, `a`. Nothing where none does.
struct Amount {
    std::string text;
    Span at;
    std::optional<long> exact;  ///< without `at least`
    bool is_article = false;    ///< `a`, `another`
};
std::optional<Amount> amount_at(std::span<const Token> tokens, std::size_t at, std::size_t end);

}  // namespace incidentmap
