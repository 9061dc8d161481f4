// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/hash.hpp"
#include "geopackage/database.hpp"
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
    std::string gazetteers;  ///< that were asked, with the beginnings of their fingerprints
    std::string record;      ///< the whole answer (answer_record.hpp)
};

/// A row of an earlier build's table `build`.
struct BuildEntry {
    std::string section;
    std::string name;
    std::string value;
};

/// What the localities of a build came to: kept, so that a later build can give the same answers whatever
/// became of the gazetteers since. A build is frozen where it takes its answers from an earlier one.
class Answers {
  public:
    /// \param gazetteers those that answer today, in words
    explicit Answers(std::string gazetteers) : m_gazetteers(std::move(gazetteers)) {}

    /// From now on the answers of that build are given, for all that it was asked. \throws Error where the
    /// file is not there, or is no GeoPackage of a build that kept its answers
    void freeze(const std::filesystem::path& geopackage);

    /// The answer to a query: the earlier build's, or \p look_up's.
    Location answer(const Query& query, const std::function<Location()>& look_up);

    /// What was answered since the last call, each query once, in the order in which they were asked.
    std::vector<AnswerRow> take();

    /// What the earlier build's table `build` says.
    const std::vector<BuildEntry>& earlier() const { return m_earlier; }

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
    struct Kept {
        Location location;
        std::string gazetteers;
        std::string record;
    };
    std::optional<Kept> find(const std::string& id, const Query& query);

    std::string m_gazetteers;
    std::optional<Database> m_database;
    std::optional<Statement> m_by_id;
    std::vector<BuildEntry> m_earlier;
    std::set<Hash128> m_met;
    std::vector<AnswerRow> m_rows;
    Frozen m_frozen;
};

}  // namespace incidentmap
