# SPDX-License-Identifier: MIT
# Man pages and completions of shells, made by the program from the same text as its --help.
set(manual ${PROJECT_BINARY_DIR}/manual)
set(made_manual ${manual}/bash/incidentmap ${manual}/zsh/_incidentmap ${manual}/fish/incidentmap.fish)
add_custom_command(
    OUTPUT ${made_manual}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${manual}/bash ${manual}/zsh ${manual}/fish
    COMMAND incidentmap_program manual man ${manual}/man1
    COMMAND incidentmap_program manual bash > ${manual}/bash/incidentmap
    COMMAND incidentmap_program manual zsh > ${manual}/zsh/_incidentmap
    COMMAND incidentmap_program manual fish > ${manual}/fish/incidentmap.fish
    DEPENDS incidentmap_program
    COMMENT "Making man pages and completions"
    VERBATIM)
add_custom_target(manual ALL DEPENDS ${made_manual})
