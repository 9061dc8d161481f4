// SPDX-License-Identifier: MIT
/// Loaded into a program (LD_PRELOAD), lets one of its calls fail. INCIDENTMAP_FAIL=CALL:NUMBER:ERROR, such
/// as `write:17:28`, lets the 17th write end with errno 28, ENOSPC; with error 0 the process is killed just
/// before the call. Only calls on files below the folder INCIDENTMAP_FAIL_BELOW count. To the file
/// INCIDENTMAP_FAIL_LOG a line is added for each call that counts: so is found out how many there are.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

struct Plan {
    std::string call;
    long number = 0;
    int error = 0;  ///< 0: the process is killed
    std::string below;
    std::string log;

    Plan() {
        if (const char* file = std::getenv("INCIDENTMAP_FAIL_LOG")) log = file;
        if (const char* folder = std::getenv("INCIDENTMAP_FAIL_BELOW")) below = folder;
        const char* text = std::getenv("INCIDENTMAP_FAIL");
        if (text == nullptr) return;
        const char* colon = std::strchr(text, ':');
        if (colon == nullptr) return;
        call.assign(text, colon);
        char* end = nullptr;
        number = std::strtol(colon + 1, &end, 10);
        error = *end == ':' ? static_cast<int>(std::strtol(end + 1, nullptr, 10)) : 0;
    }
};

const Plan& plan() {
    static const Plan made;
    return made;
}

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

/// The path behind a descriptor.
std::string path_of(int descriptor) {
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = ::readlink(link.c_str(), path, sizeof path);
    return size < 0 ? std::string{} : std::string(path, static_cast<std::size_t>(size));
}

/// True where this call is the one that is to fail; errno is set then.
bool fails(std::string_view call, std::string_view path) {
    const Plan& made = plan();
    if (made.call != call || !path.starts_with(made.below)) return false;
    static std::atomic<long> count = 0;
    const long number = ++count;
    if (!made.log.empty()) {
        static const auto real_write = next<ssize_t (*)(int, const void*, std::size_t)>("write");
        const int file = ::open(made.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        std::string line(path);
        line += '\n';
        if (file >= 0) {
            if (real_write(file, line.data(), line.size()) < 0) std::abort();
            ::close(file);
        }
    }
    if (number != made.number) return false;
    if (made.error == 0) ::kill(::getpid(), SIGKILL);
    errno = made.error;
    return true;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, std::size_t count) {
    static const auto real = next<ssize_t (*)(int, const void*, std::size_t)>("write");
    return fails("write", path_of(file)) ? -1 : real(file, bytes, count);
}

ssize_t writev(int file, const iovec* parts, int count) {
    static const auto real = next<ssize_t (*)(int, const iovec*, int)>("writev");
    return fails("write", path_of(file)) ? -1 : real(file, parts, count);
}

ssize_t pwrite64(int file, const void* bytes, std::size_t count, off64_t at) {
    static const auto real = next<ssize_t (*)(int, const void*, std::size_t, off64_t)>("pwrite64");
    return fails("write", path_of(file)) ? -1 : real(file, bytes, count, at);
}

ssize_t read(int file, void* bytes, std::size_t count) {
    static const auto real = next<ssize_t (*)(int, void*, std::size_t)>("read");
    return fails("read", path_of(file)) ? -1 : real(file, bytes, count);
}

ssize_t pread64(int file, void* bytes, std::size_t count, off64_t at) {
    static const auto real = next<ssize_t (*)(int, void*, std::size_t, off64_t)>("pread64");
    return fails("read", path_of(file)) ? -1 : real(file, bytes, count, at);
}

int fsync(int file) {
    static const auto real = next<int (*)(int)>("fsync");
    return fails("fsync", path_of(file)) ? -1 : real(file);
}

int fdatasync(int file) {
    static const auto real = next<int (*)(int)>("fdatasync");
    return fails("fsync", path_of(file)) ? -1 : real(file);
}

int ftruncate64(int file, off64_t size) noexcept {
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return fails("truncate", path_of(file)) ? -1 : real(file, size);
}

int rename(const char* from, const char* to) noexcept {
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    return fails("rename", to) ? -1 : real(from, to);
}

}  // extern "C"
