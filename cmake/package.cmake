# SPDX-License-Identifier: MIT
# A Debian package and a tarball that runs wherever it is unpacked, both of the component `program`: script/package.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # a package needs the program, not the tests: script/package builds it

set(INCIDENTMAP_MAINTAINER "the incidentmap authors <incidentmap@localhost>" CACHE STRING
    "Who answers for the Debian package")

# What only a package has. Packages hold the tables of the world: compressed, the gazetteer that is made of them is three
# times as large. The Debian package makes it when it is installed; in the tarball `setup` does.
install(FILES packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT debian EXCLUDE_FROM_ALL)
if(INCIDENTMAP_GZIP)
    configure_file(packaging/debian/changelog.in ${PROJECT_BINARY_DIR}/debian/changelog.Debian @ONLY)
    execute_process(COMMAND ${INCIDENTMAP_GZIP} -9nf changelog.Debian WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/debian
                    COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR}
            COMPONENT debian EXCLUDE_FROM_ALL)
endif()
set(world ${PROJECT_SOURCE_DIR}/gazetteer/world)
install(FILES ${world}/places.csv.gz ${world}/names.csv.gz ${world}/sources.csv ${world}/areas.geojson.gz
        DESTINATION ${CMAKE_INSTALL_DATADIR}/incidentmap/world COMPONENT tables EXCLUDE_FROM_ALL)
install(PROGRAMS packaging/tarball/setup DESTINATION . COMPONENT tarball EXCLUDE_FROM_ALL)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tarball EXCLUDE_FROM_ALL)
file(CREATE_LINK /var/lib/incidentmap/world.gpkg ${PROJECT_BINARY_DIR}/debian/world.gpkg SYMBOLIC)
install(FILES ${PROJECT_BINARY_DIR}/debian/world.gpkg DESTINATION ${CMAKE_INSTALL_DATADIR}/incidentmap/gazetteer
        COMPONENT debian EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB TXZ)
set(CPACK_PACKAGE_VENDOR "the incidentmap authors")
set(CPACK_PACKAGE_CONTACT ${INCIDENTMAP_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "map layers from reports of past incidents, with reasons")
set(CPACK_PACKAGE_DESCRIPTION
"incidentmap reads tables of reports of past, publicly reported incidents,
finds the places that they name, and writes layers that open finished in QGIS:
points with a possible area and reasons, distances with a least, a likely and
a greatest value, and what does not add up. It works offline.
.
The package holds the program, gazetteers of Iraq and Syria and of the world,
the module incidentmap for Python, manual pages, and completions for shells.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program world tables debian tarball)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/cmake/package_parts.cmake)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_PACKAGE_FILE_NAME incidentmap-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_ARCHIVE_FILE_NAME ${CPACK_PACKAGE_FILE_NAME})
# One thread: what is packed does not depend on how many processors there are.
set(CPACK_THREADS 1)

set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core | fonts-freefont-ttf | fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "python3 (>= 3.9)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "python3-pandas, python3-geopandas, qgis")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/debian/postinst
    ${PROJECT_SOURCE_DIR}/packaging/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
