// SPDX-License-Identifier: MIT
#include "locate/answers.hpp"

#include <algorithm>
#include <utility>

#include "locate/answer_record.hpp"
#include "locate/query.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_told = 20;

/// Above those of resolvers, below those of decisions.
constexpr std::uint64_t first_kept_serial = std::uint64_t{1} << 62;

bool is_same(const Location& a, const Location& b) {
    return a.status == b.status && a.place_id == b.place_id && a.likely == b.likely &&
           a.uncertainty_m == b.uncertainty_m;
}

std::string id_of(const Hash128& hash) { return "q-" + short_hex(hash); }

}  // namespace

std::string answer_id(const Query& query) { return id_of(hash128(key_of(query))); }

std::shared_ptr<const Location> Answers::answer(
    const Query& query, const std::function<std::shared_ptr<const Location>()>& look_up) {
    const Hash128 hash = hash128(key_of(query));
    const std::string id = id_of(hash);
    const auto [met, is_new] = m_met.try_emplace(hash, static_cast<std::uint32_t>(m_met.size() + 1));
    std::optional<KeptAnswer> kept = m_earlier ? m_earlier(id, query) : std::nullopt;
    std::shared_ptr<const Location> today = kept && !is_new ? nullptr : look_up();
    m_last = met->second;
    // Words that are looked at again in company have been counted.
    if (is_new && m_earlier && query.company.empty()) {
        if (kept) {
            ++m_frozen.kept;
            m_frozen.otherwise += is_same(kept->location, *today) ? 0 : 1;
        } else if (m_frozen.fresh_count++ < static_cast<std::int64_t>(most_told)) {
            m_frozen.fresh.push_back(query.words);
        }
    }
    if (!kept) {
        if (is_new) add_row(id, query, *today, m_gazetteers, to_record(*today));
        return today;
    }
    // Work done for today's answer is not done for the one that is kept.
    kept->location.serial = first_kept_serial + met->second;
    auto location = std::make_shared<const Location>(std::move(kept->location));
    if (is_new) add_row(id, query, *location, kept->gazetteers, kept->record);
    return location;
}

void Answers::add_row(const std::string& id, const Query& query, const Location& location,
                      std::string gazetteers, std::string record) {
    m_rows.push_back({id, query.words, query.country, query.admin1, query.admin2, to_string(location.status),
                      location.name, location.place_id, std::move(gazetteers), std::move(record), m_last});
}

std::vector<std::uint32_t> Answers::take_used() {
    std::vector<std::uint32_t> used = std::exchange(m_used, {});
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return used;
}

std::vector<AnswerRow> Answers::take() { return std::exchange(m_rows, {}); }

}  // namespace incidentmap
