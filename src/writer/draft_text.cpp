// SPDX-License-Identifier: MIT
#include "writer/draft_text.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <system_error>
#include <utility>

#include "core/draft.hpp"
#include "core/error.hpp"
#include "writer/output_files.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;

[[noreturn]] void fail(const char* what, const std::filesystem::path& path) {
    throw Error{std::string(what) + " " + path.string() + ": " + std::generic_category().message(errno)};
}

}  // namespace

DraftText::DraftText(std::filesystem::path path) : m_path{std::move(path)} {
    m_file = open(m_path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (m_file < 0) fail("cannot write", m_path);
    m_buffer.reserve(buffer_size + buffer_size / 4);
}

DraftText::DraftText(DraftText&& other) noexcept
    : m_path{std::move(other.m_path)},
      m_file{std::exchange(other.m_file, -1)},
      m_buffer{std::move(other.m_buffer)} {}

DraftText::~DraftText() {
    if (m_file >= 0) ::close(m_file);
}

void DraftText::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t written = write(m_file, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write", m_path);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
}

void DraftText::flush_if_full() {
    if (m_buffer.size() >= buffer_size) flush();
}

void DraftText::close() {
    flush();
    if (const int code = sync_descriptor(m_file); code != 0) {
        errno = code;
        fail("cannot write", m_path);
    }
    if (::close(std::exchange(m_file, -1)) != 0) fail("cannot write", m_path);
}

std::optional<std::int64_t> count_lines(const std::filesystem::path& path, std::string_view tail) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("cannot read", path);
    std::string chunk(buffer_size, '\0');
    std::string end;
    std::int64_t lines = 0;
    while (true) {
        const ssize_t count = read(file, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            const int code = errno;
            ::close(file);
            errno = code;
            fail("cannot read", path);
        }
        if (count == 0) break;
        const std::string_view bytes(chunk.data(), static_cast<std::size_t>(count));
        // Lines are long: memchr finds their ends several times as fast as a look at each byte.
        for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) ++lines;
        end += bytes.substr(bytes.size() - std::min(bytes.size(), tail.size()));
        end.erase(0, end.size() - std::min(end.size(), tail.size()));
    }
    ::close(file);
    if (end != tail) return std::nullopt;
    return lines;
}

}  // namespace incidentmap
