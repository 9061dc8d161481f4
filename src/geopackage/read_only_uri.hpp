// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace incidentmap {

/// `file:///data/a%3Fb.gpkg?mode=ro&immutable=1`: by which SQLite opens a file without a lock, and makes
/// nothing beside it. \throws Error where another program has not yet written into it what it has changed
/// (a -wal file that holds something lies beside it)
std::string read_only_uri(const std::filesystem::path& path);

/// A path as a URI, whatever letters it has, and a query after it.
std::string uri_of(const std::filesystem::path& path, std::string_view query);

}  // namespace incidentmap
