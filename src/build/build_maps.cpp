// SPDX-License-Identifier: MIT
#include "build/build_maps.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "build/map_names.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "writer/current_build.hpp"
#include "writer/output_files.hpp"
#include "writer/page/map_index.hpp"
#include "writer/postgis/connection_text.hpp"

namespace incidentmap {
namespace {

std::string quoted(const std::string& value) {
    return value.find(',') == std::string::npos && trimmed(value) == value ? value : '"' + value + '"';
}

/// The build whose rows the map holds: with the days of a month, the country or the value asked for.
BuildRequest request_of_map(const BuildRequest& request, const MapKey& key,
                            const std::optional<KeyValue>& value) {
    BuildRequest map = request;
    if (!request.same_frame) map.split_by.clear();
    if (!value) {
        map.where.push_back(key.name() + "=");
        return map;
    }
    if (const auto days = key.days(*value)) {
        Filter& filter = map.filter;
        filter.since = filter.since ? std::max(*filter.since, days->first) : days->first;
        filter.until = filter.until ? std::min(*filter.until, days->last) : days->last;
    } else {
        map.where.push_back(key.name() + "=" + quoted(value->text));
    }
    return map;
}

/// `Nineveh`, and where another map's value has the same text, `Amazonas (Colombia)`.
std::vector<std::string> titles_of(const std::vector<MapParts::Map>& maps, const std::string& key) {
    std::vector<std::string> titles;
    for (const MapParts::Map& map : maps) {
        if (!map.value) {
            titles.push_back(key + " not stated");
            continue;
        }
        const auto same = std::count_if(maps.begin(), maps.end(), [&](const MapParts::Map& other) {
            return other.value && other.value->text == map.value->text;
        });
        const bool needs_more = same > 1 && !map.value->within.empty();
        titles.push_back(map.value->text + (needs_more ? " (" + map.value->within + ")" : ""));
    }
    return titles;
}

/// A schema for each map: where its name says less than the map's does, a part of a hash follows.
std::string schema_of_map(const std::string& base, const std::string& name) {
    constexpr std::size_t longest = 50;  // of 63 bytes
    const bool says_all = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == 'W';
    });
    std::string schema = default_schema(base + name);
    if (says_all && schema.size() <= longest) return schema;
    return schema.substr(0, longest) + "_" + short_hex(hash128(name)).substr(0, 8);
}

/// `1.5,2,3,4`: a frame, for the hash.
std::string in_words(const Box& box) {
    return to_text(box.west, 6) + "," + to_text(box.south, 6) + "," + to_text(box.east, 6) + "," +
           to_text(box.north, 6);
}

/// The page that leads to all pages, where pages are asked for.
void write_index(const BuildRequest& request, const std::string& stem, BuildSummary& summary) {
    const bool has_pages =
        std::find(request.formats.begin(), request.formats.end(), "html") != request.formats.end();
    if (!has_pages || is_postgis(request.output)) return;
    const std::filesystem::path folder = request.output;
    std::vector<MapIndexEntry> entries;
    for (const MapSummary& map : summary.maps) {
        std::error_code ignored;
        if (!std::filesystem::exists(folder / (map.name + ".html"), ignored)) continue;
        const std::string thumbnail = map.name + std::string(thumbnail_ending);
        const bool has_thumbnail = std::filesystem::exists(folder / thumbnail, ignored);
        entries.push_back({map.value, map.name + ".html", has_thumbnail ? thumbnail : "", map.incidents});
    }
    if (entries.empty()) return;
    const std::string title =
        request.texts.title.empty() ? stem + " by " + summary.split_by : request.texts.title;
    try {
        if (write_map_index(folder, map_index(title, entries)))
            summary.written.files.push_back({(folder / "index.html").string(), "html", std::nullopt, 0, 0});
    } catch (const Error& error) {
        summary.written.obstacles.push_back(error.what());
    }
}

/// One map of the split, and how far it is.
class MapRun {
  public:
    MapRun(const SplitBuild& build, const MapParts::Map& map, std::string name, MapSummary& summary)
        : m_build{build},
          m_parts{*build.output.parts()},
          m_map{map},
          m_request{request_of_map(build.request, m_parts.key(), map.value)},
          m_record{build.record.of_map(m_request)},
          m_summary{summary} {
        m_summary.name = build.facts.stem + "_" + std::move(name);
        m_summary.build_id = m_record.build_id();
    }

    void run();

  private:
    OutputRequest files() const;
    void write(OutputRequest files);

    const SplitBuild& m_build;
    MapParts& m_parts;
    const MapParts::Map& m_map;
    BuildRequest m_request;
    BuildRecord m_record;
    MapSummary& m_summary;
};

OutputRequest MapRun::files() const {
    OutputFacts facts = m_build.facts;
    facts.stem = m_summary.name;
    facts.build_id = m_record.build_id();
    facts.last_change = m_record.last_change();
    facts.basis = m_record.basis(m_request);
    OutputRequest files = output_request(m_request, std::move(facts), m_build.output.ground());
    files.rows_hash = short_hex(m_parts.hash(m_map, m_build.sources, m_build.listed_sources));
    files.wants_thumbnail = true;
    if (m_build.request.same_frame) {
        files.frame = m_parts.frame();
        if (files.frame) files.basis += in_words(*files.frame);
    }
    if (is_postgis(files.output)) {
        const std::string& base = files.schema.empty() ? m_build.facts.stem : files.schema;
        files.schema = schema_of_map(base, m_summary.name.substr(m_build.facts.stem.size()));
    }
    return files;
}

void MapRun::run() {
    OutputRequest files = this->files();
    WrittenBuild& written = m_summary.written;
    if (is_postgis(files.output)) {
        written.why = "a database is filled anew";
    } else {
        const std::vector<const Format*> formats = asked_formats(files.formats);
        const OutputTarget target = output_target(files.output, files.stem, formats);
        // Who writes a map again tidies what a run that was killed has left of it.
        const auto why = is_left_unfinished(target.folder, target.stem)
                             ? std::optional<std::string>{"the run that wrote it did not end"}
                             : why_written(target, formats, {files.rows_hash, files.basis}, files.replace);
        written.is_current = !why;
        written.why = why.value_or("");
        if (written.is_current) {
            for (std::string& path : standing_files(target, formats))
                written.files.push_back({std::move(path), "", std::nullopt, 0, 0});
        }
    }
    m_summary.incidents = static_cast<std::int64_t>(m_map.incidents.size());
    if (written.is_current || m_build.request.dry_run) return;
    write(std::move(files));
}

void MapRun::write(OutputRequest files) {
    std::string why = std::move(m_summary.written.why);
    BuildWriter writer(std::move(files));
    LayerBuilder layers(m_build.output.layer_options());
    const LayerBuilder::Rows rows = [&]() -> FeatureBatch& { return writer.rows(); };
    m_parts.write(m_map, layers, rows);
    layers.finish(m_build.sources, rows, m_build.listed_sources);
    m_record.add_rows(layers.counts(), m_build.reports, rows());
    m_summary.written = writer.finish();
    m_summary.written.why = std::move(why);
}

}  // namespace

void write_maps(SplitBuild build, BuildSummary& summary, Reporter& reporter) {
    MapParts& parts = *build.output.parts();
    const std::vector<MapParts::Map> maps = parts.maps();
    summary.in_several_maps = parts.in_several();
    std::vector<std::optional<KeyValue>> values;
    for (const MapParts::Map& map : maps) values.push_back(map.value);
    const std::vector<std::string> names = map_names(values);
    const std::vector<std::string> titles = titles_of(maps, parts.key().name());
    for (std::size_t i = 0; i < maps.size(); ++i) {
        MapSummary& map = summary.maps.emplace_back();
        map.value = titles[i];
        try {
            MapRun(build, maps[i], names[i], map).run();
        } catch (const UsageError& error) {
            map.failure = error.what();
        } catch (const Error& error) {
            map.failure = error.what();
        }
        reporter.show(
            {"writing maps", static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(maps.size())});
    }
    if (!build.request.dry_run) write_index(build.request, build.facts.stem, summary);
}

}  // namespace incidentmap
