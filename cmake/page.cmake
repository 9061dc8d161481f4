# SPDX-License-Identifier: MIT
# The page's front end goes into the library as it was bundled (src/writer/page/bundle, made by script/page): no
# Node is needed here.
set(page_files ${PROJECT_SOURCE_DIR}/src/writer/page/bundle/page.html ${PROJECT_SOURCE_DIR}/src/writer/page/bundle/page.css
               ${PROJECT_SOURCE_DIR}/src/writer/page/bundle/page.js
               ${PROJECT_SOURCE_DIR}/src/writer/page/bundle/review.html
               ${PROJECT_SOURCE_DIR}/src/writer/page/bundle/review.css
               ${PROJECT_SOURCE_DIR}/src/writer/page/bundle/review.js)
set(page_source ${PROJECT_BINARY_DIR}/page_bundle.cpp)
add_custom_command(
    OUTPUT ${page_source}
    COMMAND ${CMAKE_COMMAND} -D OUTPUT=${page_source} -D "FILES=${page_files}"
            -P ${PROJECT_SOURCE_DIR}/cmake/embed_page.cmake
    DEPENDS ${page_files} ${PROJECT_SOURCE_DIR}/cmake/embed_page.cmake
    COMMENT "Putting the page into the library"
    VERBATIM)
target_sources(incidentmap PRIVATE ${page_source})
