// SPDX-License-Identifier: MIT
#include "writer/rename_journal.hpp"

#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/draft.hpp"
#include "core/error.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view head = "incidentmap renames 1";
constexpr std::string_view tail = "end";
constexpr char separator = '\0';  // the one letter, besides the slash, that no file name has

/// A name in the folder, and no way out of it.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos;
}

/// What stands before each separator.
std::vector<std::string> ended_words(std::string_view text) {
    std::vector<std::string> words;
    for (auto end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return words;
}

/// For a whole set, of which the one that failed is named.
Error not_renamed(const fs::path& file, const std::error_code& why) {
    return Error{"cannot write " + file.string() + ": " + why.message()};
}

}  // namespace

RenameJournal::RenameJournal(fs::path folder, const std::string& stem)
    : m_folder(std::move(folder)), m_path(m_folder / ("." + stem + ".renames")) {}

fs::path RenameJournal::old_path_of(const Renaming& renaming) const {
    return old_path(m_folder / renaming.file);
}

void RenameJournal::write(const std::vector<Renaming>& renamings) const {
    std::string text = std::string(head) + separator;
    for (const Renaming& renaming : renamings) {
        text += renaming.replaces ? "replaces" : "new";
        text += separator + renaming.draft + separator + renaming.file + separator;
    }
    Draft draft(m_path);
    draft.write(text + std::string(tail) + separator);
    draft.publish();
    sync_path(m_folder);
}

/// None where the file is not whole: nothing was renamed then.
std::vector<Renaming> RenameJournal::read() const {
    std::ifstream file(m_path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const std::vector<std::string> words = ended_words(text);
    if (words.size() < 2 || words.front() != head || words.size() % 3 != 2) return {};
    if (words.back() != tail) return {};
    std::vector<Renaming> renamings;
    for (std::size_t i = 1; i + 1 < words.size(); i += 3) {
        if (!is_plain_name(words[i + 1]) || !is_plain_name(words[i + 2])) return {};
        renamings.push_back({words[i + 1], words[i + 2], words[i] == "replaces"});
    }
    return renamings;
}

void RenameJournal::rename(const Renaming& renaming) const {
    const fs::path file = m_folder / renaming.file;
    std::error_code error;
    if (renaming.replaces && !fs::exists(old_path_of(renaming), error)) {
        fs::create_hard_link(file, old_path_of(renaming), error);
        // Not every file system has a second name for a file.
        if (error) fs::rename(file, old_path_of(renaming), error);
        if (error) throw not_renamed(file, error);
    }
    fs::rename(m_folder / renaming.draft, file, error);
    if (error) throw not_renamed(file, error);
}

void RenameJournal::put_back(const std::vector<Renaming>& renamings) const {
    for (const Renaming& renaming : renamings) {
        const fs::path file = m_folder / renaming.file;
        std::error_code error;
        if (fs::exists(old_path_of(renaming), error)) {
            fs::rename(old_path_of(renaming), file, error);
        } else if (!renaming.replaces && !fs::exists(m_folder / renaming.draft, error)) {
            fs::remove(file, error);
        }
        if (error) {
            throw Error{"cannot put back " + file.string() + ": " + error.message() +
                        ". Its files are of two builds until this is put right and the build is run again"};
        }
    }
}

void RenameJournal::forget(const std::vector<Renaming>& renamings) const {
    std::error_code error;
    fs::remove(m_path, error);
    if (error) throw Error{"cannot remove " + m_path.string() + ": " + error.message()};
    for (const Renaming& renaming : renamings) fs::remove(old_path_of(renaming), error);
}

bool RenameJournal::stands() const {
    std::error_code ignored;
    return fs::exists(m_path, ignored);
}

void RenameJournal::recover() {
    std::error_code ignored;
    fs::remove(draft_path(m_path), ignored);
    if (!fs::exists(m_path, ignored)) return;
    const std::vector<Renaming> renamings = read();
    try {
        for (const Renaming& renaming : renamings) {
            if (fs::exists(m_folder / renaming.draft)) rename(renaming);
        }
    } catch (const Error&) {
        put_back(renamings);
    }
    forget(renamings);
}

std::vector<std::string> RenameJournal::rename_all(std::vector<Renaming> renamings) {
    if (renamings.size() == 1) {  // one is renamed or is not
        std::error_code error;
        fs::rename(m_folder / renamings.front().draft, m_folder / renamings.front().file, error);
        if (error) throw not_renamed(m_folder / renamings.front().file, error);
        return settled({});
    }
    for (Renaming& renaming : renamings) {
        std::error_code ignored;
        renaming.replaces = fs::exists(m_folder / renaming.file, ignored);
        fs::remove(old_path_of(renaming), ignored);
    }
    try {
        write(renamings);  // where it fails, it may stand all the same
        for (const Renaming& renaming : renamings) rename(renaming);
    } catch (const Error&) {
        put_back(renamings);
        forget(renamings);
        throw;
    }
    return settled(renamings);
}

/// The new files stand: whatever fails from here on is no reason to say that they do not.
std::vector<std::string> RenameJournal::settled(const std::vector<Renaming>& renamings) const {
    std::vector<std::string> warnings;
    const auto attempt = [&](const auto& step) {
        try {
            step();
        } catch (const Error& error) {
            std::string warning = std::string(error.what()) + "; the files are written all the same";
            if (warnings.empty() || warnings.back() != warning) warnings.push_back(std::move(warning));
        }
    };
    attempt([&] { sync_path(m_folder); });
    if (renamings.empty()) return warnings;
    attempt([&] { forget(renamings); });
    attempt([&] { sync_path(m_folder); });
    return warnings;
}

}  // namespace incidentmap
