// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "core/date.hpp"
#include "core/finding.hpp"
#include "locate/decision_table.hpp"
#include "locate/location.hpp"
#include "locate/question.hpp"

namespace incidentmap {

class Resolver;
struct Report;

/// What people decided about localities. A decision beats the resolver, and one for a report beats one for
/// its words.
class Decisions {
  public:
    /// None.
    Decisions() = default;

    /// Those of a table. What a cell `decision` may be: the number of one of the row's own candidates, a
    /// place id, a position with a radius (`33.53, 44.27, 2 km`; without one, what its digits leave open),
    /// another locality, or `none`: not to be mapped. A row that cannot be used is a finding, and the others
    /// go on.
    Decisions(const DecisionTable& table, Resolver& resolver, DateOrder dates);

    struct Decided {
        const Location* location = nullptr;  ///< null: nobody decided
        bool for_this_report = false;        ///< the decision names the report, not only the words
    };

    /// What was decided about a locality of a report. \param found what the resolver answers, to be compared
    /// \param stated_country the country that the report states, as it does; empty where none
    Decided decide(const std::string& report_id, PlaceColumn column, const Location& found,
                   const std::string& stated_country);

    /// Whether a decision may be about a locality of the report.
    bool may_be_about(const Report& report) const;

    /// A decision that a report met, and what it comes to.
    struct Used {
        const DecisionRow& row;
        const Location& location;
    };

    /// Those that were met so far, in the order of the table.
    std::vector<Used> used() const;

    /// The name of the table.
    const std::string& file() const { return m_file; }

    bool empty() const { return m_decisions.empty() && m_findings.empty(); }

    /// What is wrong with rows of the table.
    const std::vector<Finding>& findings() const { return m_findings; }

    /// After the last report: decisions whose words no report has, those that the resolver would have
    /// answered otherwise, and those that are in another country than reports state.
    std::vector<Finding> findings_of_use() const;

  private:
    struct Decision {
        DecisionRow row;
        Location location;
        bool met = false;  ///< a report has the words, whether or not another decision went before this one
        std::int64_t otherwise = 0;         ///< reports for which the resolver answers another place
        std::string other_place{};          ///< the first of them
        std::int64_t in_other_country = 0;  ///< reports that state another country
        std::string other_country{};
    };
    void add(const DecisionRow& row, Resolver& resolver, DateOrder dates);
    std::string decided_in_words(const DecisionRow& row, DateOrder dates);
    Decision* find(const std::string& report_id, PlaceColumn column, const std::string& words);
    void tell(std::string code, Severity severity, const DecisionRow& row, std::string column,
              std::string sentence);

    std::string m_file;
    std::deque<Decision> m_decisions;
    std::unordered_map<std::string, std::size_t> m_by_key;
    std::vector<Finding> m_findings;
};

}  // namespace incidentmap
