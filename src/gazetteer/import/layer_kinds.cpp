// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "core/text.hpp"
#include "gazetteer/import/geonames_features.hpp"
#include "gazetteer/import/layer_columns.hpp"
#include "gazetteer/spelling/kind_words.hpp"

namespace incidentmap {
namespace {

/// By the people who live there.
constexpr std::string_view settlement = "settlement";

struct KindRow {
    std::string_view words;  ///< in lower case, parted by `|`
    std::string_view kind;
};

/// Words of OpenStreetMap (wiki.openstreetmap.org: place, boundary, aeroway, military), Natural Earth
/// (featurecla), geoBoundaries (shapeType) and administrations.
constexpr KindRow usual_words[] = {
    {"nation|adm0|admin-0 country|admin-0 sovereignty|admin-0 map unit|sovereign country", "country"},
    {"state|governorate|muhafazah|oblast|wilayah|admin-1 states provinces|admin-1 scale rank|admin-1 "
     "aggregation",
     "province"},
    {"county|qada|rayon|raion|locality district|municipality|adm2 area|admin-2 scale rank|admin-2 label",
     "district"},
    {"nahiyah|commune|hromada|sub-district", "subdistrict"},
    {"populated place|settlement|ppl", settlement},
    {"admin-0 capital|admin-0 capital alt|admin-1 capital|admin-1 region capital|admin-0 region capital|"
     "national_capital",
     "city"},
    {"hamlet|isolated_dwelling|farm|historic place", "village"},
    {"suburb|neighbourhood|neighborhood|borough|city_block", "quarter"},
    {"aerodrome|airstrip", "airfield"},
    {"helipad|heliport", "airfield"},
    {"military|barracks|base|military_base|naval_base|ammunition|office of the army", "military base"},
    {"military airfield|airbase", "air base"},
    {"training_area|danger_area|range|nuclear_explosion_site", "training range"},
    {"checkpoint|border_control|border crossing point", "border crossing"},
    {"refinery|oil_refinery|petroleum_well", "refinery"},
    {"oilfield", "oil field"},
    {"gasfield", "gas field"},
    {"plant|power_plant|generator|power station", "power plant"},
    {"peak|volcano|ridge|mountain_range|mountain range|range/mtn", "mountain"},
    {"islet|archipelago|island group", "island"},
    {"water|reservoir|lagoon", "lake"},
    {"stream|canal|wadi|lake centerline", "river"},
    {"harbour|harbor|ferry_terminal", "port"},
    {"industrial", "zone"},
};

/// Who's On First (whosonfirst.org/docs/placetypes).
constexpr KindRow placetypes[] = {
    {"country|dependency|empire|disputed", "country"},
    {"macroregion", "region"},
    {"region", "province"},
    {"macrocounty|county", "district"},
    {"localadmin", "subdistrict"},
    {"locality", settlement},
    {"borough|macrohood|neighbourhood|microhood", "quarter"},
    {"campus|building|venue|arcade|wing|enclosure|installation|concourse", "building"},
};

template <std::size_t size>
std::string_view kind_among(const KindRow (&rows)[size], std::string_view word) {
    for (const KindRow& row : rows) {
        for (const std::string& known : split_list(row.words, "|")) {
            if (known == word) return row.kind;
        }
    }
    return {};
}

}  // namespace

std::string kind_of_word(std::string_view word, std::string_view column, std::int64_t population) {
    std::string small = lower_ascii(trimmed(word));
    const bool whosonfirst = lower_ascii(column).find("placetype") != std::string::npos;
    std::string_view kind = whosonfirst ? kind_among(placetypes, small) : std::string_view{};
    if (kind.empty() && !kind_group(small).empty()) return small;
    if (kind.empty()) kind = kind_among(usual_words, small);
    if (kind == settlement) return std::string(geonames_kind({"", "village"}, population));
    if (!kind.empty()) return std::string(kind);
    std::string code(trimmed(word));
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; });
    const GeonamesFeature* feature = geonames_feature(code);
    return feature == nullptr ? std::string{} : std::string(geonames_kind(*feature, population));
}

}  // namespace incidentmap
