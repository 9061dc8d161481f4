// SPDX-License-Identifier: MIT
#include "gazetteer/import/import_ogr.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/import/import_table.hpp"
#include "gazetteer/import/line_parts.hpp"
#include "gazetteer/import/place_size.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/overlay.hpp"

namespace incidentmap {
namespace {

/// The cells of a row by what they are.
class RowWriter {
  public:
    RowWriter(const LayerColumns& columns, const LayerRow& row) : m_columns(columns), m_row(row) {}

    std::string_view cell(const std::optional<std::size_t>& column) const {
        return column ? trimmed(m_row.cells[*column]) : std::string_view{};
    }
    std::string_view main_name() const {
        for (const NameColumn& name : m_columns.names) {
            if (!normal_form(m_row.cells[name.column]).empty()) return trimmed(m_row.cells[name.column]);
        }
        return {};
    }

    /// Each once; the first is the preferred one.
    std::vector<Name> names() const;

  private:
    const LayerColumns& m_columns;
    const LayerRow& m_row;
};

std::vector<Name> RowWriter::names() const {
    std::vector<Name> names;
    const std::string type = lower_ascii(cell(m_columns.name_type));
    const bool former = type == "h" || type == "vs" || type == "hs";
    for (const NameColumn& column : m_columns.names) {
        // OpenStreetMap's cells may hold several, parted by semicolons.
        for (std::string& text : split_list(m_row.cells[column.column], ";")) {
            const bool known =
                std::any_of(names.begin(), names.end(), [&](const Name& name) { return name.text == text; });
            if (known || normal_form(text).empty()) continue;
            Name name;
            name.script = script_of(text);
            name.text = std::move(text);
            name.language = column.language;
            if (name.language.empty()) name.language = m_columns.language_of_all;
            if (name.language.empty() && cell(m_columns.language).size() <= 3)
                name.language = cell(m_columns.language);
            name.sort = former ? "former" : names.empty() ? "preferred" : "alternate";
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::vector<std::string> spellings_of(const std::vector<Name>& names) {
    std::vector<std::string> spellings;
    for (const Name& name : names) spellings.push_back(name.text);
    return spellings;
}

std::string shown_column(const LayerRows& rows, const std::optional<std::size_t>& column) {
    return column ? rows.columns()[*column] : std::string{};
}

/// What a row says of its place, but for id and point.
PlaceRow place_row(const LayerRows& rows, const LayerColumns& columns, const RowWriter& cells,
                   ImportLog& log) {
    PlaceRow row;
    Place& place = row.place;
    place.name = cells.main_name();
    place.population = std::max<std::int64_t>(0, whole_number_in(cells.cell(columns.population)).value_or(0));
    place.kind = columns.kind_of_all;
    if (const std::string_view word = cells.cell(columns.kind); !word.empty()) {
        place.kind = kind_of_word(word, shown_column(rows, columns.kind), place.population);
        if (place.kind.empty()) {
            log.tell(rows.at(), Severity::note, "kind-unknown", shown_column(rows, columns.kind),
                     "'" + shortened(word, 40) + "' is no kind of place that is known and was not used");
        }
    }
    place.country = columns.country_of_all;
    if (const std::string_view word = cells.cell(columns.country); !word.empty()) {
        place.country = country_code(word);
        if (place.country.empty()) {
            log.tell(rows.at(), Severity::note, "country-unknown", shown_column(rows, columns.country),
                     "'" + shortened(word, 40) + "' is no country's code or English name and was not used");
        }
    }
    place.admin1 = without_admin_words(cells.cell(columns.admin1));
    place.admin2 = without_admin_words(cells.cell(columns.admin2));
    if (place.kind == "province") place.admin1 = without_admin_words(place.name);
    place.source_id = columns.source_id;
    row.source_ref = cells.cell(columns.id);
    return row;
}

int depth_of(std::string_view kind) {
    constexpr std::string_view kinds[] = {"country", "region", "province", "district"};
    return static_cast<int>(std::find(std::begin(kinds), std::end(kinds), kind) - std::begin(kinds));
}

void add_source(const LayerColumns& columns, PlaceIntake& intake) {
    intake.add_source({columns.source_id, columns.source, columns.licence, {}, columns.source, {}, {}, {}});
}

/// Sets the point and the size by the outline; false, told, where it has no position inside.
bool set_by_outline(LayerArea& area, ImportLog& log) {
    Place& place = area.place.place;
    try {
        place.point = position_within(area.outline);
    } catch (const Error& error) {
        log.bad_row({area.file, area.row}, "area-not-a-polygon", "",
                    std::string(error.what()) + "; the row was left out");
        return false;
    }
    place.extent_m = greatest_reach_m(area.outline, place.point);
    place.accuracy_m = 0;
    area.place.notes = "The point is in the middle of the outline.";
    return true;
}

void add_area(LayerArea& area, PlaceIntake& intake, ImportLog& log) {
    const InputPosition at{area.file, area.row};
    if (!set_by_outline(area, log)) return;
    const Place& place = area.place.place;
    const std::vector<std::string> spellings = spellings_of(area.names);
    const auto added = intake.add_place(area.place, spellings, at);
    if (!added) {
        log.bad_row(at, "place-twice", "", "id '" + place.id + "' was there already; this row was left out");
        return;
    }
    if (!added->is_kept()) return;
    // One that is joined with another layer's area leaves that its outline.
    if (!added->joined) {
        AreaRow row{place.id,      place.kind,      place.name,
                    place.country, place.source_id, std::move(area.outline)};
        LocatedArea located{place.kind, without_admin_words(place.name), place.country, place.source_id,
                            spellings};
        if (kind_group(place.kind) == "admin") {
            intake.add_area(row, std::move(located));
        } else {
            intake.add_area(row);
        }
    }
    for (const Name& name : area.names) intake.add_name(*added, name);
}

}  // namespace

std::string LayerImport::new_id(const LayerColumns& columns, std::string_view name) {
    std::string id = normal_form(name);
    std::replace(id.begin(), id.end(), ' ', '-');
    m_made_ids.insert(id);
    const std::size_t count = m_made_ids.count(id);
    return columns.source_id + ':' + id + (count == 1 ? "" : '-' + std::to_string(count));
}

std::vector<LayerArea> LayerImport::read_areas(PlaceIntake& intake, ImportLog& log) {
    std::vector<LayerArea> areas;
    for (const std::string& file : m_files) {
        LayerRows rows(file, m_mapping.layer);
        if (!rows.holds_polygons()) {
            m_of_points.push_back(file);
            continue;
        }
        LayerColumns columns = layer_columns(rows, m_mapping, file);
        const bool lines = rows.holds_lines();
        if (lines && columns.kind_of_all.empty()) columns.kind_of_all = "river";
        if (!columns.kind && columns.kind_of_all.empty())
            throw Error{
                file +
                ": nothing says what its areas are; say it with --kind province (or country, district …)"};
        add_source(columns, intake);
        std::vector<LayerArea> of_file;
        while (const LayerRow* row = rows.next(log)) {
            const RowWriter cells(columns, *row);
            const auto* outline = std::get_if<MultiPolygon>(&row->geometry);
            LayerArea area{place_row(rows, columns, cells, log), cells.names(), {}, file, row->number};
            if (outline == nullptr || area.names.empty()) {
                log.bad_row(
                    rows.at(), outline == nullptr ? "area-not-a-polygon" : "place-without-name", "",
                    outline == nullptr
                        ? "its geometry is no polygon or line within longitude -180 to 180 and latitude "
                          "-90 to 90; the row was left out"
                        : "it has no name with a letter; the row was left out");
                continue;
            }
            area.outline = *outline;
            of_file.push_back(std::move(area));
        }
        if (lines) of_file = with_parts_joined(std::move(of_file));
        for (LayerArea& area : of_file) {
            area.place.place.id = area.place.source_ref.empty()
                                      ? new_id(columns, area.place.place.name)
                                      : columns.source_id + ':' + area.place.source_ref;
            areas.push_back(std::move(area));
        }
    }
    return areas;
}

void LayerImport::add_places_of(LayerRows& rows, const std::string& file, PlaceIntake& intake,
                                ImportLog& log) {
    const LayerColumns columns = layer_columns(rows, m_mapping, file);
    add_source(columns, intake);
    while (const LayerRow* read = rows.next(log)) {
        const RowWriter cells(columns, *read);
        PlaceRow row = place_row(rows, columns, cells, log);
        std::vector<Name> names = cells.names();
        if (names.empty()) {
            log.bad_row(rows.at(), "place-without-name", "",
                        "it has no name with a letter; the row was left out");
            continue;
        }
        const auto* point = std::get_if<LonLat>(&read->geometry);
        if (point == nullptr) {
            log.bad_row(rows.at(), "position-out-of-range", "",
                        "it has no point on the globe; the row was left out");
            continue;
        }
        Place& place = row.place;
        place.id =
            row.source_ref.empty() ? new_id(columns, place.name) : columns.source_id + ':' + row.source_ref;
        place.point = *point;
        place.extent_m = usual_extent_m(place.kind, place.population);
        place.accuracy_m = usual_accuracy_m;
        // GNS has a row for each name: those of an id that is there are its further names.
        const bool again = intake.place(place.id).has_value();
        const auto ref =
            again ? intake.place(place.id) : intake.add_place(row, spellings_of(names), rows.at());
        if (!ref) continue;
        for (Name& name : names) {
            if (again && name.sort == "preferred") name.sort = "alternate";
            intake.add_name(*ref, name);
        }
    }
}

void LayerImport::add_places(PlaceIntake& intake, ImportLog& log) {
    for (const std::string& file : m_of_points) {
        LayerRows rows(file, m_mapping.layer);
        add_places_of(rows, file, intake, log);
    }
}

void add_areas_of(std::vector<LayerImport>& layers, PlaceIntake& intake, ImportLog& log) {
    std::vector<std::pair<std::size_t, LayerArea>> areas;  // with the layer they are of
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (LayerArea& area : layers[i].read_areas(intake, log)) areas.emplace_back(i, std::move(area));
    }
    std::stable_sort(areas.begin(), areas.end(), [](const auto& a, const auto& b) {
        return std::pair(depth_of(a.second.place.place.kind), a.first) <
               std::pair(depth_of(b.second.place.place.kind), b.first);
    });
    std::optional<std::pair<int, std::size_t>> part;
    for (auto& [layer, area] : areas) {
        const std::pair now(depth_of(area.place.place.kind), layer);
        if (part != now) intake.begin_part();
        part = now;
        add_area(area, intake, log);
    }
}

}  // namespace incidentmap
