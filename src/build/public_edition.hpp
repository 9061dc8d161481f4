// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "build/build_request.hpp"
#include "build/public_ids.hpp"
#include "gazetteer/boundaries.hpp"
#include "incident/incident.hpp"
#include "locate/coarsening.hpp"
#include "locate/resolver.hpp"
#include "locate/withheld.hpp"
#include "report/source.hpp"

namespace incidentmap {

class BuildOutput;
struct BuildSummary;

/// Who decided, in an edition.
inline constexpr const char* the_editors = "the editors";

/// Makes incidents fit to publish before anything is laid out: each as coarse as its rows and the build ask,
/// and without what would say more. All incidents are learnt from first, as the notes of one may name the
/// place of another.
class PublicEdition {
  public:
    /// \param extra_columns the inputs' own; all must outlive it
    PublicEdition(const BuildRequest& request, std::vector<std::string> extra_columns, Resolver& resolver,
                  const Sources& sources);

    /// The inputs' own columns that stay.
    std::vector<std::string> extra_columns() const;

    /// Takes in what of an incident is withheld, and what is published. \throws Error where a cell `publish`
    /// is not understood
    void learn(const Incident& incident, const std::vector<Report>& reports);

    /// Rewrites an incident and its reports; what they refer to lasts until the next call. \return false
    /// where it is not published at all
    bool rewrite(Incident& incident, std::vector<Report>& reports);
    /// A further report of the incident that was rewritten last.
    void rewrite_further(Report& report);

    /// The sources as they are published, as many and in the same order.
    Sources published(const Sources& sources);

    /// What no output may hold.
    const Withheld& withheld() const { return m_withheld; }

    /// What its base map may name: no town where anything is withheld, no province where one is.
    const MapLimits& limits() const { return m_limits; }
    std::int64_t coarser_count() const { return m_coarser_count; }
    std::int64_t left_out_count() const { return m_left_out_count; }

  private:
    Coarseness level_of(const std::vector<Report>& reports) const;
    void withhold(const Location& location, const Coarseness& level, WithheldNames& names);
    void withhold(const Report& report, const Coarseness& level, WithheldNames& names);
    void publish(const Location& location, WithheldNames& names);
    void publish(const Report& report);
    void publish_area(const Location& area, WithheldNames& names);
    void learn_sources(const std::vector<Report>& reports, const WithheldNames& own);
    bool may_tell(std::string_view text) const;
    const Location* kept(Location location);
    const Location* coarsened(const Location* location);
    const Location* edited(const Location* location);
    void drop_columns(Incident& incident, std::vector<Report>& reports) const;
    void rewrite_exact(Incident& incident, std::vector<Report>& reports);
    void rewrite_coarser(Incident& incident, std::vector<Report>& reports);
    void rewrite_places(Incident& incident);
    void rewrite_texts(Incident& incident);
    void rewrite_report(Report& report, bool is_coarser);
    void rewrite_ids(Incident& incident, std::vector<Report>& reports, bool is_coarser);
    std::string source_ids_of(const std::string& ids);
    bool is_kept(std::string_view column) const;

    const BuildRequest& m_request;
    std::vector<std::string> m_extra;
    std::vector<bool> m_extra_dropped;
    std::size_t m_publish = 0;  ///< which of them says how closely a row is published
    const Sources& m_sources;
    Coarsening m_coarsening;
    Withheld m_withheld;
    std::unordered_map<std::size_t, unsigned>
        m_source_hides;  ///< which texts of a source tell, by its number
    PublicIds m_incident_ids{"incident"};
    PublicIds m_report_ids{"report"};
    PublicIds m_source_ids{"source"};
    MapLimits m_limits;
    std::int64_t m_coarser_count = 0;
    std::int64_t m_left_out_count = 0;

    // Of the incident that is being rewritten.
    Coarseness m_level;
    WithheldNames m_own;
    std::deque<Location> m_kept;
    std::unordered_map<const Location*, const Location*> m_by_original;
    std::vector<std::string> m_left_out;  ///< titles of columns
};

/// Tells how much of a build an edition holds back, in its table `build` and for people.
void add_edition_rows(const PublicEdition& edition, BuildOutput& output, BuildSummary& summary);

}  // namespace incidentmap
