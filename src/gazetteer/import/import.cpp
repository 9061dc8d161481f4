// SPDX-License-Identifier: MIT
#include "gazetteer/import/import.hpp"

#include <filesystem>

#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/gazetteer_writer.hpp"
#include "gazetteer/import/import_csv.hpp"
#include "gazetteer/import/import_geonames.hpp"
#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/import_ourairports.hpp"

namespace incidentmap {
namespace {

/// Where nothing is valid the first finding says what is wrong with the rows.
[[noreturn]] void throw_no_place(const std::vector<std::string>& files, const ImportResult& result) {
    std::string message = files.empty() ? "no files to import" : "no valid place in " + files.front();
    if (files.size() > 1) message += " and the other files";
    if (!result.findings.empty()) message += "; " + to_line(result.findings.front());
    throw Error{message};
}

/// A gazetteer that was just written, opened as its users will open it.
void check_counts(const std::string& path, const ImportResult& result) {
    const GazetteerInfo info = Gazetteer::open(path).info();
    std::int64_t places = 0;
    for (const KindCount& kind : info.kinds) places += kind.count;
    std::int64_t names = 0;
    for (const KindCount& language : info.languages) names += language.count;
    if (places == result.places && names == result.names) return;
    throw Error{"cannot write the gazetteer: of " + std::to_string(result.places) + " places and " +
                std::to_string(result.names) + " names " + std::to_string(places) + " and " +
                std::to_string(names) + " came back"};
}

}  // namespace

std::optional<ImportFormat> import_format(std::string_view word) {
    if (word == "csv") return ImportFormat::csv;
    if (word == "geonames") return ImportFormat::geonames;
    if (word == "ourairports") return ImportFormat::ourairports;
    return std::nullopt;
}

ImportResult import_gazetteer(ImportFormat format, const std::vector<std::string>& files,
                              const std::string& output, const ImportOptions& options) {
    ImportResult result;
    if (files.empty()) throw_no_place(files, result);
    if (lower_ascii(std::filesystem::path(output).extension().string()) != ".gpkg") {
        throw Error{"cannot write " + output + ": a gazetteer is a GeoPackage; let its name end in .gpkg"};
    }
    Draft draft(output);
    ImportLog log(options.progress);
    {
        GazetteerWriter writer(draft.path(), options.last_change);
        switch (format) {
            case ImportFormat::csv:
                import_csv(files, writer, log);
                break;
            case ImportFormat::geonames:
                import_geonames(files, writer, log);
                break;
            case ImportFormat::ourairports:
                import_ourairports(files, writer, log);
                break;
        }
        result.places = writer.place_count();
        result.names = writer.name_count();
        result.areas = writer.area_count();
        result.points = writer.point_count();
        log.give(result);
        if (result.places == 0) throw_no_place(files, result);
        writer.finish();
    }
    check_counts(draft.path().string(), result);
    draft.publish();
    return result;
}

}  // namespace incidentmap
