# SPDX-License-Identifier: MIT
# What `cmake --install` puts where, so that find_package(incidentmap) finds it.
include(CMakePackageConfigHelpers)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/incidentmap)
install(TARGETS incidentmap_program)
install(TARGETS incidentmap EXPORT incidentmapTargets
        FILE_SET face DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILE_SET reached DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/incidentmap)
install(EXPORT incidentmapTargets NAMESPACE incidentmap:: DESTINATION ${package})
set(gazetteer_folder ${CMAKE_INSTALL_DATADIR}/incidentmap/gazetteer)
configure_package_config_file(cmake/incidentmapConfig.cmake.in ${PROJECT_BINARY_DIR}/incidentmapConfig.cmake
                              INSTALL_DESTINATION ${package} PATH_VARS gazetteer_folder)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/incidentmapConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/incidentmapConfig.cmake ${PROJECT_BINARY_DIR}/incidentmapConfigVersion.cmake
        DESTINATION ${package})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES gazetteer/SOURCES.md DESTINATION ${CMAKE_INSTALL_DATADIR}/incidentmap/gazetteer)
