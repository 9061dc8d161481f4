# SPDX-License-Identifier: MIT
# The tables that people read and mend (src/*/tables/*.csv: spellings, words of dates, names of columns) become rows
# that the sources include: nothing is read from a file when the program runs, and a row that is wrong ends the build
# with its file and line.
add_executable(make_tables cmake/make_tables.cpp src/core/json_text.cpp src/core/text.cpp src/table/csv.cpp
                           src/table/encoding.cpp src/table/header_rules.cpp src/table/no_table.cpp
                           src/gazetteer/spelling/code_points.cpp)
target_include_directories(make_tables PRIVATE src)
target_link_libraries(make_tables PRIVATE incidentmap_flags ICU::uc ICU::i18n)
set_target_properties(make_tables PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

foreach(module core gazetteer report prose)
    set(tables_folder ${PROJECT_SOURCE_DIR}/src/${module}/tables)
    set(made_tables_folder ${PROJECT_BINARY_DIR}/tables/${module}/tables)
    file(MAKE_DIRECTORY ${made_tables_folder})
    file(GLOB table_files CONFIGURE_DEPENDS ${tables_folder}/*.csv)
    set(made_tables ${table_files})
    list(TRANSFORM made_tables REPLACE ".*/([^/]*)[.]csv$" "${made_tables_folder}/\\1.inc")
    add_custom_command(
        OUTPUT ${PROJECT_BINARY_DIR}/tables/${module}/made
        BYPRODUCTS ${made_tables}
        COMMAND make_tables ${tables_folder} ${made_tables_folder} ${module}
        COMMAND ${CMAKE_COMMAND} -E touch ${PROJECT_BINARY_DIR}/tables/${module}/made
        DEPENDS make_tables ${table_files}
        COMMENT "Reading the tables of ${module}"
        VERBATIM)
    add_custom_target(${module}_tables DEPENDS ${PROJECT_BINARY_DIR}/tables/${module}/made)
    add_dependencies(incidentmap ${module}_tables)
endforeach()
target_include_directories(incidentmap PRIVATE ${PROJECT_BINARY_DIR}/tables)
