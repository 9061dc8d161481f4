// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "catch.hpp"

/// A file that another process holds a lock on, as SQLite does on the -shm of a database that it has open. It
/// is let go with this.
class HeldFile {
  public:
    explicit HeldFile(const std::string& path) {
        int ready[2];
        REQUIRE(pipe(ready) == 0);
        m_holder = fork();
        REQUIRE(m_holder >= 0);
        if (m_holder == 0) {
            const int file = open(path.c_str(), O_RDWR | O_CREAT, 0666);
            struct flock lock {};
            lock.l_type = F_RDLCK;
            lock.l_whence = SEEK_SET;
            lock.l_start = 128;  // SQLite's byte of those who have the file open
            lock.l_len = 1;
            const char held = fcntl(file, F_SETLK, &lock) == 0 ? 'y' : 'n';
            if (write(ready[1], &held, 1) == 1) pause();
            _exit(0);
        }
        char held = 'n';
        REQUIRE(read(ready[0], &held, 1) == 1);
        close(ready[0]);
        close(ready[1]);
        REQUIRE(held == 'y');
    }
    ~HeldFile() {
        kill(m_holder, SIGKILL);
        waitpid(m_holder, nullptr, 0);
    }
    HeldFile(const HeldFile&) = delete;
    HeldFile& operator=(const HeldFile&) = delete;

  private:
    pid_t m_holder = -1;
};
