// SPDX-License-Identifier: MIT
#include "gazetteer/import/layer_columns.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/import/geonames_features.hpp"
#include "gazetteer/import/packed_file.hpp"
#include "gazetteer/spelling/kind_words.hpp"

namespace incidentmap {
namespace {

// What columns are called with the usual publishers, the surest first.
constexpr std::string_view name_columns =
    "name_en|name:en|name|full_name_ro|full_name|full_nm_nd|wof:name|nameascii|shapename|name_long";
constexpr std::string_view kind_columns =
    "kind|wof:placetype|placetype|desig_cd|dsg|shapetype|featurecla|fclass|feature_code|place|aeroway|"
    "military|type";
constexpr std::string_view id_columns = "place_id|wof:id|ufi|osm_id|shapeid|geonameid|adm1_code|ne_id|id";
constexpr std::string_view country_columns =
    "country|country_code|wof:country|cc_ft|cc1|iso_a2_eh|iso_a2|shapegroup|adm0_a3|iso";
constexpr std::string_view admin1_columns = "admin1|adm1name|adm1_name|admin1name|province|governorate";
constexpr std::string_view admin2_columns = "admin2|adm2name|adm2_name|admin2name|district";
constexpr std::string_view population_columns = "population|wof:population|pop_max|pop_est";
constexpr std::string_view language_columns = "language|lang|lang_cd|lc";

struct Publisher {
    std::string_view columns;  ///< that tell it, all of them
    std::string_view source_id;
    std::string_view source;
    std::string_view licence;
};

constexpr Publisher publishers[] = {
    {"adm0_pcode", "cod-ab", "OCHA, Common Operational Datasets, administrative boundaries",
     "see data.humdata.org; mostly CC BY-IGO"},
    {"shapegroup,shapetype", "geoboundaries", "geoBoundaries", "see geoboundaries.org; mostly CC BY 4.0"},
    {"ufi,uni", "gns", "NGA GEOnet Names Server", "public domain"},
    {"wof:id", "whosonfirst", "Who's On First", "see whosonfirst.org; mostly CC BY 4.0"},
    {"osm_id", "openstreetmap", "OpenStreetMap contributors", "ODbL 1.0"},
    {"featurecla,scalerank", "natural-earth", "Natural Earth", "public domain"},
};

constexpr std::array<std::string_view, 5> level_kinds{"country", "province", "district", "subdistrict",
                                                      "subdistrict"};

/// Two letters are a language's in a column such as `name_ar`, `ADM1_AR`.
std::string language_in(std::string_view ending) {
    return ending.size() == 2 || ending == "ckb" || ending == "kmr" ? lower_ascii(ending) : std::string{};
}

std::string slug(std::string_view text) {
    std::string result;
    for (const char c : lower_ascii(text)) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (plain) result += c;
        if (!plain && !result.empty() && result.back() != '-') result += '-';
    }
    while (result.ends_with('-')) result.pop_back();
    return result.empty() ? "layer" : result;
}

class Finder {
  public:
    Finder(const LayerRows& rows, const std::string& path) : m_rows(rows), m_path(path) {}

    std::size_t asked(const std::string& name, const char* option) const {
        if (const auto column = m_rows.column(name)) return *column;
        throw Error{m_path + " has no column '" + name + "' (" + option + "); it has " +
                    shortened(joined(m_rows.columns(), ", "), 400)};
    }
    /// The column of the mapping, else a usual one.
    std::optional<std::size_t> find(const std::string& name, std::string_view usual,
                                    const char* option) const {
        return name.empty() ? m_rows.column(usual) : std::optional(asked(name, option));
    }

  private:
    const LayerRows& m_rows;
    const std::string& m_path;
};

void map_names(LayerColumns& columns, const LayerRows& rows, const LayerMapping& mapping,
               const Finder& finder) {
    for (const std::string& name : mapping.names) {
        const std::size_t equals = name.rfind('=');
        if (rows.column(name) || equals == std::string::npos) {
            columns.names.push_back({finder.asked(name, "--name"), {}});
        } else {
            columns.names.push_back(
                {finder.asked(name.substr(0, equals), "--name"), name.substr(equals + 1)});
        }
    }
}

/// Columns that begin like the one of the name and end in a language: `name_ar`, `name:ar`.
void add_languages(LayerColumns& columns, const LayerRows& rows, std::string_view stem) {
    for (std::size_t i = 0; i < rows.columns().size(); ++i) {
        const std::string column = lower_ascii(rows.columns()[i]);
        if (column.size() < stem.size() + 2 || !column.starts_with(stem)) continue;
        const char mark = column[stem.size()];
        const std::string language =
            mark == '_' || mark == ':' ? language_in(column.substr(stem.size() + 1)) : "";
        const bool known = std::any_of(columns.names.begin(), columns.names.end(),
                                       [i](const NameColumn& name) { return name.column == i; });
        if (!language.empty() && !known) columns.names.push_back({i, language});
    }
}

/// OCHA's and HDX's layers have the columns of all levels above their own: `ADM2_EN`, `ADM2_AR`,
/// `ADM2_PCODE`.
void map_levels(LayerColumns& columns, const LayerRows& rows) {
    for (std::size_t level = level_kinds.size(); level-- > 0;) {
        const std::string stem = "adm" + std::to_string(level);
        const auto code = rows.column(stem + "_pcode");
        if (!code) continue;
        columns.id = code;
        columns.kind_of_all = level_kinds[level];
        if (const auto english = rows.column(stem + "_en|" + stem + "_name"))
            columns.names.push_back({*english, "en"});
        add_languages(columns, rows, stem);
        for (const char* other : {"alt1en", "alt2en", "alt1ar", "alt2ar", "alt1fr"}) {
            if (const auto column = rows.column(stem + other))
                columns.names.push_back({*column, std::string(other).substr(4)});
        }
        if (level > 1) columns.admin1 = rows.column("adm1_en|adm1_name|adm1_fr");
        if (level > 2) columns.admin2 = rows.column("adm2_en|adm2_name|adm2_fr");
        columns.country = rows.column("iso2|adm0_pcode");
        return;
    }
}

void map_usual(LayerColumns& columns, const LayerRows& rows, const LayerMapping& mapping,
               const Finder& finder) {
    if (columns.names.empty()) {
        if (const auto name = rows.column(name_columns)) {
            const std::string column = lower_ascii(rows.columns()[*name]);
            columns.names.push_back({*name, column.ends_with("en") && column != "name" ? "en" : ""});
            if (const auto plain = rows.column("name"); plain && *plain != *name)
                columns.names.push_back({*plain, {}});
            add_languages(columns, rows, "name");
        }
    }
    if (!columns.id || !mapping.id.empty()) columns.id = finder.find(mapping.id, id_columns, "--id");
    if (!columns.admin1 || !mapping.admin1.empty())
        columns.admin1 = finder.find(mapping.admin1, admin1_columns, "--admin1");
    if (!columns.admin2 || !mapping.admin2.empty())
        columns.admin2 = finder.find(mapping.admin2, admin2_columns, "--admin2");
    columns.population = finder.find(mapping.population, population_columns, "--population");
    columns.name_type = rows.column("nt");
}

}  // namespace

LayerColumns layer_columns(const LayerRows& rows, const LayerMapping& mapping, const std::string& path) {
    LayerColumns columns;
    const Finder finder(rows, path);
    map_levels(columns, rows);
    if (!mapping.names.empty()) columns.names.clear();
    map_names(columns, rows, mapping, finder);
    map_usual(columns, rows, mapping, finder);
    if (rows.columns().empty()) throw Error{path + " has no columns, so that no place has a name"};
    if (columns.names.empty())
        throw Error{path + ": which column has the names? Say --name COLUMN; it has " +
                    shortened(joined(rows.columns(), ", "), 400)};

    if (!kind_group(lower_ascii(mapping.kind)).empty() && !rows.column(mapping.kind)) {
        columns.kind_of_all = lower_ascii(mapping.kind);
    } else if (!mapping.kind.empty() || columns.kind_of_all.empty()) {
        columns.kind =
            finder.find(mapping.kind, kind_columns, "--kind, which is a column or a kind of place");
    }
    if (!mapping.country.empty() && !rows.column(mapping.country)) {
        columns.country_of_all = country_code(mapping.country);
        if (columns.country_of_all.empty())
            finder.asked(mapping.country, "--country, which is a column or a country");
        columns.country.reset();
    } else if (!columns.country || !mapping.country.empty()) {
        columns.country = finder.find(mapping.country, country_columns, "--country");
    }
    if (!mapping.language.empty() && !rows.column(mapping.language)) {
        if (mapping.language.size() > 3)
            finder.asked(mapping.language, "--lang, which is a column or a language's code");
        columns.language_of_all = mapping.language;
    } else {
        columns.language = finder.find(mapping.language, language_columns, "--lang");
    }

    for (const Publisher& publisher : publishers) {
        const std::vector<std::string> telling = split_list(publisher.columns, ",");
        if (!std::all_of(telling.begin(), telling.end(),
                         [&](const std::string& c) { return rows.column(c).has_value(); }))
            continue;
        columns.source_id = publisher.source_id;
        columns.source = publisher.source;
        columns.licence = publisher.licence;
        break;
    }
    if (columns.source_id.empty() || !mapping.source.empty()) {
        columns.source =
            mapping.source.empty() ? std::filesystem::path(inner_name(path)).stem().string() : mapping.source;
        columns.source_id = slug(columns.source);
        columns.licence.clear();
    }
    if (!mapping.licence.empty()) columns.licence = mapping.licence;
    return columns;
}

}  // namespace incidentmap
