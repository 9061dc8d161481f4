// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// Bytes as letters (RFC 4648, section 4), padded with `=`, in one line.
std::string base64(std::string_view bytes);

}  // namespace incidentmap
