// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "stored/build_file.hpp"

namespace incidentmap {

/// What the localities of reports came to by themselves, with the other places that they may mean, from the
/// table `answers` of a build. The answers of one block of incidents stand there once each.
class PageLookUps {
  public:
    explicit PageLookUps(BuildFile& build) : m_build{build} {}

    void begin_incident() { m_of_incident.clear(); }
    /// The localities of a row of `reports`.
    void add(const StoredRow& report);
    /// Appends those of the incident: `[{"report","role","words","answer"}…]`; `answer` is a key of take().
    void append(std::string& out) const;

    /// The answers met since the last call, as members of an object: `"id":{"status","name","because",
    /// "mend","alternatives":[{"name","place_id","kind","country","admin1","lon","lat","score","because"}…]}`.
    std::string take();

  private:
    struct LookUp {
        std::string report_id;
        std::string role;
        std::string words;
        std::string answer;
    };
    void add(const StoredRow& report, const char* role, std::string_view words, std::string_view country,
             std::string_view admin1, std::string_view admin2);

    /// The answer of that id as JSON; empty where the build has none.
    const std::string& answer(const std::string& id);

    BuildFile& m_build;
    std::map<std::string, std::string> m_known;  ///< by id; so many that memory stays bounded
    std::vector<LookUp> m_of_incident;
    std::set<std::string> m_met;  ///< of this block
    std::string m_answers;
};

}  // namespace incidentmap
