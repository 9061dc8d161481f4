# SPDX-License-Identifier: MIT
# Read by CPack for each kind of package: which components it holds.
if(CPACK_GENERATOR STREQUAL "DEB")
    set(CPACK_COMPONENTS_ALL program tables debian)
else()
    set(CPACK_COMPONENTS_ALL program tables tarball)
endif()
