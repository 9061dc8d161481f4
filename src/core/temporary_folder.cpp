// SPDX-License-Identifier: MIT
#include "core/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "core/error.hpp"

namespace incidentmap {

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "incidentmap-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw Error{"cannot make " + pattern + ": " + std::generic_category().message(errno)};
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

}  // namespace incidentmap
