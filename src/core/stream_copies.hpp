// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/temporary_folder.hpp"

namespace incidentmap {

/// Keeps what can be read only once (`<(cat june.csv)`, a named pipe, /dev/stdin) in temporary files of the
/// same name: a build reads its inputs, and takes their fingerprints, from there.
class StreamCopies {
  public:
    /// The path to read in place of \p path: itself where it names a file, a folder or nothing, or is `-`.
    /// A stream is read to its end, and has no time of change. \throws Error where it cannot be read or
    /// kept, is a device, or goes on for more than 8 GiB
    std::string path_of(const std::string& path);

  private:
    std::optional<TemporaryFolder> m_folder;
    int m_count = 0;
};

}  // namespace incidentmap
