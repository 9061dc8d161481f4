// SPDX-License-Identifier: MIT
#include <array>

#include "core/error.hpp"
#include "gazetteer/import/packed_file.hpp"
#include "gazetteer/import/text_lines.hpp"
#include "harness.hpp"

using namespace incidentmap;

/// What is unpacked stays within its bound, and a line within its length.
void fuzz_packed_files(std::string_view bytes) {
    constexpr std::array names{"IQ.zip", "IQ.txt.gz", "IQ.txt"};
    const std::string path = file_of(names[choice_of(bytes) % names.size()], bytes).string();
    try {
        PackedFile file(path);
        file.size();
        std::string buffer;
        while (file.read(buffer)) buffer.clear();
        require(file.position() <= 200 * static_cast<std::int64_t>(bytes.size()) + (1 << 20));
    } catch (const Error&) {
    }
    try {
        inner_name(path);
        TextLines lines(path);
        // A damaged character at a cut grows by at most three bytes.
        while (const auto line = lines.next()) require(line->size() <= TextLines::longest_line + 4);
    } catch (const Error&) {
    }
}
