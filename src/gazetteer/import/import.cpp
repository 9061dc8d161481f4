// SPDX-License-Identifier: MIT
#include "gazetteer/import/import.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/gazetteer_file.hpp"
#include "gazetteer/import/gazetteer_writer.hpp"
#include "gazetteer/import/import_csv.hpp"
#include "gazetteer/import/import_geonames.hpp"
#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/import_ogr.hpp"
#include "gazetteer/import/import_ourairports.hpp"

namespace incidentmap {
namespace {

/// Where nothing is valid the first finding says what is wrong with the rows.
[[noreturn]] void throw_no_place(const std::vector<ImportPart>& parts, const ImportResult& result) {
    std::vector<std::string> files;
    for (const ImportPart& part : parts) files.insert(files.end(), part.files.begin(), part.files.end());
    std::string message = files.empty() ? "no files to import" : "no valid place in " + files.front();
    if (files.size() > 1) message += " and the other files";
    if (result.elsewhere > 0)
        message += "; " + std::to_string(result.elsewhere) + " are of other countries than those asked for";
    if (!result.findings.empty()) message += "; " + to_line(result.findings.front());
    throw Error{message};
}

/// A gazetteer that was just written, opened as its users will open it.
void check_counts(const std::string& path, const ImportResult& result) {
    const GazetteerInfo info = GazetteerFile(path, {}).info();
    std::int64_t places = 0;
    for (const KindCount& kind : info.kinds) places += kind.count;
    std::int64_t names = 0;
    for (const KindCount& language : info.languages) names += language.count;
    if (places == result.places && names == result.names) return;
    throw Error{"cannot write the gazetteer: of " + std::to_string(result.places) + " places and " +
                std::to_string(result.names) + " names " + std::to_string(places) + " and " +
                std::to_string(names) + " came back"};
}

/// Layers are read before the places are, so that their areas are there when places come.
void import_parts(const std::vector<ImportPart>& parts, PlaceIntake& intake, ImportLog& log) {
    const bool names_follow = std::any_of(parts.begin(), parts.end(), [](const ImportPart& part) {
        return part.format == ImportFormat::geonames_names;
    });
    std::vector<LayerImport> layers;
    for (const ImportPart& part : parts) {
        if (part.format == ImportFormat::ogr) layers.emplace_back(part.files, part.mapping);
    }
    add_areas_of(layers, intake, log);
    std::vector<std::string> dumps;
    auto layer = layers.begin();
    for (const ImportPart& part : parts) {
        intake.begin_part();
        switch (part.format) {
            case ImportFormat::csv:
                import_csv(part.files, intake, log);
                break;
            case ImportFormat::geonames:
                import_geonames(part.files, !names_follow, intake, log);
                dumps.insert(dumps.end(), part.files.begin(), part.files.end());
                break;
            case ImportFormat::geonames_names:
                break;
            case ImportFormat::ourairports:
                import_ourairports(part.files, intake, log);
                break;
            case ImportFormat::ogr:
                (layer++)->add_places(intake, log);
                break;
        }
    }
    std::vector<std::string> names;
    for (const ImportPart& part : parts) {
        if (part.format == ImportFormat::geonames_names)
            names.insert(names.end(), part.files.begin(), part.files.end());
    }
    if (!names.empty()) import_geonames_names(names, dumps, intake, log);
}

}  // namespace

std::optional<ImportFormat> import_format(std::string_view word) {
    constexpr std::pair<std::string_view, ImportFormat> formats[] = {
        {"csv", ImportFormat::csv},
        {"geonames", ImportFormat::geonames},
        {"geonames-names", ImportFormat::geonames_names},
        {"ourairports", ImportFormat::ourairports},
        {"ogr", ImportFormat::ogr},
    };
    for (const auto& [known, format] : formats) {
        if (known == word) return format;
    }
    return std::nullopt;
}

ImportResult import_gazetteer(const std::vector<ImportPart>& parts, const std::string& output,
                              const ImportOptions& options) {
    ImportResult result;
    if (parts.empty()) throw_no_place(parts, result);
    for (const ImportPart& part : parts) {
        if (part.files.empty()) throw_no_place(parts, result);
    }
    if (lower_ascii(std::filesystem::path(output).extension().string()) != ".gpkg") {
        throw Error{"cannot write " + output + ": a gazetteer is a GeoPackage; let its name end in .gpkg"};
    }
    Draft draft(output);
    ImportLog log(options.progress);
    {
        GazetteerWriter writer(draft.path(), options.last_change);
        const auto sources = std::count_if(parts.begin(), parts.end(), [](const ImportPart& part) {
            return part.format != ImportFormat::geonames_names;
        });
        PlaceIntake intake(writer, log, sources > 1, options.only_countries);
        import_parts(parts, intake, log);
        result.places = writer.place_count();
        result.names = writer.name_count();
        result.areas = writer.area_count();
        result.points = writer.point_count();
        result.joined = intake.joined_count();
        result.elsewhere = intake.elsewhere_count();
        log.give(result);
        if (result.places == 0) throw_no_place(parts, result);
        writer.finish();
    }
    check_counts(draft.path().string(), result);
    draft.publish();
    return result;
}

ImportResult import_gazetteer(ImportFormat format, const std::vector<std::string>& files,
                              const std::string& output, const ImportOptions& options) {
    return import_gazetteer(std::vector<ImportPart>{{format, files, {}}}, output, options);
}

}  // namespace incidentmap
