# SPDX-License-Identifier: MIT
# Writes a C++ source that holds files as texts: cmake -D OUTPUT=... -D FILES=html;css;js -P embed_page.cmake
set(names html style script review_html review_style review_script)
set(source "// SPDX-License-Identifier: MIT\n#include \"writer/page/page_bundle.hpp\"\n\nnamespace incidentmap::page_bundle {\n")
foreach(name file IN ZIP_LISTS names FILES)
    # As numbers, so that no text can end its literal.
    file(READ ${file} bytes HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    string(APPEND source "\nstatic constexpr unsigned char ${name}_bytes[] = {${bytes}};\n"
                         "const std::string_view ${name}{reinterpret_cast<const char*>(${name}_bytes), sizeof(${name}_bytes)};\n")
endforeach()
string(APPEND source "\n}  // namespace incidentmap::page_bundle\n")
file(WRITE ${OUTPUT} "${source}")
