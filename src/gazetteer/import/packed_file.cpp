// SPDX-License-Identifier: MIT
#include "gazetteer/import/packed_file.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk = 256 * 1024;
constexpr std::uint64_t most_growth = 200;
constexpr std::uint64_t small_file = 1024 * 1024;  // unpacked, whatever its ratio
constexpr std::uint64_t most_bytes = std::uint64_t{8} << 30;
constexpr std::size_t most_entries = 1000;

enum class Packing { none, gzip, zip };

Packing packing_of(std::string_view path) {
    const std::string extension = lower_ascii(fs::path(path).extension().string());
    return extension == ".gz" ? Packing::gzip : extension == ".zip" ? Packing::zip : Packing::none;
}

struct VsiClose {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }  // a file that was only read
    void operator()(VSIDIR* folder) const noexcept { VSICloseDir(folder); }
};

fs::path local_file(const std::string& given) {
    std::error_code error;
    fs::path absolute = fs::absolute(given, error);
    if (error || !fs::exists(absolute, error)) throw Error{"cannot open " + given + ": no such file"};
    if (fs::is_directory(absolute, error)) throw Error{"cannot read " + given + ": it is a folder"};
    if (absolute.string().starts_with("/vsi")) throw Error{"cannot open " + given + ": it is no local file"};
    return absolute;
}

/// What gzipped data says of its length (RFC 1952, 2.3.1: modulo 4 GiB, of its last member); 0 where it
/// cannot be read.
std::uint64_t size_of_gzipped(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<unsigned char, 4> last{};
    file.seekg(-4, std::ios::end);
    file.read(reinterpret_cast<char*>(last.data()), last.size());
    if (!file) return 0;
    return last[0] | std::uint64_t{last[1]} << 8 | std::uint64_t{last[2]} << 16 |
           std::uint64_t{last[3]} << 24;
}

std::string inside_zip(const fs::path& absolute) { return "/vsizip/{" + absolute.string() + "}"; }

/// Files of a zip that say what the data is, or of which languages; never the data.
bool is_beside_the_data(const fs::path& entry) {
    const std::string name = lower_ascii(entry.filename().string());
    return name.starts_with("readme") || name == "iso-languagecodes.txt";
}

std::vector<std::string> entries_of(const std::string& given, const fs::path& absolute) {
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const std::unique_ptr<VSIDIR, VsiClose> folder(VSIOpenDir(inside_zip(absolute).c_str(), -1, nullptr));
    if (!folder) throw Error{"cannot read " + given + ": it is no zip file, or it is damaged or cut off"};
    std::vector<std::string> entries;
    while (const VSIDIREntry* entry = VSIGetNextDirEntry(folder.get())) {
        if (VSI_ISDIR(entry->nMode)) continue;
        entries.emplace_back(entry->pszName);
        if (entries.size() > most_entries)
            throw Error{"cannot read " + given + ": it has more than " + std::to_string(most_entries) +
                        " entries; take out the one that is wanted"};
    }
    return entries;
}

/// The entry that is read, by its name.
std::string entry_of(const std::string& given, const fs::path& absolute) {
    const std::vector<std::string> entries = entries_of(given, absolute);
    const std::string stem = lower_ascii(absolute.stem().string());
    std::vector<std::string> named;
    std::vector<std::string> others;
    for (const std::string& entry : entries) {
        if (is_beside_the_data(entry)) continue;
        (lower_ascii(fs::path(entry).stem().string()) == stem ? named : others).push_back(entry);
    }
    if (named.size() == 1) return named.front();
    if (named.empty() && others.size() == 1) return others.front();
    throw Error{"cannot read " + given + ": it has no one entry '" + absolute.stem().string() +
                ".txt'; it has " + (entries.empty() ? "none" : shortened(joined(entries, ", "), 200)) +
                "; take out the one that is wanted"};
}

}  // namespace

/// By GDAL's file functions, of local files only.
struct PackedFile::State {
    explicit State(const std::string& given) : path(given), packing(packing_of(given)) {
        const fs::path absolute = local_file(given);
        std::error_code error;
        packed_size = fs::is_regular_file(absolute, error) ? fs::file_size(absolute, error) : 0;
        // Without this a file of hints would be written beside the input.
        CPLSetThreadLocalConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
        std::string name = absolute.string();
        if (packing == Packing::gzip) name = "/vsigzip/" + name;
        if (packing == Packing::zip) name = inside_zip(absolute) + '/' + entry_of(given, absolute);
        const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
        CPLErrorReset();
        file.reset(VSIFOpenL(name.c_str(), "rb"));
        VSIStatBufL about;
        if (packing == Packing::zip && VSIStatL(name.c_str(), &about) == 0)
            stated_size = static_cast<std::uint64_t>(about.st_size);
        if (packing == Packing::gzip) trailer_size = size_of_gzipped(absolute);
        const std::string why = CPLGetLastErrorMsg();
        if (!file && packing == Packing::gzip)
            throw Error{"cannot read " + given + ": it is not gzipped data"};
        if (!file)
            throw Error{"cannot open " + given + ": " +
                        (why.empty() ? std::generic_category().message(errno) : why)};
    }

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
        total += got;
        const bool cut_off = ended && ((packing == Packing::none && VSIFEofL(file.get()) == 0) ||
                                       (stated_size && total < *stated_size));
        if (!why.empty() || cut_off) {
            throw Error{"cannot read " + path +
                        (packing == Packing::gzip  ? ": the gzipped data is damaged or cut off"
                         : packing == Packing::zip ? ": the zipped data is damaged or cut off"
                                                   : "") +
                        (why.empty() ? "" : ": " + why)};
        }
        if (packing != Packing::none && total > small_file &&
            (total > most_bytes || total / most_growth > packed_size)) {
            throw Error{"cannot read " + path + ": it grows to more than " + std::to_string(most_growth) +
                        " times its size or 8 GiB; unpack it yourself if it is sound"};
        }
        return got > 0;
    }

    std::string path;
    Packing packing;
    std::uint64_t packed_size = 0;
    std::optional<std::uint64_t> stated_size;  ///< of a zip's entry
    std::uint64_t trailer_size = 0;            ///< of gzipped data, modulo 4 GiB: to be told only
    std::uint64_t total = 0;
    bool ended = false;
    std::unique_ptr<VSILFILE, VsiClose> file;
};

PackedFile::PackedFile(const std::string& path) : m_state(std::make_unique<State>(path)) {}
PackedFile::~PackedFile() = default;

std::int64_t PackedFile::position() const { return static_cast<std::int64_t>(m_state->total); }

std::optional<std::int64_t> PackedFile::size() const {
    const State& state = *m_state;
    const std::uint64_t size = state.packing == Packing::none   ? state.packed_size
                               : state.packing == Packing::gzip ? state.trailer_size
                                                                : state.stated_size.value_or(0);
    if (size == 0 || size < m_state->total) return std::nullopt;
    return static_cast<std::int64_t>(size);
}

bool PackedFile::read(std::string& buffer) { return m_state->read(buffer); }

bool is_packed(std::string_view path) { return packing_of(path) != Packing::none; }

std::string inner_name(const std::string& path) {
    switch (packing_of(path)) {
        case Packing::gzip:
            return fs::path(path).stem().string();
        case Packing::zip:
            return fs::path(entry_of(path, local_file(path))).filename().string();
        case Packing::none:
            break;
    }
    return fs::path(path).filename().string();
}

std::string UnpackedFiles::plain(const std::string& path) {
    if (path == "-" || !is_packed(path)) return path;
    PackedFile packed(path);
    const fs::path target = m_folder.path() / (std::to_string(m_count++) + '-' + inner_name(path));
    std::ofstream out(target, std::ios::binary);
    for (std::string buffer; packed.read(buffer); buffer.clear())
        out.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    out.close();
    if (!out) throw Error{"cannot write " + target.string() + " to read " + path};
    return target.string();
}

}  // namespace incidentmap
