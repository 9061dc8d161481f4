// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace incidentmap {

/// Which encoding a file is in, by its first bytes: `UTF-8`, `UTF-16LE`, `UTF-16BE`, or, where they are no
/// UTF-8, the likeliest of the encodings with 8 bits a letter (`windows-1252`, `windows-1251` …), as ICU's
/// detector has it. A text with more letters that are well-formed UTF-8 than bytes that are not is UTF-8, and
/// damaged.
std::string encoding_of(std::string_view sample);

/// Turns bytes of an encoding into UTF-8, a part of a file at a time.
class Decoder {
  public:
    /// \throws Error where ICU does not know the encoding
    explicit Decoder(const std::string& encoding);
    ~Decoder();
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

    /// \param is_last no more bytes follow
    std::string decode(std::string_view bytes, bool is_last);

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
