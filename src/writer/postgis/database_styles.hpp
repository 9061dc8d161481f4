// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "geopackage/layer_styles.hpp"
#include "writer/postgis/connection.hpp"

namespace incidentmap {

/// What `public.layer_styles`, where QGIS looks for styles, holds for the layers of a schema.
struct StandingStyles {
    bool has_table = false;
    std::string obstacle;             ///< why no style can be stored there, and who can mend it; else empty
    std::vector<std::string> ours;    ///< ids of rows as a build wrote them, or that are to be replaced
    std::vector<std::string> kept;    ///< styles that people made, `the style Night of attacks`
    std::vector<std::string> edited;  ///< styles of ours that people changed, `the style Cluster of attacks`
    std::vector<std::string> edited_ids;
    std::vector<std::string> with_default;  ///< tables whose default is a style that is kept
};

/// Looks; current_schema() is to be the one whose layers are meant. \p styles which are ours \throws Error
StandingStyles standing_styles(PostgisConnection& connection, const std::string& role,
                               const std::vector<LayerStyle>& styles);

/// Puts the styles of a schema in place of the earlier ones of ours; makes the table where there is none. To
/// be called where there is no obstacle. \throws Error
void write_styles(PostgisConnection& connection, const std::string& schema, const StandingStyles& standing,
                  const std::vector<LayerStyle>& styles);

}  // namespace incidentmap
