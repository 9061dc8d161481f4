// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "prose/clauses.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct ModalityRow {
    Modality sort;
    bool before;
    std::string_view words;
};

constexpr ModalityRow modality_rows[] = {
#include "prose/tables/modality_words.inc"
};

const WordTable& modality_words() {
    static const WordTable table(modality_rows);
    return table;
}

}  // namespace

bool takes_back(const Seen& seen, Span clause) {
    const std::span<const Token> tokens = std::span(seen.sentence->tokens).first(clause.end);
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        const auto hit = modality_words().find(tokens, i);
        if (hit && modality_rows[hit->row].sort == Modality::taken_back) return true;
    }
    return false;
}

Modality modality_of(const Seen& seen, Span clause, const Trigger& trigger) {
    const std::span<const Token> tokens = std::span(seen.sentence->tokens).first(clause.end);
    const bool dated = std::any_of(seen.times.begin(), seen.times.end(), [&](const TimeMention& time) {
        return clause.has(time.at) && !time.open &&
               (!time.date || time.date->precision == DatePrecision::day) &&
               !is_in_speech(seen, time.at.begin);
    });
    // `fighting may reach Gedaref`
    static constexpr std::array<std::string_view, 6> helpers{"may", "might", "could", "would", "will", "can"};
    if (!trigger.is_verb && trigger.at.end < clause.end && is_one_of(tokens[trigger.at.end].low, helpers))
        return Modality::possible;
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        const auto hit = modality_words().find(tokens, i);
        if (!hit) continue;
        const ModalityRow& row = modality_rows[hit->row];
        if (tokens[i].is("may") && tokens[i].capital) continue;
        if (row.before) {
            if (i > trigger.at.begin || i + 10 < trigger.at.begin) continue;
            // `was not damaged` denies the damage only; a weapon between begins something new.
            bool parted = false;
            for (std::size_t k = i + hit->size; k < trigger.at.begin; ++k)
                parted = parted ||
                         (!trigger.is_verb &&
                          (tokens[k].is("for") || tokens[k].is("over") || tokens[k].is("following"))) ||
                         tokens[k].is(",") || tokens[k].is(";") || tokens[k].is("after");
            if (parted) continue;
        }
        if (row.sort == Modality::sum && dated) continue;
        return row.sort;
    }
    return Modality::asserted;
}

const char* to_string(Modality modality) {
    switch (modality) {
        case Modality::asserted:
            break;
        case Modality::possible:
            return "only possible";
        case Modality::threatened:
            return "threatened or planned";
        case Modality::denied:
            return "denied";
        case Modality::taken_back:
            return "taken back";
        case Modality::commemorated:
            return "commemorated";
        case Modality::practised:
            return "practised or imagined";
        case Modality::accident:
            return "an accident or another matter";
        case Modality::sum:
            return "a sum over time";
    }
    return "";
}

}  // namespace incidentmap
