// SPDX-License-Identifier: MIT
#include "build/public_edition.hpp"

#include <algorithm>
#include <utility>

#include "build/build_output.hpp"
#include "build/build_summary.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "geodesy/coordinates.hpp"
#include "geodesy/footprint.hpp"
#include "report/columns.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;
using Unit = Coarseness::Unit;

/// Which texts of a source tell where an incident was that is published coarser.
enum SourceText : unsigned { title_tells = 1, url_tells = 2, archived_url_tells = 4 };

/// The cells in which a report says where.
constexpr Column place_cells[] = {Column::place, Column::place_words, Column::launch_place,
                                  Column::launch_words};

bool is_a_country(const std::string& name) { return !country_code(name).empty(); }

}  // namespace

PublicEdition::PublicEdition(const BuildRequest& request, std::vector<std::string> extra_columns,
                             Resolver& resolver, const Sources& sources)
    : m_request{request},
      m_extra{std::move(extra_columns)},
      m_sources{sources},
      m_coarsening{resolver.gazetteers()} {
    m_publish = static_cast<std::size_t>(std::find_if(m_extra.begin(), m_extra.end(), is_publish_column) -
                                         m_extra.begin());
    const bool says_nothing = m_publish == m_extra.size() && request.public_as.is_exact();
    if (request.is_public && says_nothing)
        throw UsageError{
            "--public: no input has a column publish; add one, or say how coarse: --public admin1"};
    const auto is_ours = [](const std::string& name) {
        return std::any_of(report_columns().begin(), report_columns().end(),
                           [&](const ReportColumnInfo& column) { return column.name == lower_ascii(name); });
    };
    for (const std::string& name : m_extra) {
        m_extra_dropped.push_back(std::any_of(
            request.dropped.begin(), request.dropped.end(),
            [&](const std::string& dropped) { return lower_ascii(dropped) == lower_ascii(name); }));
    }
    for (const auto& [option, names] : {std::pair{"--drop", &request.dropped}, {"--keep", &request.kept}}) {
        for (const std::string& name : *names) {
            const bool is_extra = std::any_of(m_extra.begin(), m_extra.end(), [&](const std::string& extra) {
                return lower_ascii(extra) == lower_ascii(name);
            });
            if (!is_extra && !is_ours(name))
                throw UsageError{std::string(option) + " " + name + ": no input has such a column"};
        }
    }
}

std::vector<std::string> PublicEdition::extra_columns() const {
    std::vector<std::string> remaining;
    for (std::size_t i = 0; i < m_extra.size(); ++i) {
        if (!m_extra_dropped[i]) remaining.push_back(m_extra[i]);
    }
    return remaining;
}

Coarseness PublicEdition::level_of(const std::vector<Report>& reports) const {
    if (!m_request.is_public) return {};
    Coarseness level = m_request.public_as;
    for (const Report& report : reports) {
        const std::string cell = m_publish < report.extra.size() ? report.extra[m_publish] : std::string{};
        const auto read = read_coarseness(cell);
        if (!read)
            throw Error{report.file + ", row " + std::to_string(report.row) + ": publish '" +
                        shortened(cell, 60) +
                        "' is none of exact, 10km (any number of kilometres), admin2, admin1, country, no; "
                        "nothing was written"};
        level = coarser(level, *read);
    }
    return level;
}

/// Takes in all by which a place may be known, but the units that are published of it.
void PublicEdition::withhold(const Location& location, const Coarseness& level, WithheldNames& names) {
    const auto add = [&](const std::string& name) {
        if (!is_a_country(name)) names.add(name);
    };
    const auto add_with_spellings = [&](const std::string& name, const std::string& place_id) {
        add(name);
        for (const std::string& spelling : m_coarsening.spellings_of(place_id)) add(spelling);
    };
    const bool hides_province = level.unit == Unit::country;
    const bool is_kept =
        location.status == Status::coarse && m_coarsening.coarsened(location, level).name == location.name;
    if (!is_kept) {
        add(location.query);
        add_with_spellings(location.name, location.place_id);
    }
    if (level.unit >= Unit::admin1 || level.unit == Unit::grid) add(location.admin2);
    if (hides_province) add(location.admin1);
    for (const Match& match : location.alternatives) {
        const bool is_larger = match.kind == "province" || match.kind == "country" || match.kind == "region";
        if (is_larger && !hides_province) continue;
        add_with_spellings(match.name, match.place_id);
        if (!location.has_place()) m_withheld.positions.add(match.point);
    }
    if (location.status == Status::resolved) m_withheld.positions.add(location.likely);
}

void PublicEdition::withhold(const Report& report, const Coarseness& level, WithheldNames& names) {
    const auto add = [&](const std::string& cell) {
        for (const std::string& part : split_list(cell, "|")) {
            if (!is_a_country(part)) names.add(part);
        }
    };
    for (const Column column : place_cells) add(report[column]);
    for (const std::string& place : report.places) add(place);
    for (const std::string& place : report.launch_places) add(place);
    add(report[Column::place_said_to_be]);
    add(report[Column::launch_said_to_be]);
    if (level.unit >= Unit::admin1 || level.unit == Unit::grid) add(report[Column::admin2]);
    if (level.unit == Unit::country) {
        add(report[Column::admin1]);
        add(report[Column::launch_admin1]);
    }
    if (report.position) m_withheld.positions.add(report.position->position);
    if (report.launch_position) m_withheld.positions.add(report.launch_position->position);
}

void PublicEdition::publish(const Location& location, WithheldNames& names) {
    for (const std::string& name :
         {location.query, location.name, location.admin1, location.admin2, country_name(location.country)})
        names.allow(name);
    for (const std::string& spelling : m_coarsening.spellings_of(location.place_id)) names.allow(spelling);
    m_withheld.positions.allow(location.likely);
    if (location.has_place()) m_withheld.positions.allow(Geometry{outline(location.footprint)});
    if (location.status == Status::ambiguous) {
        for (const Match& match : location.alternatives) {
            names.allow(match.name);
            m_withheld.positions.allow(match.point);
        }
    }
}

void PublicEdition::publish(const Report& report) {
    for (const Column column : place_cells) {
        for (const std::string& part : split_list(report[column], "|")) m_withheld.names.allow(part);
    }
    for (const Column column : {Column::admin1, Column::admin2, Column::country, Column::launch_admin1})
        m_withheld.names.allow(report[column]);
    if (report.position) m_withheld.positions.allow(report.position->position);
    if (report.launch_position) m_withheld.positions.allow(report.launch_position->position);
}

/// The unit or the cell that stands in a place's stead.
void PublicEdition::publish_area(const Location& area, WithheldNames& names) {
    if (!area.has_place()) return;
    for (const std::string& name : {area.name, area.admin1, country_name(area.country)}) names.allow(name);
    for (const std::string& spelling : m_coarsening.spellings_of(area.place_id)) names.allow(spelling);
    m_withheld.positions.allow(area.likely);
    m_withheld.positions.allow(Geometry{outline(area.footprint)});
}

void PublicEdition::learn_sources(const std::vector<Report>& reports, const WithheldNames& own) {
    for (const Report& report : reports) {
        std::vector<std::size_t> indexes = report.further_sources;
        if (report.source != Report::no_source) indexes.push_back(report.source);
        for (const std::size_t index : indexes) {
            const Source& source = m_sources.all()[index];
            unsigned& hides = m_source_hides[index];
            if (own.may_tell(source.title)) hides |= title_tells;
            if (own.may_tell(source.url)) hides |= url_tells;
            if (own.may_tell(source.archived_url)) hides |= archived_url_tells;
            // Its id may be made of what it hides.
            if (hides != 0 || own.may_tell(source.source_id)) m_source_ids.new_for(source.source_id);
        }
    }
}

void PublicEdition::learn(const Incident& incident, const std::vector<Report>& reports) {
    const Coarseness level = level_of(reports);
    std::vector<const Location*> all = incident.own_locations;
    for (const IncidentLocation& place : incident.locations) all.push_back(place.location);
    for (const LaunchSite& launch : incident.launches) all.push_back(launch.location);
    std::erase(all, nullptr);
    if (level.is_exact()) {
        for (const Location* location : all) publish(*location, m_withheld.names);
        for (const Report& report : reports) publish(report);
        return;
    }
    m_limits.has_towns = false;
    if (level.unit == Unit::country) m_limits.has_provinces = false;
    m_own.clear();
    std::vector<Location> areas;
    for (const Location* location : all) {
        const Location& area = areas.emplace_back(m_coarsening.coarsened(*location, level));
        // A stretch of a border, or a part of a country, is known by its country alone.
        if (area.admin1.empty() && area.kind != "province") m_limits.has_provinces = false;
    }
    for (WithheldNames* names : {&m_withheld.names, &m_own}) {
        for (const Location* location : all) withhold(*location, level, *names);
        for (const Report& report : reports) withhold(report, level, *names);
        for (const Location& area : areas) publish_area(area, *names);
    }
    learn_sources(reports, m_own);
}

bool PublicEdition::may_tell(std::string_view text) const {
    if (m_own.may_tell(text) || !m_withheld.names.found_in(text).empty()) return true;
    if (m_withheld.positions.found_in(text)) return true;
    if (m_level.is_exact()) return false;
    // A square of MGRS, or an address of a map, among other words.
    const auto is_position = [](const std::string& word) {
        return word.size() > 5 && word.find_first_of("0123456789") != std::string::npos &&
               read_coordinates(word).has_value();
    };
    const std::vector<std::string> words = split_list(text, " ");
    return read_coordinates(text).has_value() || std::any_of(words.begin(), words.end(), is_position);
}

bool PublicEdition::rewrite(Incident& incident, std::vector<Report>& reports) {
    m_level = level_of(reports);
    m_kept.clear();
    m_by_original.clear();
    m_own.clear();
    m_left_out.clear();
    drop_columns(incident, reports);
    if (!m_request.is_public) return true;
    if (m_level.is_no()) {
        ++m_left_out_count;
        return false;
    }
    if (m_level.is_exact()) {
        rewrite_exact(incident, reports);
        return true;
    }
    ++m_coarser_count;
    rewrite_coarser(incident, reports);
    return true;
}

void PublicEdition::drop_columns(Incident& incident, std::vector<Report>& reports) const {
    const auto keep = [this](std::vector<std::string>& cells) {
        std::vector<std::string> remaining;
        for (std::size_t i = 0; i < cells.size() && i < m_extra_dropped.size(); ++i) {
            if (!m_extra_dropped[i]) remaining.push_back(std::move(cells[i]));
        }
        cells = std::move(remaining);
    };
    keep(incident.extra);
    for (Report& report : reports) keep(report.extra);
    for (const std::string& name : m_request.dropped) {
        for (std::size_t i = 0; i < report_column_count; ++i) {
            if (report_columns()[i].name != lower_ascii(name)) continue;
            incident.texts[i].clear();
            for (Report& report : reports) report.cells[i].clear();
        }
    }
}

const Location* PublicEdition::kept(Location location) { return &m_kept.emplace_back(std::move(location)); }

const Location* PublicEdition::coarsened(const Location* location) {
    if (location == nullptr) return nullptr;
    const auto [known, is_new] = m_by_original.try_emplace(location);
    if (!is_new) return known->second;
    Location area = m_coarsening.coarsened(*location, m_level);
    // Places of one unit are one.
    for (const Location& other : m_kept) {
        if (other.name == area.name && other.place_id == area.place_id && other.footprint == area.footprint)
            return m_by_original[location] = &other;
    }
    return m_by_original[location] = kept(std::move(area));
}

/// An exact location without who decided, and without sentences that name what is withheld elsewhere.
const Location* PublicEdition::edited(const Location* location) {
    if (location == nullptr) return nullptr;
    const auto tells = [this](const std::string& sentence) { return may_tell(sentence); };
    const bool is_clean = location->decided_by.empty() &&
                          std::none_of(location->reasons.begin(), location->reasons.end(), tells);
    if (is_clean && location->alternatives.empty()) return location;
    const auto [known, is_new] = m_by_original.try_emplace(location);
    if (!is_new) return known->second;
    Location copy = *location;
    copy.serial = 0;
    if (!copy.decided_by.empty()) {
        copy.decided_by = the_editors;
        copy.reasons.front() = "Decided by " + std::string(the_editors) + ".";
    }
    std::erase_if(copy.reasons, tells);
    std::erase_if(copy.alternatives, [&](const Match& match) {
        return tells(match.name) || m_withheld.positions.told_by(match.point).has_value();
    });
    if (tells(copy.remedy)) copy.remedy.clear();
    return m_by_original[location] = kept(std::move(copy));
}

void PublicEdition::rewrite_exact(Incident& incident, std::vector<Report>& reports) {
    const auto tells = [this](const std::string& text) { return may_tell(text); };
    for (IncidentLocation& place : incident.locations) place.location = edited(place.location);
    for (LaunchSite& launch : incident.launches) launch.location = edited(launch.location);
    for (const Location*& own : incident.own_locations) own = edited(own);
    std::erase_if(incident.findings, [&](const Finding& finding) {
        return tells(finding.sentence) ||
               (finding.position && m_withheld.positions.told_by(*finding.position));
    });
    std::erase_if(incident.disagreements, [&](const Disagreement& difference) {
        return tells(difference.sentence) || tells(difference.value_a) || tells(difference.value_b);
    });
    rewrite_texts(incident);
    rewrite_ids(incident, reports, false);
    for (Report& report : reports) rewrite_report(report, false);
    if (!m_left_out.empty()) incident.withheld = "Left out: " + joined(m_left_out, ", ") + ".";
}

void PublicEdition::rewrite_further(Report& report) {
    Incident none;
    std::vector<Report> one{std::move(report)};
    drop_columns(none, one);
    if (m_request.is_public) {
        const bool is_coarser = !m_level.is_exact();
        rewrite_ids(none, one, is_coarser);
        rewrite_report(one.front(), is_coarser);
    }
    report = std::move(one.front());
}

Sources PublicEdition::published(const Sources& sources) {
    if (!m_request.is_public) return sources;
    Sources edited;
    m_own.clear();
    for (std::size_t i = 0; i < sources.all().size(); ++i) {
        Source source = sources.all()[i];
        const auto hidden = m_source_hides.find(i);
        const unsigned hides = hidden == m_source_hides.end() ? 0 : hidden->second;
        const auto clean = [&](std::string& text, unsigned bit) {
            if ((hides & bit) != 0 || may_tell(text)) text.clear();
        };
        clean(source.title, title_tells);
        clean(source.url, url_tells);
        clean(source.archived_url, archived_url_tells);
        source.source_id = may_tell(source.source_id) ? m_source_ids.new_for(source.source_id)
                                                      : m_source_ids.known(source.source_id);
        edited.add(std::move(source));
    }
    return edited;
}

void add_edition_rows(const PublicEdition& edition, BuildOutput& output, BuildSummary& summary) {
    summary.is_public = true;
    summary.published_coarser = edition.coarser_count();
    summary.not_published = edition.left_out_count();
    add_build_row("edition", "published coarser", std::to_string(edition.coarser_count()), output.rows());
    add_build_row("edition", "not published", std::to_string(edition.left_out_count()), output.rows());
}

}  // namespace incidentmap
