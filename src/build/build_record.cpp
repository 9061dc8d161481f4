// SPDX-License-Identifier: MIT
#include "build/build_record.hpp"

#include <algorithm>
#include <filesystem>

#include "build/build_request.hpp"
#include "build/build_time.hpp"
#include "build/versions.hpp"
#include "core/hash.hpp"
#include "core/text.hpp"
#include "layer/schema.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

std::string name_of(const std::string& path) {
    return path == "-" ? "standard input" : fs::path(path).filename().string();
}

std::string in_words(const Box& box) {
    return to_text(box.west, 6) + "," + to_text(box.south, 6) + "," + to_text(box.east, 6) + "," +
           to_text(box.north, 6);
}

/// `GeoNames, single entries; 2015-04-27; CC BY 4.0`
std::string in_words(const GazetteerSource& source) {
    std::vector<std::string> parts;
    for (const std::string& part :
         {source.name.empty() ? source.source_id : source.name,
          source.date.empty() ? std::string("date not stated") : source.date, source.licence}) {
        if (!part.empty()) parts.push_back(part);
    }
    return joined(parts, "; ");
}

/// Adds to the entries; a name stands once in its section, as two inputs may have one file name.
class EntryList {
  public:
    explicit EntryList(std::vector<BuildEntry>& entries) : m_entries{entries} {}

    void add(const std::string& section, const std::string& name, const std::string& value) {
        std::string unique = name;
        for (int number = 2; has(section, unique); ++number)
            unique = name + " (" + std::to_string(number) + ")";
        m_entries.push_back({section, unique, value});
    }

    void add_file(const std::string& path) {
        if (!path.empty()) add("input", name_of(path), sha256_of_file(path));
    }

    void add_gazetteer(const Gazetteer& gazetteer) {
        add("gazetteer", gazetteer.name(), gazetteer.fingerprint());
        const std::vector<GazetteerSource> sources = gazetteer.summary().sources;
        for (const GazetteerSource& source : sources)
            add("gazetteer_source", gazetteer.name() + ": " + source.source_id, in_words(source));
        for (const GazetteerSource& source : sources) {
            if (!source.attribution.empty())
                add("attribution", gazetteer.name() + ": " + source.source_id, source.attribution);
        }
    }

  private:
    bool has(const std::string& section, const std::string& name) const {
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const BuildEntry& entry) {
            return entry.section == section && entry.name == name;
        });
    }

    std::vector<BuildEntry>& m_entries;
};

/// The options that change the layers.
void add_options(const BuildRequest& request, EntryList& list) {
    const auto add = [&](const std::string& name, const std::string& value) {
        list.add("option", name, value);
    };
    const Filter& filter = request.filter;
    if (filter.since) add("since", to_iso(*filter.since));
    if (filter.until) add("until", to_iso(*filter.until));
    if (!filter.countries.empty()) add("country", joined(filter.countries, ","));
    if (filter.box) add("box", in_words(*filter.box));
    for (const std::string& condition : request.where) add("where", condition);
    if (!request.within.empty()) add("within", request.within);
    if (request.same_frame) add("same-frame", request.split_by);
    if (!request.extent.empty()) add("extent", request.extent);
    if (!request.maps.language.empty()) add("language", request.maps.language);
    if (request.is_public) add("public", to_string(request.public_as));
    if (!request.dropped.empty()) add("drop", joined(request.dropped, ","));
    if (!request.kept.empty()) add("keep", joined(request.kept, ","));
    if (request.merge_above) add("merge-above", to_text(*request.merge_above, 2));
    if (!request.rings_km.empty()) {
        std::vector<std::string> radii;
        for (double radius : request.rings_km) radii.push_back(to_text(radius, 3));
        add("rings", joined(radii, ","));
        add("around", request.around);
    }
    if (!request.boundaries.empty()) add("boundaries", name_of(request.boundaries));
    if (!request.ignored.empty()) add("ignore", joined(request.ignored, ","));
    if (!request.input.table.sheet.empty()) add("sheet", request.input.table.sheet);
    if (request.input.table.header_row != 0)
        add("header-row", std::to_string(request.input.table.header_row));
    if (request.read.date_order != DateOrder::unstated)
        add("dates", request.read.date_order == DateOrder::day_first ? "dmy" : "mdy");
    for (const auto& [ours, theirs] : request.input.column_names) add("map " + ours, theirs);
}

bool is_about_gazetteers(const BuildEntry& entry) {
    return entry.section == "gazetteer" || entry.section == "gazetteer_source" ||
           entry.section == "attribution";
}

/// Whether all entries stood in an earlier build's record.
bool all_stood(const std::vector<BuildEntry>& entries, const std::vector<BuildEntry>& earlier) {
    return std::all_of(entries.begin(), entries.end(), [&](const BuildEntry& entry) {
        return std::any_of(earlier.begin(), earlier.end(), [&](const BuildEntry& e) {
            return e.section == entry.section && e.name == entry.name && e.value == entry.value;
        });
    });
}

std::string id_of(const std::vector<BuildEntry>& entries) {
    std::string content;
    for (const BuildEntry& entry : entries)
        content += entry.section + '\x1F' + entry.name + '\x1F' + entry.value + '\x1E';
    return short_hex(hash128(content));
}

}  // namespace

BuildRecord::BuildRecord(const BuildRequest& request, const std::vector<std::string>& sources,
                         const DecisionTable* decisions, const DuplicateTable* same,
                         const std::vector<Gazetteer>& gazetteers, const std::vector<BuildEntry>& earlier)
    : m_shard(request.shard ? request.shard->text() : ""),
      m_last_change(as_datetime(change_time(request.inputs))) {
    EntryList list(m_entries);
    for (const auto& [name, number] : versions())
        list.add(name == "incidentmap" ? "program" : "library", name, number);
    for (const std::string& input : request.inputs) {
        if (input == "-") {
            m_standard_input = std::make_unique<Sha256>();
        } else {
            list.add_file(input);
        }
    }
    for (const std::string& path : sources) list.add_file(path);
    list.add_file(request.boundaries);
    if (!request.boundaries.empty()) m_boundaries_hash = m_entries.back().value;
    list.add_file(request.weapon_ranges);
    if (decisions != nullptr && !decisions->fingerprint().empty())
        list.add("input", decisions->name(), decisions->fingerprint());
    if (same != nullptr && !same->fingerprint().empty()) list.add("input", same->name(), same->fingerprint());
    if (earlier.empty()) {
        for (const Gazetteer& gazetteer : gazetteers) list.add_gazetteer(gazetteer);
    }
    for (const BuildEntry& entry : earlier) {
        if (is_about_gazetteers(entry)) list.add(entry.section, entry.name, entry.value);
    }
    add_options(request, list);
    // A frozen build of what was built before is made from the earlier answers alone. Where anything differs,
    // some words may be new, and today's gazetteers are part of it.
    if (!earlier.empty() && (m_standard_input || !all_stood(m_entries, earlier))) {
        for (const Gazetteer& gazetteer : gazetteers) {
            const bool known = std::any_of(m_entries.begin(), m_entries.end(), [&](const BuildEntry& entry) {
                return entry.section == "gazetteer" && entry.value == gazetteer.fingerprint();
            });
            if (!known) list.add_gazetteer(gazetteer);
        }
    }
    m_build_id = id_of(m_entries);
}

void BuildRecord::end_input() {
    if (m_standard_input) m_input_hash = m_standard_input->hex();
    m_standard_input.reset();
}

BuildRecord BuildRecord::of_map(const BuildRequest& request) {
    end_input();
    BuildRecord map;
    map.m_input_hash = m_input_hash;
    map.m_boundaries_hash = m_boundaries_hash;
    map.m_shard = m_shard;
    map.m_last_change = m_last_change;
    EntryList list(map.m_entries);
    for (const BuildEntry& entry : m_entries) {
        if (entry.section != "option") map.m_entries.push_back(entry);
    }
    add_options(request, list);
    map.m_build_id = id_of(map.m_entries);
    return map;
}

std::string BuildRecord::basis(const BuildRequest& request) const {
    std::string text = m_boundaries_hash + '\x1E' + m_shard + '\x1E';
    for (const BuildEntry& entry : m_entries) {
        if (entry.section != "input")
            text += entry.section + '\x1F' + entry.name + '\x1F' + entry.value + '\x1E';
    }
    const PictureOptions& picture = request.picture;
    for (const std::string& part :
         {joined(request.formats, ","), request.columns, request.texts.title, request.texts.subtitle,
          request.texts.credit, request.texts.note, request.crs, to_text(picture.width, 3),
          to_text(picture.height, 3), to_text(picture.scale, 3)})
        text += part + '\x1E';
    if (picture.by_month) text += "by month";
    const MapChoices& maps = request.maps;
    if (maps.tiles) text += maps.tiles->url + '\x1F' + maps.tiles->attribution;
    text += '\x1E' + (maps.is_embedded ? std::string("embedded") : std::string{});
    return short_hex(hash128(text));
}

void BuildRecord::add_row(const Report& report) {
    for (const std::string& cell : report.cells) m_standard_input->add(cell + '\x1F');
    for (const std::string& cell : report.extra) m_standard_input->add(cell + '\x1F');
}

void BuildRecord::add_rows(const LayerCounts& counts, std::int64_t report_count, FeatureBatch& batch) {
    add_build_row("build", "build_id", m_build_id, batch);
    end_input();
    if (!m_input_hash.empty()) m_entries.push_back({"input", "standard input", m_input_hash});
    if (!m_shard.empty()) add_build_row("build", "shard", m_shard, batch);
    for (const BuildEntry& entry : m_entries) add_build_row(entry.section, entry.name, entry.value, batch);
    add_build_row("count", "reports", std::to_string(report_count), batch);
    add_build_row("count", "incidents", std::to_string(counts.incidents), batch);
    for (std::size_t i = 0; i < counts.by_status.size(); ++i) {
        add_build_row("count", to_string(static_cast<Status>(i)), std::to_string(counts.by_status[i]), batch);
    }
}

}  // namespace incidentmap
