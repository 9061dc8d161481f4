// SPDX-License-Identifier: MIT
#include "writer/start/zip_text.hpp"

#include <cstdint>
#include <limits>

#include "core/crc32.hpp"
#include "core/error.hpp"

namespace incidentmap {
namespace {

// APPNOTE.TXT, the ZIP file format specification of PKWARE, version 6.3.10, sections 4.3 and 4.4.
constexpr std::uint32_t local_header = 0x04034B50;
constexpr std::uint32_t central_header = 0x02014B50;
constexpr std::uint32_t end_of_directory = 0x06054B50;
constexpr std::uint32_t needed_version = 10;
constexpr std::uint32_t utf8_names = 1U << 11;
constexpr std::uint32_t first_day = 1U << 5 | 1;  ///< 1980-01-01, before which there is none

void append_2(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8 & 0xFF);
}

void append_4(std::string& out, std::uint32_t value) {
    append_2(out, value & 0xFFFF);
    append_2(out, value >> 16);
}

/// What both headers say of an entry.
std::string shared_header(const ZipEntry& entry) {
    std::string header;
    append_2(header, needed_version);
    append_2(header, utf8_names);
    append_2(header, 0);  // stored
    append_2(header, 0);  // midnight
    append_2(header, first_day);
    append_4(header, crc32_of(entry.bytes));
    append_4(header, static_cast<std::uint32_t>(entry.bytes.size()));
    append_4(header, static_cast<std::uint32_t>(entry.bytes.size()));
    append_2(header, static_cast<std::uint32_t>(entry.name.size()));
    append_2(header, 0);  // no extra field
    return header;
}

}  // namespace

std::string zip_of(std::span<const ZipEntry> entries) {
    std::string archive;
    std::string directory;
    for (const ZipEntry& entry : entries) {
        if (entry.bytes.size() >= std::numeric_limits<std::int32_t>::max() || entry.name.size() > 0xFFFF)
            throw Error{"'" + entry.name + "' is too large for a zip archive"};
        const std::string shared = shared_header(entry);
        append_4(directory, central_header);
        append_2(directory, needed_version);
        directory += shared;
        append_2(directory, 0);  // no comment
        append_2(directory, 0);  // on the first disk
        append_2(directory, 0);
        append_4(directory, 0);
        append_4(directory, static_cast<std::uint32_t>(archive.size()));
        directory += entry.name;
        append_4(archive, local_header);
        archive += shared + entry.name + entry.bytes;
    }
    const std::size_t directory_at = archive.size();
    archive += directory;
    append_4(archive, end_of_directory);
    append_4(archive, 0);  // one disk
    append_2(archive, static_cast<std::uint32_t>(entries.size()));
    append_2(archive, static_cast<std::uint32_t>(entries.size()));
    append_4(archive, static_cast<std::uint32_t>(directory.size()));
    append_4(archive, static_cast<std::uint32_t>(directory_at));
    append_2(archive, 0);  // no comment
    return archive;
}

}  // namespace incidentmap
