// SPDX-License-Identifier: MIT
#include "core/spool_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "core/error.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;

[[noreturn]] void fail(const char* what) {
    throw Error{std::string("cannot ") + what + " a temporary file in " +
                std::filesystem::temp_directory_path().string() + ": " + std::strerror(errno)};
}

}  // namespace

SpoolFile::SpoolFile(std::size_t least_window) : m_least_window{least_window} {
    std::string pattern = (std::filesystem::temp_directory_path() / "incidentmap-XXXXXX").string();
    m_file = mkstemp(pattern.data());
    if (m_file < 0) fail("make");
    unlink(pattern.c_str());
}

SpoolFile::~SpoolFile() { close(m_file); }

void SpoolFile::flush_if_full() {
    if (m_waiting.size() >= chunk) flush();
}

void SpoolFile::flush() {
    std::size_t done = 0;
    while (done < m_waiting.size()) {
        const ssize_t wrote = write(m_file, m_waiting.data() + done, m_waiting.size() - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) fail("write");
        done += static_cast<std::size_t>(wrote);
    }
    m_written += m_waiting.size();
    m_waiting.clear();
}

std::string_view SpoolFile::bytes(std::uint64_t offset, std::size_t size) {
    if (!m_waiting.empty()) flush();
    const bool inside = offset >= m_window_start && offset + size <= m_window_start + m_window.size();
    if (!inside) {
        m_window.resize(std::max(m_least_window, size));
        m_window_start = offset;
        std::size_t done = 0;
        while (done < m_window.size()) {
            const ssize_t got = pread(m_file, m_window.data() + done, m_window.size() - done,
                                      static_cast<off_t>(offset + done));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("read");
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        m_window.resize(done);
        if (done < size) fail("read");
    }
    return std::string_view(m_window).substr(static_cast<std::size_t>(offset - m_window_start), size);
}

void put_number(std::string& out, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) out += static_cast<char>(0x80 | (number & 0x7F));
    out += static_cast<char>(number);
}

void put_text(std::string& out, std::string_view text) {
    put_number(out, text.size());
    out += text;
}

std::uint64_t take_number(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if ((byte & 0x80) == 0) break;
    }
    return value;
}

std::string_view take_text(std::string_view& bytes) {
    const auto size = static_cast<std::size_t>(take_number(bytes));
    const std::string_view text = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return text;
}

}  // namespace incidentmap
