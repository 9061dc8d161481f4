// SPDX-License-Identifier: MIT
#include "table/no_table.hpp"

#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view formats_read =
    "CSV, XLSX, ODS, JSON, GeoJSON, GeoPackage, FlatGeobuf and Shapefile are read";

struct Signature {
    std::string_view bytes;
    std::string_view what;
};

constexpr Signature signatures[] = {
    {"\xD0\xCF\x11\xE0", "an old Excel file (XLS); save it as XLSX or as CSV UTF-8"},
    {"%PDF", "a PDF, and no table; copy its table into a spreadsheet and save that as XLSX or CSV"},
    {"SQLite format 3", "an SQLite database; where it is a GeoPackage, let its name end in .gpkg"},
    {"\x1F\x8B", "compressed (gzip); unpack it first"},
    {"7z\xBC\xAF", "an archive (7z); unpack it first"},
    {"Rar!", "an archive (RAR); unpack it first"},
    {"{\\rtf", "a text document (RTF), and no table"},
    {"PAR1", "Parquet; save it as CSV or GeoPackage"},
    {"fgb\x03", "FlatGeobuf; let its name end in .fgb"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
};

/// An XLSX, ODS or DOCX is a ZIP archive whose entries say which.
std::string zip_of(std::string_view beginning) {
    const auto has = [&](std::string_view part) { return beginning.find(part) != std::string_view::npos; };
    if (has("xl/workbook") || has("xl/worksheets") || has("xl/_rels"))
        return "an XLSX spreadsheet; let its name end in .xlsx";
    if (has("opendocument.spreadsheet")) return "an ODS spreadsheet; let its name end in .ods";
    if (has("word/document")) return "a Word document, and no table; copy its table into a spreadsheet";
    if (has("doc.kml"))
        return "KMZ, a map and no table; save its placemarks as GeoJSON or GeoPackage, in QGIS for example";
    return "a ZIP archive; unpack it first";
}

std::string markup_of(std::string_view text) {
    const std::string low = lower_ascii(text.substr(0, 1024));
    if (low.find("<kml") != std::string::npos)
        return "KML, a map and no table; save its placemarks as GeoJSON or GeoPackage, in QGIS for example";
    if (low.find("<gpx") != std::string::npos)
        return "GPX, a map and no table; save its points as GeoJSON or GeoPackage";
    if (low.find("<html") != std::string::npos || low.find("<!doctype html") != std::string::npos)
        return "a web page (HTML), and no table; an Excel file of that kind is to be saved as XLSX, and a "
               "page with a "
               "table to be copied into a spreadsheet";
    if (low.find("<table") != std::string::npos)
        return "a table in HTML; open it in a spreadsheet and save it as XLSX or CSV";
    if (low.starts_with("<?xml")) return "XML, and no table";
    return {};
}

}  // namespace

std::string what_it_is(std::string_view beginning) {
    std::string what;
    if (beginning.starts_with("PK\x03\x04")) what = zip_of(beginning);
    for (const Signature& signature : signatures) {
        if (what.empty() && beginning.starts_with(signature.bytes)) what = signature.what;
    }
    const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (what.empty() && first != std::string_view::npos && beginning[first] == '<')
        what = markup_of(beginning.substr(first));
    return what.empty() ? what : what + ". " + std::string(formats_read);
}

}  // namespace incidentmap
