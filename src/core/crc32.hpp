// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace incidentmap {

/// The checksum of zip archives and PNG (ISO 3309).
std::uint32_t crc32_of(std::string_view bytes);

}  // namespace incidentmap
