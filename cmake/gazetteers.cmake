# SPDX-License-Identifier: MIT
# The gazetteers that come with the program, made by the program itself and kept beside it. The target `gazetteers` is the
# program with all of them: what is needed to make a map.
add_custom_target(gazetteers DEPENDS incidentmap_program)

# gazetteer_of(NAME COMPONENT FORMAT FILE...): makes gazetteer/NAME.gpkg from the files, and installs it.
function(gazetteer_of name component format)
    set(output ${PROJECT_BINARY_DIR}/gazetteer/${name}.gpkg)
    add_custom_command(
        OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/gazetteer
        COMMAND incidentmap_program gazetteer import ${format} ${ARGN} -o ${output}
        DEPENDS incidentmap_program ${ARGN}
        COMMENT "Making the gazetteer ${name}"
        VERBATIM)
    add_custom_target(gazetteer_${name} ALL DEPENDS ${output})
    add_dependencies(gazetteers gazetteer_${name})
    install(FILES ${output} DESTINATION ${CMAKE_INSTALL_DATADIR}/incidentmap/gazetteer COMPONENT ${component})
endfunction()

set(tables ${PROJECT_SOURCE_DIR}/gazetteer)
gazetteer_of(curated program csv ${tables}/places.csv ${tables}/names.csv ${tables}/points.csv ${tables}/sources.csv
             ${tables}/areas.geojson ${tables}/world/countries.geojson.gz)

# The tables of the world are made by script/gazetteer_world and kept compressed.
set(world ${tables}/world)
gazetteer_of(world world csv ${world}/places.csv.gz ${world}/names.csv.gz ${world}/sources.csv ${world}/areas.geojson.gz)
