// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "build/map_key.hpp"
#include "gazetteer/gazetteer.hpp"
#include "incident/filter.hpp"

namespace incidentmap {

/// What `--where` asks of an incident: `admin1=Nineveh,Anbar`, `killed>5`, `month<2020-07`. An incident that
/// has the values, or only some of whose possible values are asked for, may be inside.
class Condition {
  public:
    /// \param text `COLUMN=VALUE,…` with `=`, `!=`, `<`, `<=`, `>` or `>=`; a value with a comma in it stands
    /// in quotes; `COLUMN=` is what states none \param countries codes of those that are asked for: a
    /// province is looked up there \throws UsageError
    Condition(const std::string& text, std::span<const std::string> extra_columns,
              std::span<const std::string> countries, const std::vector<Gazetteer>& gazetteers);

    Verdict judge(const KeyedIncident& keyed) const;

    const MapKey& key() const { return m_key; }

  private:
    enum class Sign { equal, unequal, less, at_most, more, at_least };
    struct Literal {
        std::string text;
        std::string normal;
        std::set<std::string> names;  ///< normal forms of what is called so
        std::string country;          ///< the code, where it is one
        std::optional<double> number;
        std::optional<EventDate> date;
    };
    struct Parts {
        std::string column;
        Sign sign = Sign::equal;
        std::vector<std::string> values;
    };
    static Parts parts_of(const std::string& text);
    Condition(const Parts& parts, const std::string& text, std::span<const std::string> extra_columns,
              std::span<const std::string> countries, const std::vector<Gazetteer>& gazetteers);
    void add_names(Literal& literal, std::span<const std::string> countries,
                   const std::vector<Gazetteer>& gazetteers) const;

    Verdict judge_date(const std::optional<EventDate>& date) const;
    Verdict judge_number(double low, double high) const;
    Verdict judge_texts(const std::vector<KeyValue>& values) const;
    Verdict judge_ordered(const std::vector<KeyValue>& values) const;
    bool is_asked(const KeyValue& value) const;

    MapKey m_key;
    Sign m_sign = Sign::equal;
    std::vector<Literal> m_literals;  ///< none: what states no value
};

}  // namespace incidentmap
