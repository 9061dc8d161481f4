// SPDX-License-Identifier: MIT
/// Lines of a text file, plain or gzipped.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// Reads a local file line by line in constant memory; one that ends in `.gz` is inflated on the way. A byte
/// order mark is passed over, line ends are LF or CRLF.
class TextLines {
  public:
    /// \throws Error where it cannot be opened
    explicit TextLines(const std::string& path);
    ~TextLines();

    /// The next line without its end, valid until the next call; nothing at the end of the file.
    /// \throws Error where reading fails, or a gzipped file grows beyond 200 times its size or 8 GiB
    std::optional<std::string_view> next();

    /// Counts from 1.
    std::int64_t number() const { return m_number; }
    /// Whether the line was longer than 64 KiB: it was cut there.
    bool too_long() const { return m_too_long; }

    static constexpr std::size_t longest_line = 64 * 1024;

  private:
    struct Input;
    bool fill();

    std::unique_ptr<Input> m_input;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::int64_t m_number = 0;
    bool m_too_long = false;
};

/// Whether the file's name ends in `.gz`.
bool is_gzipped(const std::filesystem::path& path);

/// The file's name as shown to people, and its ending without `.gz`: `places.csv` of `data/places.csv.gz`.
std::string inner_name(const std::filesystem::path& path);

/// Writes what a gzipped file holds to \p target. \throws Error as TextLines
void inflate(const std::string& path, const std::filesystem::path& target);

}  // namespace incidentmap
