// SPDX-License-Identifier: MIT
#include "gazetteer/import/text_lines.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t chunk = 256 * 1024;
constexpr std::uint64_t most_growth = 200;
constexpr std::uint64_t small_file = 1024 * 1024;  // inflated, whatever its ratio
constexpr std::uint64_t most_bytes = std::uint64_t{8} << 30;

struct VsiClose {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }  // a file that was only read
};

}  // namespace

/// Plain and gzipped bytes by GDAL's file functions, the plain ones of local files only.
struct TextLines::Input {
    explicit Input(const std::string& given) : path(given), gzipped(is_gzipped(given)) {
        std::error_code error;
        const std::filesystem::path absolute = std::filesystem::absolute(given, error);
        if (error || !std::filesystem::exists(absolute, error))
            throw Error{"cannot open " + given + ": no such file"};
        if (std::filesystem::is_directory(absolute, error))
            throw Error{"cannot read " + given + ": it is a folder"};
        if (absolute.string().starts_with("/vsi"))
            throw Error{"cannot open " + given + ": it is no local file"};
        packed_size = std::filesystem::is_regular_file(absolute, error)
                          ? std::filesystem::file_size(absolute, error)
                          : 0;
        // Without this a file of hints would be written beside the input.
        CPLSetThreadLocalConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
        const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
        CPLErrorReset();
        file.reset(VSIFOpenL(((gzipped ? "/vsigzip/" : "") + absolute.string()).c_str(), "rb"));
        if (file) return;
        if (gzipped) throw Error{"cannot read " + given + ": it is not gzipped data"};
        const std::string why = CPLGetLastErrorMsg();
        throw Error{"cannot open " + given + ": " +
                    (why.empty() ? std::generic_category().message(errno) : why)};
    }

    /// Appends at most one chunk; false at the end.
    bool read(std::string& buffer) {
        if (ended) return false;
        const std::size_t had = buffer.size();
        buffer.resize(had + chunk);
        const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
        CPLErrorReset();
        const std::size_t got = VSIFReadL(buffer.data() + had, 1, chunk, file.get());
        buffer.resize(had + got);
        ended = got < chunk;
        const std::string why = CPLGetLastErrorType() >= CE_Failure ? CPLGetLastErrorMsg() : "";
        if (!why.empty() || (!gzipped && ended && VSIFEofL(file.get()) == 0)) {
            throw Error{"cannot read " + path + (gzipped ? ": the gzipped data is damaged or cut off" : "") +
                        (why.empty() ? "" : ": " + why)};
        }
        total += got;
        if (gzipped && total > small_file && (total > most_bytes || total / most_growth > packed_size)) {
            throw Error{"cannot read " + path + ": it grows to more than " + std::to_string(most_growth) +
                        " times its size or 8 GiB; inflate it yourself if it is sound"};
        }
        return got > 0;
    }

    std::string path;
    bool gzipped;
    std::uint64_t packed_size = 0;
    std::uint64_t total = 0;
    bool ended = false;
    std::unique_ptr<VSILFILE, VsiClose> file;
};

TextLines::TextLines(const std::string& path) : m_input(std::make_unique<Input>(path)) {
    while (m_buffer.size() < 3 && fill()) {
    }
    if (m_buffer.starts_with("\xEF\xBB\xBF")) m_at = 3;
}

TextLines::~TextLines() = default;

bool TextLines::fill() {
    m_buffer.erase(0, m_at);
    m_at = 0;
    return m_input->read(m_buffer);
}

std::optional<std::string_view> TextLines::next() {
    std::size_t searched = 0;
    std::size_t end = std::string::npos;
    while ((end = m_buffer.find('\n', m_at + searched)) == std::string::npos) {
        searched = m_buffer.size() - m_at;
        if (searched > 2 * longest_line) {  // of an endless line its first part and its end are kept
            m_buffer.erase(m_at + longest_line + 1, searched - longest_line - 1);
            searched = longest_line + 1;
        }
        if (fill()) continue;
        if (searched == 0) return std::nullopt;
        end = m_buffer.size();
        break;
    }
    ++m_number;
    std::string_view line = std::string_view(m_buffer).substr(m_at, end - m_at);
    m_at = std::min(end + 1, m_buffer.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    m_too_long = line.size() > longest_line;
    return line.substr(0, longest_line);
}

bool is_gzipped(const std::filesystem::path& path) { return lower_ascii(path.extension().string()) == ".gz"; }

std::string inner_name(const std::filesystem::path& path) {
    return (is_gzipped(path) ? path.stem() : path.filename()).string();
}

void inflate(const std::string& path, const std::filesystem::path& target) {
    std::ofstream out(target, std::ios::binary);
    TextLines lines(path);
    while (const auto line = lines.next()) {
        if (lines.too_long())
            throw Error{"cannot read " + path + ": line " + std::to_string(lines.number()) +
                        " is longer than 64 KiB"};
        out << *line << '\n';
    }
    out.close();
    if (!out) throw Error{"cannot write " + target.string() + " to read " + path};
}

}  // namespace incidentmap
