// SPDX-License-Identifier: MIT
#include "prose/number_word.hpp"

#include <string_view>

#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct NumberRow {
    double value;
    bool ordinal;
    std::string_view words;
};

constexpr NumberRow number_rows[] = {
#include "prose/tables/number_words.inc"
};

const WordTable& number_words() {
    static const WordTable table(number_rows);
    return table;
}

}  // namespace

std::optional<long> number_of(const Token& token) {
    if (token.is_number()) {
        long value = 0;
        for (const char c : token.low) {
            if (c == ',') continue;
            if (c < '0' || c > '9') break;
            value = value * 10 + (c - '0');
            if (value > 100'000'000) return std::nullopt;
        }
        return value;
    }
    if (!token.is_word()) return std::nullopt;
    const auto found = number_words().find(token);
    if (!found) return std::nullopt;
    return static_cast<long>(number_rows[*found].value);
}

bool is_ordinal(const Token& token) {
    if (token.is_number())
        return token.low.ends_with("st") || token.low.ends_with("nd") || token.low.ends_with("rd") ||
               token.low.ends_with("th");
    const auto found = number_words().find(token);
    return found && number_rows[*found].ordinal;
}

}  // namespace incidentmap
