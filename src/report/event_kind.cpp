// SPDX-License-Identifier: MIT
#include "report/event_kind.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

struct Row {
    std::string_view sub_type;
    std::string_view type;
    std::string_view words;
    bool within;  ///< whether a longer text that has the words is of the kind too
};

constexpr Row rows[] = {
#include "report/tables/event_words.inc"
};

constexpr std::string_view acled_types[] = {"Battles",
                                            "Explosions/Remote violence",
                                            "Violence against civilians",
                                            "Protests",
                                            "Riots",
                                            "Strategic developments",
                                            "Other"};

/// The normal form, an apostrophe a blank: `tirs d'obus` is `tirs d obus`.
std::string plain_words(std::string_view words) {
    std::string text(words);
    for (const std::string_view sign : {"’", "'", "ʼ"}) {
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
            text.replace(at, sign.size(), " ");
    }
    return normal_form(text);
}

/// The table by phrase; the phrases also in the table's order, in which the more telling stands first.
struct Phrases {
    std::unordered_map<std::string, EventKind> by_phrase;
    std::vector<std::pair<std::string, EventKind>> in_order;
};

const Phrases& phrases() {
    static const Phrases all = [] {
        Phrases made;
        for (const Row& row : rows) {
            for (const std::string& words : split_list(row.words, ",")) {
                const EventKind kind{row.type, row.sub_type};
                std::string phrase = plain_words(words);
                if (made.by_phrase.try_emplace(phrase, kind).second && row.within)
                    made.in_order.emplace_back(std::move(phrase), kind);
            }
        }
        return made;
    }();
    return all;
}

bool holds_words(const std::string& text, const std::string& phrase) {
    for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

std::optional<EventKind> event_kind(std::string_view words) {
    const std::string_view text = trimmed(words);
    if (text.empty() || text.size() > 120) return std::nullopt;
    for (const std::string_view type : acled_types) {
        if (lower_ascii(type) == lower_ascii(text)) return EventKind{type, {}};
    }
    const std::string normal = plain_words(text);
    const Phrases& known = phrases();
    if (const auto found = known.by_phrase.find(normal); found != known.by_phrase.end()) return found->second;
    for (const auto& [phrase, kind] : known.in_order) {
        if (holds_words(normal, phrase)) return kind;
    }
    return std::nullopt;
}

bool is_attack(std::string_view type) {
    const std::string low = lower_ascii(type);
    return low != "protests" && low != "other" && low != "riots" && low != "strategic developments";
}

}  // namespace incidentmap
