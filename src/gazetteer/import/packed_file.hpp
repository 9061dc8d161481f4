// SPDX-License-Identifier: MIT
/// Local files, plain, gzipped or in a zip.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/temporary_folder.hpp"

namespace incidentmap {

/// Bytes of a local file from its start to its end in constant memory. One whose name ends in `.gz` is
/// inflated on the way. Of a `.zip` one entry is read: the one of the zip's own name (`IQ.txt` of `IQ.zip`),
/// or, where the zip was given another name, the only one that is no readme.
class PackedFile {
  public:
    /// \throws Error where it cannot be opened, is damaged, or is a zip without that entry
    explicit PackedFile(const std::string& path);
    ~PackedFile();

    /// Appends at most a quarter of a MiB; false at the end.
    /// \throws Error where reading fails, or what is packed grows beyond 200 times the file's size or 8 GiB
    bool read(std::string& buffer);

    /// Bytes read so far, unpacked.
    std::int64_t position() const;
    /// How many there are in all, unpacked, as the file says; nothing where it says what cannot be.
    std::optional<std::int64_t> size() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Whether the file's name ends in `.gz` or `.zip`.
bool is_packed(std::string_view path);

/// The name of what is in it: `places.csv` of `data/places.csv.gz`, `IQ.txt` of `IQ.zip`, and of a plain file
/// its own. \throws Error where a zip cannot be read or has no such entry
std::string inner_name(const std::string& path);

/// Plain copies of packed files, for readers that need a file by its name; gone with it.
class UnpackedFiles {
  public:
    /// The path of a plain copy; the path itself where the file is not packed, or is `-`.
    /// \throws Error as PackedFile
    std::string plain(const std::string& path);

  private:
    TemporaryFolder m_folder;
    std::size_t m_count = 0;
};

}  // namespace incidentmap
