// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "stored/build_file.hpp"
#include "stored/difference.hpp"

namespace incidentmap {

/// An entry of the table `build` that differs; empty where one of the builds has none.
struct BuildChange {
    std::string section;
    std::string name;
    std::string was;
    std::string is;
};

/// Finds what made an incident differ between two builds: its reports, the decisions that they meet and what
/// each of their localities came to are compared, and where only one thing differs, that was it.
class Causes {
  public:
    /// Both must outlive it.
    Causes(BuildFile& was, BuildFile& is);

    /// What differs in the two tables `build` but counts and the build id, in the order of the new one.
    const std::vector<BuildChange>& build_changes() const { return m_changes; }

    /// `input`, `decision`, `gazetteer`, `program`, `options`, in this order; none where it cannot be told.
    /// One of the incidents may be null.
    std::vector<std::string> of(const StoredIncident* was, const StoredIncident* is);

  private:
    void compare_reports(const StoredIncident& was, const StoredIncident& is, std::set<std::string>& causes);
    void compare_localities(const StoredRow& was, const StoredRow& is, std::set<std::string>& causes);
    void went_elsewhere(const StoredRow& report, std::set<std::string>& causes) const;
    void of_one_side(const StoredIncident& incident, BuildFile& other, std::set<std::string>& causes);
    void answered_otherwise(bool other_gazetteers, std::set<std::string>& causes) const;
    bool is_decisions(const std::string& file);

    BuildFile& m_was;
    BuildFile& m_is;
    std::vector<BuildChange> m_changes;
    std::map<std::string, std::string>
        m_merged;          ///< reports that either build merged, and what made it do so
    bool m_input = false;  ///< an input other than the decisions differs
    bool m_gazetteer = false;
    bool m_program = false;
    bool m_options = false;
};

}  // namespace incidentmap
