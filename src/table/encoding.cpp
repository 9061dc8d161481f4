// SPDX-License-Identifier: MIT
#include "table/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

/// How many sequences of two and more bytes are well-formed UTF-8, and how many bytes are none.
struct Utf8Counts {
    std::size_t letters = 0;
    std::size_t damaged = 0;
};

/// Only bytes that go on with a letter.
bool is_continued(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; });
}

Utf8Counts count_utf8(std::string_view sample) {
    Utf8Counts counts;
    for (std::size_t i = 0; i < sample.size();) {
        const auto lead = static_cast<unsigned char>(sample[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (lead < 0x80) {
            ++i;
        } else if (i + size > sample.size() && is_continued(sample.substr(i + 1))) {
            break;  // cut at the sample's end
        } else if (size > 1 && i + size <= sample.size() && is_utf8(sample.substr(i, size))) {
            ++counts.letters;
            i += size;
        } else {
            ++counts.damaged;
            ++i;
        }
    }
    return counts;
}

/// UTF-16 without a mark: every second byte of plain text is 0.
std::string utf16_by_zeros(std::string_view sample) {
    if (sample.size() < 16) return {};
    std::array<std::size_t, 2> zeros{};
    const std::size_t size = std::min<std::size_t>(sample.size(), 4096);
    for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
    if (zeros[1] * 4 > size && zeros[0] * 16 < size) return "UTF-16LE";
    if (zeros[0] * 4 > size && zeros[1] * 16 < size) return "UTF-16BE";
    return {};
}

/// The likeliest of the encodings that spreadsheets save in.
std::string eight_bit(std::string_view sample) {
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&code),
                                                                              &ucsdet_close);
    if (U_FAILURE(code)) return "windows-1252";
    const std::string_view part = sample.substr(0, 64 * 1024);
    ucsdet_setText(detector.get(), part.data(), static_cast<std::int32_t>(part.size()), &code);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &code);
    for (std::int32_t i = 0; U_SUCCESS(code) && i < count; ++i) {
        std::string name = ucsdet_getName(matches[i], &code);
        const std::int32_t confidence = ucsdet_getConfidence(matches[i], &code);
        if (U_FAILURE(code) || confidence < 25) break;
        if (name == "windows-1251" || name == "windows-1256" || name == "KOI8-R") return name;
        if (name == "ISO-8859-5") return "windows-1251";
        if (name == "ISO-8859-6") return "windows-1256";
        if (name == "ISO-8859-9") return "windows-1254";
        if (name == "ISO-8859-2") return "windows-1250";
        if (name == "ISO-8859-1") return "windows-1252";
    }
    return "windows-1252";
}

/// Letters of Turkish where Windows-1252 has those of Icelandic alone.
bool has_turkish_letters(std::string_view sample) {
    return sample.find_first_of("\xD0\xDD\xDE\xF0\xFD\xFE") != std::string_view::npos;
}

}  // namespace

std::string encoding_of(std::string_view sample) {
    if (sample.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (sample.starts_with("\xFE\xFF")) return "UTF-16BE";
    if (std::string utf16 = utf16_by_zeros(sample); !utf16.empty()) return utf16;
    const Utf8Counts counts = count_utf8(sample);
    if (counts.damaged == 0 || counts.letters >= counts.damaged) return "UTF-8";
    std::string encoding = eight_bit(sample);
    return encoding == "windows-1252" && has_turkish_letters(sample) ? "windows-1254" : encoding;
}

struct Decoder::State {
    UConverter* from = nullptr;
    UConverter* to = nullptr;
    std::array<UChar, 4096> pivot{};
    UChar* pivot_source = nullptr;
    UChar* pivot_target = nullptr;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        ucnv_close(from);
        ucnv_close(to);
    }
};

Decoder::Decoder(const std::string& encoding) : m_state(std::make_unique<State>()) {
    UErrorCode code = U_ZERO_ERROR;
    m_state->from = ucnv_open(encoding.c_str(), &code);
    m_state->to = ucnv_open("UTF-8", &code);
    if (U_FAILURE(code)) throw Error{"ICU cannot read " + encoding + ": " + u_errorName(code)};
    m_state->pivot_source = m_state->pivot_target = m_state->pivot.data();
}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

std::string Decoder::decode(std::string_view bytes, bool is_last) {
    State& state = *m_state;
    std::string out;
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<char, 16384> buffer{};
    while (true) {
        char* target = buffer.data();
        UErrorCode code = U_ZERO_ERROR;
        ucnv_convertEx(state.to, state.from, &target, buffer.data() + buffer.size(), &source, end,
                       state.pivot.data(), &state.pivot_source, &state.pivot_target,
                       state.pivot.data() + state.pivot.size(), 0, is_last ? 1 : 0, &code);
        out.append(buffer.data(), target);
        if (code == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_FAILURE(code)) throw Error{std::string("ICU cannot decode the file: ") + u_errorName(code)};
        return out;
    }
}

}  // namespace incidentmap
