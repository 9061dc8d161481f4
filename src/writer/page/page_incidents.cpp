// SPDX-License-Identifier: MIT
#include "writer/page/page_incidents.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_object.hpp"
#include "core/json_text.hpp"
#include "writer/page/page_cells.hpp"
#include "writer/page/page_columns.hpp"
#include "writer/page/page_look_ups.hpp"
#include "writer/page/shape_text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t rows_a_block = 10'000;
constexpr std::int64_t incidents_a_block = 100;

/// The layers that have rows of incidents; those that place them come first, findings last.
constexpr std::array layers_of_incidents{
    LayerId::attacks,    LayerId::attack_areas,  LayerId::other_incidents,
    LayerId::not_mapped, LayerId::launch_sites,  LayerId::launch_to_target,
    LayerId::reports,    LayerId::disagreements, LayerId::findings};

/// True for the layers whose rows are the places of an incident.
bool may_place(LayerId layer) {
    return layer == LayerId::attacks || layer == LayerId::attack_areas || layer == LayerId::other_incidents ||
           layer == LayerId::not_mapped;
}

/// `2020-07-27` as days since 1970; nothing for anything else.
std::optional<std::int64_t> day_number(std::string_view text) {
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = 0;
        const char* begin = text.data() + from;
        const auto result = std::from_chars(begin, begin + length, value);
        return result.ptr == begin + length ? std::optional(value) : std::nullopt;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number(0, 4);
    const auto month = number(5, 2);
    const auto day = number(8, 2);
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

std::optional<std::int64_t> whole(const StoredRow& row, std::string_view column) {
    const auto number = row.number(column);
    return number ? std::optional<std::int64_t>(std::llround(*number)) : std::nullopt;
}

std::optional<std::int64_t> steps_of(const StoredRow& row, std::string_view column) {
    const auto degrees = row.number(column);
    if (!degrees) return std::nullopt;
    return std::llround(*degrees * shape_steps_a_degree);
}

/// What the place of a row is called: as it was found, or else as it was told.
std::string place_of(const StoredRow& row) {
    for (const std::string_view column : {"location", "place", "place_words"}) {
        if (std::string text = row.text(column); !text.empty()) return text;
    }
    return {};
}

/// Why something is not on the map, and what would put it right.
std::string reason_of(const StoredRow& row) {
    const std::string reasons = row.text("because");
    const std::string remedy = row.text("remedy");
    return reasons.empty() || remedy.empty() ? reasons + remedy : reasons + " " + remedy;
}

/// Whom somebody holds responsible, and who claimed it.
std::string claims_of(const StoredRow& row) {
    const std::string attributed = row.text("attributed_to");
    const std::string claimed = row.text("claimed_by");
    return attributed.empty() || claimed.empty() ? attributed + claimed : attributed + " | " + claimed;
}

/// The rows of one layer in the order of incident ids.
struct LayerWalk {
    LayerId layer;
    std::optional<StoredRows> rows;
    std::optional<StoredRow> row;  ///< the one that comes next; none at the end
    std::string incident_id;       ///< of that row

    void step() {
        row = rows ? rows->next() : std::nullopt;
        incident_id = row ? row->text("incident_id") : std::string{};
    }
};

/// The one pass. Each layer's rows stand in the order of incident ids, so that those of one incident are met
/// together.
class Pass {
  public:
    Pass(BuildFile& build, const PageShapes& shapes, PageFile& page)
        : m_shapes{shapes}, m_page{page}, m_look_ups{build} {
        for (const LayerId layer : layers_of_incidents) {
            m_layers.push_back({layer, build.all(layer, "incident_id"), {}, {}});
            m_layers.back().step();
        }
    }

    void run() {
        write_findings_of_none(m_layers.back());
        for (std::string id; next_id(id);) take_incident(id);
        flush_details();
        flush_columns(m_incidents, "incidents", 0);
        flush_columns(m_spots, "spots", 0);
        flush_columns(m_launches, "launches", 0);
        flush_lines();
    }

  private:
    /// Findings about no incident stand first, as null does.
    void write_findings_of_none(LayerWalk& findings) {
        constexpr int most = 200;
        std::string rows;
        for (int count = 0; findings.row && findings.incident_id.empty(); findings.step()) {
            if (++count > most) continue;
            if (!rows.empty()) rows += ',';
            append_cells(rows, *findings.row);
        }
        m_page.late_block("findings", "{\"rows\":[" + rows + "]}");
    }

    bool next_id(std::string& id) const {
        const LayerWalk* first = nullptr;
        for (const LayerWalk& walk : m_layers) {
            if (walk.row && (first == nullptr || walk.incident_id < first->incident_id)) first = &walk;
        }
        if (first != nullptr) id = first->incident_id;
        return first != nullptr;
    }

    void take_incident(const std::string& id) {
        const std::int64_t number = m_count++;
        if (!m_details.empty()) m_details += ',';
        JsonObject details(m_details);
        details.text("id", id);
        bool is_known = false;
        m_look_ups.begin_incident();
        for (LayerWalk& walk : m_layers) {
            if (!walk.row || walk.incident_id != id) continue;
            std::string& rows = details.member(layer_schema(walk.layer).name);
            rows += '[';
            for (bool first = true; walk.row && walk.incident_id == id; walk.step()) {
                if (!first) rows += ',';
                first = false;
                append_cells(rows, *walk.row);
                if (!is_known && may_place(walk.layer)) {
                    add_incident(id, *walk.row);
                    is_known = true;
                }
                take_row(number, walk.layer, *walk.row);
            }
            rows += ']';
        }
        if (!is_known) add_incident_without_place(id);
        m_look_ups.append(details.member("look_ups"));
        details.end();
        if (m_count % incidents_a_block == 0) flush_details();
    }

    void take_row(std::int64_t incident, LayerId layer, const StoredRow& row) {
        if (may_place(layer)) add_spot(incident, layer, row);
        if (layer == LayerId::launch_sites) add_launch(incident, row);
        if (layer == LayerId::launch_to_target) add_line(incident, row);
        if (layer == LayerId::reports) m_look_ups.add(row);
    }

    void add_incident(const std::string& id, const StoredRow& row) {
        m_incidents.text(id);
        m_incidents.text(row.text("event_date"));
        m_incidents.integer(day_number(row.text("date_start")));
        m_incidents.integer(day_number(row.text("date_end")));
        m_incidents.text(row.text("event_type"));
        m_incidents.text(row.text("sub_event_type"));
        m_incidents.text(row.text("weapon"));
        m_incidents.text(claims_of(row));
        m_incidents.text(row.text("source_names"));
        m_incidents.integer(whole(row, "killed_best") ? whole(row, "killed_best") : whole(row, "killed_low"));
        m_incidents.integer(whole(row, "report_count"));
        m_incidents.integer(whole(row, "disagreement_count"));
        m_incidents.integer(whole(row, "finding_count"));
        m_incidents.integer(row.text("draft").empty() ? std::nullopt : std::optional<std::int64_t>(1));
        end_incident();
    }

    /// Findings may be about an incident that a filter left out, or that no layer holds.
    void add_incident_without_place(const std::string& id) {
        m_incidents.text(id);
        for (int i = 0; i < 13; ++i) m_incidents.integer(std::nullopt);
        end_incident();
    }

    void end_incident() {
        m_incidents.end_row();
        flush_columns(m_incidents, "incidents", rows_a_block);
    }

    void add_spot(std::int64_t incident, LayerId layer, const StoredRow& row) {
        const bool is_area = layer == LayerId::attack_areas;
        const bool is_mapped = layer != LayerId::not_mapped;
        m_spots.integer(incident);
        m_spots.integer(static_cast<std::int64_t>(layer));
        m_spots.text(place_of(row));
        m_spots.text(row.text("place_words"));
        m_spots.text(row.text("admin1"));
        m_spots.text(row.text("country"));
        m_spots.text(row.text("status"));
        m_spots.text(row.text("role"));
        m_spots.integer(steps_of(row, "longitude"));
        m_spots.integer(steps_of(row, "latitude"));
        m_spots.integer(whole(row, "uncertainty_m"));
        m_spots.integer(is_area ? m_shapes.area_of(row) : std::nullopt);
        m_spots.integer(is_mapped && !is_area ? m_shapes.footprint_of(row) : std::nullopt);
        m_spots.text(is_mapped ? std::string{} : reason_of(row));
        m_spots.end_row();
        flush_columns(m_spots, "spots", rows_a_block);
    }

    void add_launch(std::int64_t incident, const StoredRow& row) {
        m_launches.integer(incident);
        m_launches.text(row.text("location"));
        m_launches.text(row.text("launch_said_by"));
        m_launches.integer(steps_of(row, "longitude"));
        m_launches.integer(steps_of(row, "latitude"));
        m_launches.integer(m_shapes.footprint_of(row));
        m_launches.end_row();
        flush_columns(m_launches, "launches", rows_a_block);
    }

    void add_line(std::int64_t incident, const StoredRow& row) {
        if (!m_lines.empty()) m_lines += ',';
        JsonObject line(m_lines);
        line.integer("incident", incident);
        line.text("from", row.text("launch_location"));
        line.text("to", row.text("location"));
        line.text("distance", row.text("distance_text"));
        append_shape(line.member("shape"), thinned_lines(row.geometry()));
        line.end();
        if (++m_line_count >= rows_a_block) flush_lines();
    }

    static Geometry thinned_lines(Geometry geometry) {
        constexpr double tolerance_deg = 0.0005;
        if (auto* lines = std::get_if<MultiLine>(&geometry)) {
            for (Line& line : lines->lines) line = thinned(line, [](LonLat) { return tolerance_deg; });
        }
        return geometry;
    }

    void flush_details() {
        if (m_details.empty()) return;
        m_page.late_block("details",
                          "{\"incidents\":[" + m_details + "],\"answers\":{" + m_look_ups.take() + "}}");
        m_details.clear();
    }

    void flush_columns(PageColumns& columns, std::string_view kind, std::size_t least_rows) {
        if (columns.row_count() == 0 || columns.row_count() < least_rows) return;
        m_page.block(kind, [&](std::string& out) {
            out += '{';
            columns.take(out);
            out += '}';
        });
    }

    void flush_lines() {
        if (m_line_count == 0) return;
        m_page.late_block("lines", "{\"lines\":[" + m_lines + "]}");
        m_lines.clear();
        m_line_count = 0;
    }

    const PageShapes& m_shapes;
    PageFile& m_page;
    PageLookUps m_look_ups;
    std::vector<LayerWalk> m_layers;
    std::int64_t m_count = 0;
    std::string m_details;
    std::string m_lines;
    std::size_t m_line_count = 0;
    PageColumns m_incidents{{"id", "date", "first_day", "last_day", "type", "sub_type", "weapon", "actors",
                             "sources", "killed", "reports", "disagreements", "findings", "draft"}};
    PageColumns m_spots{{"incident", "layer", "place", "words", "admin1", "country", "status", "role", "lon",
                         "lat", "uncertainty_m", "area", "footprint", "reason"}};
    PageColumns m_launches{{"incident", "place", "said_by", "lon", "lat", "footprint"}};
};

}  // namespace

void write_incidents(BuildFile& build, const PageShapes& shapes, PageFile& page) {
    Pass(build, shapes, page).run();
}

}  // namespace incidentmap
