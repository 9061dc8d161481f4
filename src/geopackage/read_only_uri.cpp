// SPDX-License-Identifier: MIT
#include "geopackage/read_only_uri.hpp"

#include <system_error>

#include "core/error.hpp"

namespace incidentmap {
namespace {

/// What another program wrote last may stand only in a log beside the file, which we would not read.
void check_no_write_ahead_log(const std::filesystem::path& path) {
    std::error_code no_size;
    const auto size = std::filesystem::file_size(path.string() + "-wal", no_size);
    if (!no_size && size > 0)
        throw Error{"cannot read " + path.string() + ": another program has it open (there is a " +
                    path.filename().string() + "-wal beside it); close it there first"};
}

}  // namespace

std::string uri_of(const std::filesystem::path& path, std::string_view query) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string uri = "file://";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#') {
            const auto value = static_cast<unsigned char>(c);
            uri += '%';
            uri += digits[value >> 4];
            uri += digits[value & 15];
        } else {
            uri += c;
        }
    }
    return uri.append(query);
}

std::string read_only_uri(const std::filesystem::path& path) {
    check_no_write_ahead_log(path);
    return uri_of(path, "?mode=ro&immutable=1");
}

}  // namespace incidentmap
