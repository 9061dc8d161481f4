// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace incidentmap {

/// The SHA-256 (FIPS 180-4) of what it is fed, in order: the fingerprint of inputs and gazetteers.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    void add(std::string_view bytes);

    /// 64 lower-case hexadecimal digits. To be called once, last.
    std::string hex();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The SHA-256 of a file. \throws Error where it cannot be read.
std::string sha256_of_file(const std::string& path);

}  // namespace incidentmap
