// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "locate/location.hpp"
#include "locate/phrase.hpp"
#include "locate/ranking.hpp"
#include "report/report.hpp"

namespace incidentmap {

class Answers;

/// A locality to look up, and what its report states of where it is.
struct Query {
    std::string words;
    std::string country;  ///< name or code; empty where not stated
    std::string admin1;
    std::string admin2;
    std::optional<LonLat> near;  ///< of several places that fit, the one nearest to it
    bool is_place_id = false;    ///< the words are a place id and nothing else
    std::vector<Companion>
        company{};  ///< other places of the same report, and of the incident's other reports
};

/// A text that is the same for the same companion only.
std::string key_of(const Companion& companion);

/// True for words of the form of a place id, `geonames:98182`: a word, a colon, no blank.
bool is_like_place_id(std::string_view words);

/// Finds where localities are. Each distinct query is looked up once.
class Resolver {
  public:
    /// \p gazetteers in the order in which they go before one another.
    explicit Resolver(std::vector<Gazetteer> gazetteers);

    /// The answer; it stays where it is until forget() is called.
    const Location& resolve(const Query& query);

    /// From now on all answers go through \p answers, which must outlive the resolver.
    void keep_in(Answers& answers) { m_answers = &answers; }

    /// A location from numbers, named after \p named where that lies there. It is not kept and has no serial.
    Location locate(const GivenPosition& given, const Location* named) const;

    /// Drops what was looked up, where it has grown beyond 100,000 localities; references to it end then.
    void forget_if_large();

    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;

    const std::vector<Gazetteer>& gazetteers() const { return m_gazetteers; }

  private:
    Location look_up(const Query& query);
    /// \param readings names of one place
    Location look_up_names(const Query& query, const std::vector<std::string>& readings,
                           const std::vector<std::string>& parents);
    Location from_phrase(const Query& query, const Phrase& phrase);

    std::vector<Gazetteer> m_gazetteers;
    Parents m_parents;
    std::unordered_map<std::string, std::unique_ptr<Location>> m_found;
    Answers* m_answers = nullptr;
    std::string m_key;  ///< of the query that is being asked
    std::uint64_t m_serial = 0;
};

}  // namespace incidentmap
