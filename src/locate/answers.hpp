// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/hash.hpp"
#include "locate/location.hpp"

namespace incidentmap {

struct Query;

/// The id of the row of `answers` that holds what a query came to.
std::string answer_id(const Query& query);

/// What one locality came to, as a row of the table `answers`.
struct AnswerRow {
    std::string id;  ///< made from what was asked
    std::string words;
    std::string country;  ///< as stated; so are admin1 and admin2
    std::string admin1;
    std::string admin2;
    std::string status;
    std::string location;
    std::string place_id;
    std::string gazetteers;    ///< that were asked, with the beginnings of their fingerprints
    std::string record;        ///< the whole answer (answer_record.hpp)
    std::uint32_t number = 0;  ///< of the answer, in the order in which they were asked; from 1
};

/// What an earlier build was answered.
struct KeptAnswer {
    Location location;
    std::string gazetteers;  ///< as AnswerRow has them
    std::string record;
};

/// Finds what an earlier build was answered to a query with this id; nothing where it was not asked. \throws
/// Error where the answer cannot be read
using EarlierAnswers = std::function<std::optional<KeptAnswer>(const std::string& id, const Query& query)>;

/// What the localities of a build came to: kept, so that a later build can give the same answers whatever
/// became of the gazetteers since. A build is frozen where it takes its answers from an earlier one.
class Answers {
  public:
    /// \param gazetteers those that answer today, in words
    explicit Answers(std::string gazetteers) : m_gazetteers(std::move(gazetteers)) {}

    /// From now on the answers of an earlier build are given, for all that it was asked.
    void freeze(EarlierAnswers earlier) { m_earlier = std::move(earlier); }

    /// The answer to a query: the earlier build's, or \p look_up's.
    std::shared_ptr<const Location> answer(const Query& query,
                                           const std::function<std::shared_ptr<const Location>()>& look_up);

    /// The number of the answer that was given last.
    std::uint32_t last() const { return m_last; }

    /// What was answered since the last call, each query once, in the order in which they were asked.
    std::vector<AnswerRow> take();

    /// An answer was given, perhaps again. \param number as last() gave it
    void note_use(std::uint32_t number) {
        if (m_used.empty() || m_used.back() != number) m_used.push_back(number);
    }

    /// The numbers of those that were given since the last call, ascending, each once.
    std::vector<std::uint32_t> take_used();

    /// How a frozen build fared.
    struct Frozen {
        std::int64_t kept = 0;
        std::int64_t otherwise =
            0;  ///< of those kept: today's gazetteers would answer another place, or none
        std::vector<std::string> fresh;  ///< words that the earlier build was not asked; the first 20
        std::int64_t fresh_count = 0;
    };
    const Frozen& frozen() const { return m_frozen; }

  private:
    /// The answer with the number that was given last.
    void add_row(const std::string& id, const Query& query, const Location& location, std::string gazetteers,
                 std::string record);

    std::string m_gazetteers;
    EarlierAnswers m_earlier;
    std::map<Hash128, std::uint32_t> m_met;  ///< the numbers of what was asked
    std::vector<std::uint32_t> m_used;
    std::uint32_t m_last = 0;
    std::vector<AnswerRow> m_rows;
    Frozen m_frozen;
};

}  // namespace incidentmap
