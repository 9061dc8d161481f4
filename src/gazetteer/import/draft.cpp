// SPDX-License-Identifier: MIT
#include "gazetteer/import/draft.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {
namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path, int code) {
    throw Error{what + " " + path.string() + ": " + std::generic_category().message(code)};
}

void check_not_in_use(const std::filesystem::path& output) {
    for (const char* ending : {"-wal", "-shm", "-journal"}) {
        const std::filesystem::path sign = output.string() + ending;
        std::error_code ignored;
        if (!std::filesystem::exists(sign, ignored)) continue;
        throw Error{"cannot replace " + output.string() + ": another program has it open (" +
                    sign.filename().string() + " is beside it); close it there, then run this again"};
    }
}

/// True where the path still names the file that the descriptor has open: another run may have renamed it.
bool is_same_file(int descriptor, const std::filesystem::path& path) {
    struct stat open_file {};
    struct stat named_file {};
    return fstat(descriptor, &open_file) == 0 && stat(path.c_str(), &named_file) == 0 &&
           open_file.st_ino == named_file.st_ino && open_file.st_dev == named_file.st_dev;
}

/// Opens and locks the draft. The lock is flock's, which SQLite's own (fcntl's) does not touch.
int open_locked(const std::filesystem::path& path, const std::filesystem::path& output) {
    while (true) {
        const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0) fail("cannot write", path, errno);
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int code = errno;
            close(descriptor);
            if (code == EWOULDBLOCK)
                throw Error{"another run is writing " + output.string() + "; wait for it"};
            fail("cannot lock", path, code);
        }
        if (is_same_file(descriptor, path)) return descriptor;
        close(descriptor);
    }
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "incidentmap-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) fail("cannot make", pattern, errno);
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Draft::Draft(std::filesystem::path output) : m_output(std::move(output)) {
    if (m_output.filename().empty())
        throw Error{"cannot write " + m_output.string() + ": it is no file name"};
    std::error_code ignored;
    if (std::filesystem::is_directory(m_output, ignored))
        throw Error{"cannot write " + m_output.string() + ": it is a folder"};
    check_not_in_use(m_output);
    m_path = m_output.parent_path() / ("." + m_output.filename().string() + ".part");
    m_descriptor = open_locked(m_path, m_output);
    if (ftruncate(m_descriptor, 0) == 0) return;
    const int code = errno;
    close(m_descriptor);
    fail("cannot write", m_path, code);
}

Draft::~Draft() {
    std::error_code ignored;
    if (!m_published) std::filesystem::remove(m_path, ignored);
    if (m_descriptor >= 0) close(m_descriptor);
}

void Draft::publish() {
    check_not_in_use(m_output);
    if (fsync(m_descriptor) != 0) fail("cannot write", m_path, errno);
    std::error_code error;
    std::filesystem::rename(m_path, m_output, error);
    if (error) throw Error{"cannot write " + m_output.string() + ": " + error.message()};
    m_published = true;
}

}  // namespace incidentmap
