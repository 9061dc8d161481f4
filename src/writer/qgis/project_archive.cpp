// SPDX-License-Identifier: MIT
#include "writer/qgis/project_archive.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <memory>

#include "core/crc32.hpp"
#include "core/error.hpp"
#include "core/hash.hpp"

namespace incidentmap {
namespace {

// APPNOTE.TXT, the ZIP file format specification of PKWARE, version 6.3.10, sections 4.3 and 4.4.
constexpr std::uint32_t local_header = 0x04034B50;
constexpr std::uint32_t central_header = 0x02014B50;
constexpr std::uint32_t end_of_directory = 0x06054B50;
constexpr std::uint16_t needed_version = 20;  ///< deflate
constexpr std::uint16_t utf8_names = 1U << 11;
constexpr std::uint16_t deflated_method = 8;
constexpr std::string_view comment_begin = "incidentmap ";
constexpr std::size_t comment_size = comment_begin.size() + 16;

void append_2(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8 & 0xFF);
}

void append_4(std::string& out, std::uint32_t value) {
    append_2(out, value & 0xFFFF);
    append_2(out, value >> 16);
}

/// The bytes as a raw deflate stream (RFC 1951).
std::string deflated(std::string_view bytes) {
    constexpr std::size_t zlib_header = 2;
    constexpr std::size_t zlib_checksum = 4;
    std::size_t size = 0;
    const std::unique_ptr<void, decltype(&VSIFree)> packed{
        CPLZLibDeflate(bytes.data(), bytes.size(), 9, nullptr, 0, &size), &VSIFree};
    if (!packed || size <= zlib_header + zlib_checksum) throw Error{"cannot pack the QGIS project"};
    return {static_cast<const char*>(packed.get()) + zlib_header, size - zlib_header - zlib_checksum};
}

struct DosTime {
    std::uint32_t date = 1U << 5 | 1;  ///< 1980-01-01, before which there is none
    std::uint32_t time = 0;
};

/// Of `2024-01-01T00:00:00.000Z`; what is no such time is 1980.
DosTime dos_time(std::string_view text) {
    constexpr std::array<std::size_t, 6> starts{0, 5, 8, 11, 14, 17};
    std::array<std::uint32_t, 6> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string_view digits = text.substr(std::min(starts[i], text.size()), i == 0 ? 4 : 2);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), parts[i]);
        if (digits.empty() || read.ptr != digits.data() + digits.size()) return {};
    }
    const auto [year, month, day, hour, minute, second] = parts;
    if (year < 1980 || year > 2107) return {};
    return {(year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second / 2};
}

}  // namespace

std::string project_archive(const std::string& name, std::string_view qgs, std::string_view time) {
    const std::string entry = name + ".qgs";
    const std::string packed = deflated(qgs);
    if (qgs.size() > std::numeric_limits<std::int32_t>::max() || entry.size() > 0xFFFF)
        throw Error{"the QGIS project is too large"};
    const auto [dos_date, dos_clock] = dos_time(time);
    std::string shared;  // what both headers say of the entry
    append_2(shared, needed_version);
    append_2(shared, utf8_names);
    append_2(shared, deflated_method);
    append_2(shared, dos_clock);
    append_2(shared, dos_date);
    append_4(shared, crc32_of(qgs));
    append_4(shared, static_cast<std::uint32_t>(packed.size()));
    append_4(shared, static_cast<std::uint32_t>(qgs.size()));
    append_2(shared, static_cast<std::uint32_t>(entry.size()));
    append_2(shared, 0);  // no extra field

    std::string archive;
    append_4(archive, local_header);
    archive += shared + entry + packed;
    const std::size_t directory = archive.size();
    append_4(archive, central_header);
    append_2(archive, needed_version);
    archive += shared;
    append_2(archive, 0);  // no comment of the entry
    append_2(archive, 0);  // on the first disk
    append_2(archive, 0);
    append_4(archive, 0);
    append_4(archive, 0);  // begins where the archive does
    archive += entry;
    const std::size_t directory_size = archive.size() - directory;
    append_4(archive, end_of_directory);
    append_4(archive, 0);  // one disk
    append_2(archive, 1);
    append_2(archive, 1);
    append_4(archive, static_cast<std::uint32_t>(directory_size));
    append_4(archive, static_cast<std::uint32_t>(directory));
    append_2(archive, static_cast<std::uint32_t>(comment_size));
    const std::string fingerprint = short_hex(hash128(archive));
    return archive.append(comment_begin).append(fingerprint);
}

bool is_as_written(std::string_view archive) {
    if (archive.size() < comment_size) return false;
    const std::string_view bytes = archive.substr(0, archive.size() - comment_size);
    const std::string_view comment = archive.substr(bytes.size());
    return comment.substr(0, comment_begin.size()) == comment_begin &&
           comment.substr(comment_begin.size()) == short_hex(hash128(bytes));
}

}  // namespace incidentmap
