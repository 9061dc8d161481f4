# SPDX-License-Identifier: MIT
# What `cmake --install` puts where, in components: `program` is what people run, with man pages, completions
# and the package for Python; `world` the gazetteer of the world; `development` is what find_package(incidentmap) finds.
include(CMakePackageConfigHelpers)

install(TARGETS incidentmap_program COMPONENT program)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT world)
install(FILES gazetteer/SOURCES.md DESTINATION ${CMAKE_INSTALL_DATADIR}/incidentmap/gazetteer COMPONENT program)
install(DIRECTORY ${installed_pages}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/manual/bash/incidentmap
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/manual/zsh/_incidentmap
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/manual/fish/incidentmap.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
set(INCIDENTMAP_PYTHON_FOLDER lib/python3/dist-packages CACHE STRING "Where the package for Python goes")
install(DIRECTORY python/src/incidentmap DESTINATION ${INCIDENTMAP_PYTHON_FOLDER} COMPONENT program
        FILES_MATCHING PATTERN *.py PATTERN py.typed PATTERN __pycache__ EXCLUDE)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/incidentmap)
install(TARGETS incidentmap EXPORT incidentmapTargets COMPONENT development
        FILE_SET face DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
        FILE_SET reached DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/incidentmap COMPONENT development)
install(EXPORT incidentmapTargets NAMESPACE incidentmap:: DESTINATION ${package} COMPONENT development)
set(gazetteer_folder ${CMAKE_INSTALL_DATADIR}/incidentmap/gazetteer)
configure_package_config_file(cmake/incidentmapConfig.cmake.in ${PROJECT_BINARY_DIR}/incidentmapConfig.cmake
                              INSTALL_DESTINATION ${package} PATH_VARS gazetteer_folder)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/incidentmapConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/incidentmapConfig.cmake ${PROJECT_BINARY_DIR}/incidentmapConfigVersion.cmake
        DESTINATION ${package} COMPONENT development)
