// SPDX-License-Identifier: MIT
#include "build/build_record.hpp"

#include <sys/stat.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "build/build.hpp"
#include "build/versions.hpp"
#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/text.hpp"
#include "layer/schema.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

std::string as_datetime(std::int64_t seconds) {
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - day};
    const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
    return to_iso(day) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
           two(clock.seconds().count()) + ".000Z";
}

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

}  // namespace

std::int64_t change_time(const BuildOptions& options) {
    if (const char* set = std::getenv("SOURCE_DATE_EPOCH"); set != nullptr && *set != '\0') {
        const std::string_view text(set);
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 ||
            seconds > 253'402'300'799) {
            throw UsageError{"SOURCE_DATE_EPOCH is '" + std::string(text) +
                             "', which is no number of seconds since 1970"};
        }
        return seconds;
    }
    std::int64_t newest = 0;
    for (const std::string& input : options.inputs) {
        struct stat status {};
        if (input != "-" && stat(input.c_str(), &status) == 0)
            newest = std::max<std::int64_t>(newest, status.st_mtime);
    }
    return newest;
}

BuildRecord::BuildRecord(const BuildOptions& options, const std::vector<std::string>& sources,
                         const DecisionTable* decisions, const DuplicateTable* same,
                         const std::vector<Gazetteer>& gazetteers, const std::vector<BuildEntry>& earlier)
    : m_last_change(as_datetime(change_time(options))) {
    const auto add = [&](std::string section, std::string name, std::string value) {
        // A name stands once in its section: two inputs may have one file name.
        int number = 1;
        const auto taken = [&](const std::string& candidate) {
            return std::any_of(m_entries.begin(), m_entries.end(), [&](const BuildEntry& e) {
                return e.section == section && e.name == candidate;
            });
        };
        std::string unique = name;
        while (taken(unique)) unique = name + " (" + std::to_string(++number) + ")";
        m_entries.push_back({std::move(section), std::move(unique), std::move(value)});
    };
    for (const auto& [name, number] : versions())
        add(name == "incidentmap" ? "program" : "library", name, number);
    for (const std::string& input : options.inputs) {
        if (input == "-") {
            m_standard_input = std::make_unique<Sha256>();
        } else {
            add("input", name_of(input), sha256_of_file(input));
        }
    }
    for (const std::string& path : sources) add("input", name_of(path), sha256_of_file(path));
    if (!options.boundaries.empty())
        add("input", name_of(options.boundaries), sha256_of_file(options.boundaries));
    if (!options.weapon_ranges.empty())
        add("input", name_of(options.weapon_ranges), sha256_of_file(options.weapon_ranges));
    if (decisions != nullptr && !decisions->fingerprint().empty())
        add("input", decisions->name(), decisions->fingerprint());
    if (same != nullptr && !same->fingerprint().empty()) add("input", same->name(), same->fingerprint());
    const auto add_gazetteer = [&](const Gazetteer& gazetteer) {
        add("gazetteer", gazetteer.name(), gazetteer.fingerprint());
        for (const GazetteerSource& source : gazetteer.summary().sources)
            add("gazetteer_source", gazetteer.name() + ": " + source.source_id, in_words(source));
        for (const GazetteerSource& source : gazetteer.summary().sources) {
            if (!source.attribution.empty())
                add("attribution", gazetteer.name() + ": " + source.source_id, source.attribution);
        }
    };
    if (earlier.empty()) {
        for (const Gazetteer& gazetteer : gazetteers) add_gazetteer(gazetteer);
    } else {
        for (const BuildEntry& entry : earlier) {
            if (entry.section == "gazetteer" || entry.section == "gazetteer_source" ||
                entry.section == "attribution")
                add(entry.section, entry.name, entry.value);
        }
    }
    const Filter& filter = options.filter;
    if (filter.since) add("option", "since", to_iso(*filter.since));
    if (filter.until) add("option", "until", to_iso(*filter.until));
    if (!filter.countries.empty()) add("option", "country", joined(filter.countries, ","));
    if (filter.box) add("option", "box", in_words(*filter.box));
    if (options.merge_above) add("option", "merge-above", to_text(*options.merge_above, 2));
    if (!options.rings_km.empty()) {
        std::vector<std::string> radii;
        for (double radius : options.rings_km) radii.push_back(to_text(radius, 3));
        add("option", "rings", joined(radii, ","));
        add("option", "around", options.around);
    }
    if (!options.boundaries.empty()) add("option", "boundaries", name_of(options.boundaries));
    if (!options.ignored.empty()) add("option", "ignore", joined(options.ignored, ","));
    if (!options.input.table.sheet.empty()) add("option", "sheet", options.input.table.sheet);
    if (options.input.table.header_row != 1)
        add("option", "header-row", std::to_string(options.input.table.header_row));
    if (options.read.date_order != DateOrder::unstated)
        add("option", "dates", options.read.date_order == DateOrder::day_first ? "dmy" : "mdy");
    for (const auto& [ours, theirs] : options.input.column_names) add("option", "map " + ours, theirs);
    // A frozen build of what was built before is made from the earlier answers alone. Where anything differs,
    // some words may be new, and today's gazetteers are part of it.
    const auto is_same = [](const BuildEntry& a, const BuildEntry& b) {
        return a.section == b.section && a.name == b.name && a.value == b.value;
    };
    const auto stood = [&](const BuildEntry& entry) {
        return std::any_of(earlier.begin(), earlier.end(),
                           [&](const BuildEntry& e) { return is_same(e, entry); });
    };
    if (!earlier.empty() && (m_standard_input || !std::all_of(m_entries.begin(), m_entries.end(), stood))) {
        for (const Gazetteer& gazetteer : gazetteers) {
            const bool known = std::any_of(m_entries.begin(), m_entries.end(), [&](const BuildEntry& e) {
                return e.section == "gazetteer" && e.value == gazetteer.fingerprint();
            });
            if (!known) add_gazetteer(gazetteer);
        }
    }
    std::string content;
    for (const BuildEntry& entry : m_entries)
        content += entry.section + '\x1F' + entry.name + '\x1F' + entry.value + '\x1E';
    m_build_id = short_hex(hash128(content));
}

void BuildRecord::add_row(const Report& report) {
    for (const std::string& cell : report.cells) m_standard_input->add(cell + '\x1F');
    for (const std::string& cell : report.extra) m_standard_input->add(cell + '\x1F');
}

void BuildRecord::add_rows(const LayerCounts& counts, std::int64_t report_count, FeatureBatch& batch) {
    add_build_row("build", "build_id", m_build_id, batch);
    if (m_standard_input) m_entries.push_back({"input", "standard input", m_standard_input->hex()});
    for (const BuildEntry& entry : m_entries) add_build_row(entry.section, entry.name, entry.value, batch);
    add_build_row("count", "reports", std::to_string(report_count), batch);
    add_build_row("count", "incidents", std::to_string(counts.incidents), batch);
    for (std::size_t i = 0; i < counts.by_status.size(); ++i) {
        add_build_row("count", to_string(static_cast<Status>(i)), std::to_string(counts.by_status[i]), batch);
    }
}

}  // namespace incidentmap
