// SPDX-License-Identifier: MIT
#include "writer/postgis/connection.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <mutex>
#include <numeric>

#include "core/error.hpp"
#include "writer/ogr_failures.hpp"

namespace incidentmap {
namespace {

constexpr const char* driver_name = "PostgreSQL";

/// What GDAL puts before libpq's words.
std::string in_libpq_words(std::string message) {
    for (const std::string before : {"PQconnectdb failed.\n", "ERROR:  ", "FATAL:  "}) {
        for (auto at = message.find(before); at != std::string::npos; at = message.find(before))
            message.erase(at, before.size());
    }
    return message;
}

void set_field(OGRFeature& feature, int field, const std::string& text) {
    if (feature.GetFieldDefnRef(field)->GetType() != OFTBinary) return feature.SetField(field, text.c_str());
    int size = 0;
    const std::unique_ptr<GByte, decltype(&VSIFree)> bytes(CPLHexToBinary(text.c_str(), &size), &VSIFree);
    feature.SetField(field, size, bytes.get());
}

struct RowsOf {
    GDALDataset& dataset;
    OGRLayer* layer;

    RowsOf(GDALDataset& from, const std::string& sql)
        : dataset{from}, layer{from.ExecuteSQL(sql.c_str(), nullptr, nullptr)} {}
    ~RowsOf() {
        if (layer != nullptr) dataset.ReleaseResultSet(layer);
    }
    RowsOf(const RowsOf&) = delete;
    RowsOf& operator=(const RowsOf&) = delete;
};

}  // namespace

void PostgisConnection::Closer::operator()(GDALDataset* dataset) const noexcept {
    const OgrFailures unheard;
    GDALClose(GDALDataset::ToHandle(dataset));
}

PostgisConnection::PostgisConnection(std::string_view output) : m_text{read_connection(output)} {
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
    if (GetGDALDriverManager()->GetDriverByName(driver_name) == nullptr)
        throw Error{"cannot write to PostGIS: this GDAL was built without its PostgreSQL driver"};
    const OgrFailures failures;
    const std::array<const char*, 2> drivers{driver_name, nullptr};
    // Nobody's table is to be opened only because it is there.
    const std::array<const char*, 2> options{"LIST_ALL_TABLES=NO", nullptr};
    m_dataset.reset(GDALDataset::Open(m_text.for_gdal.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE,
                                      drivers.data(), options.data(), nullptr));
    const std::string said = without_secrets(in_libpq_words(failures.first()), m_text);
    if (m_dataset != nullptr && said.empty()) return;
    const bool is_no_database =
        said.find("database \"") != std::string::npos && said.find("does not exist") != std::string::npos;
    throw Error{"cannot connect to the PostGIS database: " +
                (said.empty() ? "GDAL's PostgreSQL driver does not take the connection string" : said) +
                (is_no_database ? " (make it with createdb)" : "")};
}

PostgisConnection::~PostgisConnection() {
    // GDAL commits what is open when it closes.
    const OgrFailures unheard;
    if (m_dataset != nullptr && m_in_transaction) m_dataset->RollbackTransaction();
}

void PostgisConnection::check(bool is_done, const std::string& message, const std::string& doing) const {
    if (!is_done || !message.empty()) fail(message, doing);
}

void PostgisConnection::fail(const std::string& message, const std::string& doing) const {
    const std::string said = without_secrets(in_libpq_words(message), m_text);
    if (said.find("due to lock timeout") != std::string::npos)
        throw Error{"cannot " + doing +
                    ": somebody holds one of the tables, with an edit that is not saved or a long query; end "
                    "that, or try again later"};
    throw Error{"cannot " + doing + (said.empty() ? "" : ": " + said)};
}

void PostgisConnection::execute(const std::string& sql) {
    const OgrFailures failures;
    const RowsOf rows(*m_dataset, sql);
    check(true, failures.first(), "write to the PostGIS database");
}

std::vector<std::vector<PostgisConnection::Cell>> PostgisConnection::rows(const std::string& sql) {
    const OgrFailures failures;
    const RowsOf result(*m_dataset, sql);
    OGRLayer* const found = result.layer;
    if (found == nullptr) fail(failures.first(), "read the PostGIS database");
    std::vector<std::vector<Cell>> all;
    for (const auto& feature : *found) {
        auto& row = all.emplace_back();
        for (int i = 0; i < feature->GetFieldCount(); ++i) {
            row.emplace_back();
            if (feature->IsFieldSetAndNotNull(i)) row.back() = feature->GetFieldAsString(i);
        }
    }
    check(true, failures.first(), "read the PostGIS database");
    return all;
}

std::string PostgisConnection::text(const std::string& sql) {
    const auto all = rows(sql);
    return all.empty() || all.front().empty() ? std::string{} : all.front().front().value_or("");
}

void PostgisConnection::begin() {
    const OgrFailures failures;
    const bool is_done = m_dataset->StartTransaction() == OGRERR_NONE;
    m_in_transaction = is_done;
    check(is_done, failures.first(), "write to the PostGIS database");
}

void PostgisConnection::commit() {
    const OgrFailures failures;
    const bool is_done = m_dataset->CommitTransaction() == OGRERR_NONE;
    check(is_done, failures.first(), "write to the PostGIS database");
    m_in_transaction = false;
}

void PostgisConnection::append(const std::string& schema, const std::string& table,
                               const std::vector<std::string>& columns,
                               const std::vector<std::vector<Cell>>& rows) {
    const OgrFailures failures;
    const CPLConfigOptionSetter copy("PG_USE_COPY", "YES", false);
    const std::string doing = "write " + schema + "." + table;
    OGRLayer* layer = m_dataset->GetLayerByName((schema + "." + table).c_str());
    if (layer == nullptr) fail(failures.first(), doing);
    std::vector<int> fields;
    for (const std::string& column : columns) {
        fields.push_back(layer->GetLayerDefn()->GetFieldIndex(column.c_str()));
        if (fields.back() < 0)
            fail(failures.first(), std::string(doing).append(", which has no column ").append(column));
    }
    for (const auto& row : rows) {
        OGRFeature feature(layer->GetLayerDefn());
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (row[i]) set_field(feature, fields[i], *row[i]);
        }
        const bool is_done = layer->CreateFeature(&feature) == OGRERR_NONE;
        check(is_done, failures.first(), doing);
    }
    m_dataset->FlushCache(false);  // ends the COPY
    check(true, failures.first(), doing);
}

void PostgisConnection::copy_table(const std::filesystem::path& geopackage, const std::string& from,
                                   const std::string& schema, const std::string& table, const Shard& shard) {
    const OgrFailures failures;
    const CPLConfigOptionSetter copy("PG_USE_COPY", "YES", false);
    const std::string doing = "write " + schema + "." + table;
    const std::array<const char*, 2> drivers{"GPKG", nullptr};
    GDALDatasetUniquePtr file(GDALDataset::Open(geopackage.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                drivers.data(), nullptr, nullptr));
    OGRLayer* rows = file == nullptr ? nullptr : file->GetLayerByName(from.c_str());
    if (rows == nullptr) fail(failures.first(), "read the draft of " + from);
    OGRLayer* layer = m_dataset->GetLayerByName((schema + "." + table).c_str());
    if (layer == nullptr) fail(failures.first(), doing);
    const int count = rows->GetLayerDefn()->GetFieldCount();
    check(layer->GetLayerDefn()->GetFieldCount() == count, failures.first(), doing);
    std::vector<int> fields(static_cast<std::size_t>(count));
    std::iota(fields.begin(), fields.end(), 0);
    for (const auto& row : *rows) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetFrom(row.get(), fields.data(), 0);
        feature.SetFID((row->GetFID() - 1) * shard.count + shard.number);
        const bool is_done = layer->CreateFeature(&feature) == OGRERR_NONE;
        check(is_done, failures.first(), doing);
    }
    m_dataset->FlushCache(false);  // ends the COPY
    check(true, failures.first(), doing);
}

}  // namespace incidentmap
