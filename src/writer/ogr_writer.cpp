// SPDX-License-Identifier: MIT
#include "writer/ogr_writer.hpp"

#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <mutex>

#include "core/error.hpp"
#include "core/unfinished.hpp"
#include "geopackage/database.hpp"
#include "table/csv_text.hpp"
#include "table/spreadsheet_sql.hpp"
#include "writer/ogr_failures.hpp"

namespace incidentmap {
namespace {

struct OptionsDeleter {
    void operator()(GDALVectorTranslateOptions* options) const { GDALVectorTranslateOptionsFree(options); }
};
using Options = std::unique_ptr<GDALVectorTranslateOptions, OptionsDeleter>;

GDALDatasetUniquePtr open_dataset(const std::filesystem::path& path, const std::string& driver) {
    const std::array<const char*, 2> drivers{driver.c_str(), nullptr};
    // A header of numbers (`2023`) is one too.
    const std::array<const char*, 2> options{driver == "CSV" ? "HEADERS=YES" : nullptr, nullptr};
    return GDALDatasetUniquePtr(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                  drivers.data(), options.data(), nullptr));
}

/// A selection whose dates have no type, so that OGR does not write them its own way (`2020/07/27`), whose
/// texts are none that a spreadsheet runs, and whose last column is the build's id.
std::string text_selection(LayerId layer, std::span<const std::string> extra_headers,
                           const std::string& build_id) {
    std::string sql;
    for (const LayerColumn& column : columns_with_extra(layer, extra_headers)) {
        sql += sql.empty() ? "SELECT " : ", ";
        const std::string name = quoted_identifier(column.name);
        const bool is_date = column.type == ColumnType::date || column.type == ColumnType::datetime;
        if (is_date) {
            sql.append("CAST(").append(name).append(" AS TEXT)");
        } else {
            sql += column.type == ColumnType::text ? spreadsheet_cell_sql(name) : name;
        }
        // OGR takes an apostrophe off a column's name again.
        const bool runs = to_spreadsheet_cell(column.name) != column.name;
        sql += " AS " + quoted_identifier(runs ? "(" + column.name + ")" : column.name);
    }
    return sql + ", '" + build_id + "' AS build_id" + " FROM " + quoted_identifier(layer_schema(layer).name);
}

std::vector<std::string> translate_arguments(const OgrFormat& format, LayerId layer,
                                             std::span<const std::string> extra_headers,
                                             const std::string& build_id) {
    std::vector<std::string> arguments{"-f", std::string(format.driver), "-nln", layer_schema(layer).name};
    for (std::string_view option : format.creation_options) {
        arguments.emplace_back("-lco");
        arguments.emplace_back(option);
    }
    if (format.as_text) {
        arguments.emplace_back("-sql");
        arguments.push_back(text_selection(layer, extra_headers, build_id));
    } else {
        arguments.push_back(layer_schema(layer).name);
    }
    return arguments;
}

Options options_of(std::vector<std::string> arguments) {
    std::vector<char*> pointers;
    pointers.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    return Options(GDALVectorTranslateOptionsNew(pointers.data(), nullptr));
}

void copy_layer(GDALDataset& from, const Options& options, const std::filesystem::path& to,
                const std::string& what) {
    // The CSV driver makes a file of another name where its own was removed meanwhile, which nobody has
    // listed.
    const Uninterrupted whole;
    const OgrFailures failures;
    GDALDatasetH source = GDALDataset::ToHandle(&from);
    int usage_error = 0;
    GDALDatasetUniquePtr written(GDALDataset::FromHandle(
        GDALVectorTranslate(to.c_str(), nullptr, 1, &source, options.get(), &usage_error)));
    failures.check(written != nullptr && usage_error == 0, what);
    // Closing writes what is left, and tells failures to the handler only.
    written.reset();
    failures.check(true, what);
}

}  // namespace

void write_with_ogr(const OgrFormat& format, const std::filesystem::path& geopackage, LayerId layer,
                    std::span<const std::string> extra_headers, const std::string& build_id,
                    std::int64_t count, const std::filesystem::path& to) {
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
    const std::string what = "cannot write " + to.string() + " as " + std::string(format.driver);
    const OgrFailures failures;
    const auto from = open_dataset(geopackage, "GPKG");
    failures.check(from != nullptr, "cannot read " + geopackage.string());
    const Options options = options_of(translate_arguments(format, layer, extra_headers, build_id));
    failures.check(options != nullptr, what);
    copy_layer(*from, options, to, what);

    const auto written = open_dataset(to, std::string(format.driver));
    OGRLayer* copied = written == nullptr ? nullptr : written->GetLayer(0);
    failures.check(copied != nullptr, what);
    const auto found = copied->GetFeatureCount(1);
    failures.check(true, what);
    if (found != count) {
        throw Error{what + ": it holds " + std::to_string(found) + " of the " + std::to_string(count) +
                    " rows"};
    }
}

}  // namespace incidentmap
