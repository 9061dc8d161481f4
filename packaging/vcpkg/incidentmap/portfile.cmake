# SPDX-License-Identifier: MIT
# Untried: written without vcpkg. Put a release in place of SOURCE_URL and SOURCE_SHA512.
vcpkg_download_distfile(archive URLS SOURCE_URL FILENAME incidentmap-${VERSION}.tar.gz SHA512 SOURCE_SHA512)
vcpkg_extract_source_archive(source ARCHIVE ${archive})
vcpkg_cmake_configure(SOURCE_PATH ${source} OPTIONS -DINCIDENTMAP_TESTS=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME incidentmap CONFIG_PATH lib/cmake/incidentmap)
vcpkg_copy_tools(TOOL_NAMES incidentmap AUTO_CLEAN)
file(REMOVE_RECURSE ${CURRENT_PACKAGES_DIR}/debug/include ${CURRENT_PACKAGES_DIR}/debug/share)
vcpkg_install_copyright(FILE_LIST ${source}/LICENSE)
