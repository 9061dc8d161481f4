# SPDX-License-Identifier: MIT
# Man pages and completions of shells, made by the program from the same text as its --help.
set(manual ${PROJECT_BINARY_DIR}/manual)
find_program(INCIDENTMAP_GZIP gzip)
set(installed_pages ${manual})
if(INCIDENTMAP_GZIP)
    set(installed_pages ${manual}/compressed) # as Debian asks; man reads both
    set(compress COMMAND ${CMAKE_COMMAND} -E copy_directory ${manual}/man1 ${manual}/compressed/man1
                 COMMAND ${INCIDENTMAP_GZIP} -9nrf ${manual}/compressed/man1)
endif()
set(made_manual ${manual}/bash/incidentmap ${manual}/zsh/_incidentmap ${manual}/fish/incidentmap.fish)
add_custom_command(
    OUTPUT ${made_manual}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${manual}/bash ${manual}/zsh ${manual}/fish
    COMMAND incidentmap_program manual man ${manual}/man1
    COMMAND incidentmap_program manual bash > ${manual}/bash/incidentmap
    COMMAND incidentmap_program manual zsh > ${manual}/zsh/_incidentmap
    COMMAND incidentmap_program manual fish > ${manual}/fish/incidentmap.fish
    ${compress}
    DEPENDS incidentmap_program
    COMMENT "Making man pages and completions"
    VERBATIM)
add_custom_target(manual ALL DEPENDS ${made_manual})
